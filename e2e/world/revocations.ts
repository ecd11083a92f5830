import type { Actor } from "@/lib/auth/roles";
import { saveAward } from "@/lib/awards/commands";
import { confirmAward } from "@/lib/awards/review/commands";
import { recordRevocation } from "@/lib/awards/revocations/commands";
import type { TestDatabase } from "@/lib/db/testing";
import { actors, audited, draft, person, unit } from "./ledger";

/** People for the revocation of honors, beside those of the ledger's world: a second administrator and the discipline office. */
export const admin2: Actor = {
  ...actors.admin,
  userId: 21,
  sessionId: 21,
  username: "user21",
  name: "管理员乙",
};
export const adminB: Actor = {
  ...actors.admin,
  ...{ userId: 22, sessionId: 22, username: "user22", name: "外单位管理员" },
  grants: [{ ...actors.admin.grants[0]!, organizationId: unit.unionB, path: "/11/13/" }],
};
export const discipline: Actor = {
  ...actors.hr,
  ...{ userId: 23, sessionId: 23, username: "user23", name: "纪检" },
  grants: [{ ...actors.hr.grants[0]!, role: "discipline" }],
};

/** A decision of revocation by the city's federation, one that annuls it, one of the enterprise, one of the province, and a circular. */
export const paper = {
  revocation: 101,
  annulment: 102,
  enterprise: 103,
  province: 104,
  circular: 1,
} as const;

export async function plantRevocations(world: TestDatabase): Promise<void> {
  const users = [admin2, adminB, discipline];
  const rows = users.map(({ userId, username, name }) => `(${userId}, '${username}', '${name}', '-', now())`);
  // To revoke asks for the password again; whoever has just signed in gave it.
  const sessions = [...users, ...Object.values(actors)].map(
    ({ sessionId, userId }) =>
      `(${sessionId}, ${userId}, 'session ${sessionId}', '127.0.0.1', '', now() + interval '1 day')`,
  );
  const roles = users.map(
    ({ userId, grants }) => `(${userId}, '${grants[0]!.role}', ${grants[0]!.organizationId})`,
  );
  await world.ownerSql(`${audited}
    INSERT INTO users (id, username, name, password_hash, updated_at) VALUES ${rows.join()};
    INSERT INTO user_roles (user_id, role, organization_id) VALUES ${roles.join()};
    INSERT INTO sessions (id, user_id, token_hash, address, user_agent, expires_at) VALUES ${sessions.join()};
    INSERT INTO granting_bodies (id, name, code, kind, rank, updated_at) VALUES
      (3, '山东省总工会', 'sdzgh', 'union', 30, now()), (4, '甲公司', 'jgs', 'enterprise', 60, now());
    UPDATE granting_bodies SET rank = 40 WHERE id IN (1, 2);
    INSERT INTO documents (id, number, title, kind, signed_on, recording_unit_id, updated_at) VALUES
      (101, '青工发〔2024〕3号', '关于撤销有关荣誉的决定', 'revocation', '2024-03-01', 11, now()),
      (102, '青工发〔2025〕8号', '关于恢复有关荣誉的决定', 'decision', '2025-08-01', 11, now()),
      (103, '甲司发〔2024〕1号', '甲公司撤销决定', 'revocation', '2024-03-01', 11, now()),
      (104, '鲁工发〔2024〕9号', '省总工会撤销决定', 'revocation', '2024-04-01', 11, now());
    INSERT INTO document_issuers VALUES (101, 1, 1), (102, 1, 1), (103, 1, 4), (104, 1, 3);`);
}

/** An award in the ledger. */
export async function conferred(
  more: Record<string, unknown> = {},
  by: Actor = actors.recorder,
): Promise<number> {
  const saved = await saveAward(by, draft({ intent: "submit", ...more }));
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  const confirmed = await confirmAward(actors.checker2, { id: saved.value.id, version: 2 });
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.fault));
  return saved.value.id;
}

export const team = { recipients: [{ teamId: "1" }], bonus: "" };
export const alone = { recipients: [{ employeeId: String(person.jia) }] };

/** What the form posts. */
export function revocation(awardId: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...{ key: crypto.randomUUID(), awardId: String(awardId), target: "award", cause: "fraud" },
    ...{ explanation: "申报材料不实", applicant: "甲公司工会", documentId: String(paper.revocation) },
    ...{ effectiveOn: "2024-03-01", treatmentStoppedFrom: "2024-03-01", recall: "pending", recallNote: "" },
    ...more,
  };
}

export async function recorded(
  awardId: number,
  more: Record<string, unknown> = {},
  actor: Actor = actors.admin,
): Promise<number> {
  const made = await recordRevocation(actor, revocation(awardId, more));
  if (!made.ok) throw new Error(JSON.stringify(made.fault));
  return made.value.id;
}
