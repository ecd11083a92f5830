import type pg from "pg";
import type { Actor, Grant } from "@/lib/auth/roles";

/** Who asks in the benchmark: the group's administrator, and the recorder of its second largest company. */
export type World = {
  group: Actor;
  company: Actor;
  companyUnion: { id: number; path: string };
  /** The year of most awards that is over. */
  year: number;
};

export async function readWorld(client: pg.Client): Promise<World> {
  const company = await actorNamed(client, "recorder");
  const { organizationId, path } = company.grants[0]!;
  return {
    group: await actorNamed(client, "union"),
    company,
    companyUnion: { id: organizationId!, path: path! },
    year: 2025,
  };
}

/** As lib/auth makes one at each request; only the session is none. */
async function actorNamed(client: pg.Client, username: string): Promise<Actor> {
  const { rows } = await client.query<{ userId: number; name: string; grants: Grant[] }>(
    `SELECT u.id AS "userId", u.name, (SELECT jsonb_agg(jsonb_build_object('role', r.role, 'organizationId', r.organization_id, 'tree', o.tree, 'path', o.path) ORDER BY r.id)
       FROM user_roles r LEFT JOIN organizations o ON o.id = r.organization_id WHERE r.user_id = u.id) AS grants
     FROM users u WHERE u.username = $1`,
    [username],
  );
  return {
    ...rows[0]!,
    username,
    sessionId: 0,
    employeeId: null,
    mustChangePassword: false,
    address: "10.0.0.1",
  };
}
