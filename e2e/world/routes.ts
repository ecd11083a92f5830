import { readdirSync } from "node:fs";
import { join } from "node:path";
import { query } from "./database";
import { sampleImport } from "./imports";

/** Every address that the folder app answers, as Next writes it: "/awards/[id]/edit". Read off the files, so that none is forgotten. */
export function routesOf(file: "page.tsx" | "route.ts", folder = "app"): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? routesOf(file, join(folder, entry.name))
      : entry.name === file
        ? [address(folder)]
        : [],
  );
}

function address(folder: string): string {
  return (
    "/" +
    folder
      .split("/")
      .slice(1)
      .filter((part) => !part.startsWith("("))
      .join("/")
  );
}

/** For each noun the id of a record that lies in the recorder's unit, the third company. */
export async function samples(): Promise<Record<string, number>> {
  const company = "(SELECT path FROM organizations WHERE code = 'HD03')";
  const revoked =
    "award_revocations c JOIN awards a ON a.id = c.award_id JOIN organizations o ON o.id = a.recording_unit_id WHERE o.code = 'HD03-GH' AND c.state = 'confirmed' ORDER BY c.id LIMIT 1";
  const [row] = await query<Record<string, number>>(`SELECT
    (SELECT a.id FROM awards a JOIN organizations o ON o.id = a.recording_unit_id WHERE o.code = 'HD03-GH' AND a.state = 'effective' ORDER BY a.id LIMIT 1) AS award,
    (SELECT a.id FROM awards a JOIN organizations o ON o.id = a.recording_unit_id WHERE o.code = 'HD03-GH' AND a.state IN ('draft', 'returned') ORDER BY a.id LIMIT 1) AS draft,
    (SELECT id FROM award_requests ORDER BY id LIMIT 1) AS request,
    (SELECT c.id FROM ${revoked}) AS revocation,
    (SELECT c.award_id FROM ${revoked}) AS "revokedAward",
    (SELECT id FROM employees WHERE work_number = '03001') AS employee,
    (SELECT id FROM organizations WHERE code = 'HD03-GL') AS unit,
    (SELECT d.id FROM documents d JOIN organizations o ON o.id = d.recording_unit_id WHERE o.code = 'HD03-GH' ORDER BY d.id LIMIT 1) AS document,
    (SELECT t.id FROM teams t JOIN organizations o ON o.id = t.unit_id WHERE o.path LIKE ${company} || '%' ORDER BY t.id LIMIT 1) AS team,
    (SELECT s.id FROM studios s JOIN organizations o ON o.id = s.unit_id WHERE o.path LIKE ${company} || '%' ORDER BY s.id LIMIT 1) AS studio,
    (SELECT u.achievement_id FROM achievement_units u JOIN organizations o ON o.id = u.organization_id WHERE o.path LIKE ${company} || '%' ORDER BY 1 LIMIT 1) AS achievement,
    (SELECT c.id FROM certificates c JOIN awards a ON a.id = c.award_id JOIN organizations o ON o.id = a.recording_unit_id
       WHERE o.code = 'HD03-GH' AND a.state = 'effective' AND c.state = 'held' ORDER BY c.id LIMIT 1) AS certificate,
    (SELECT t.id FROM treatments t JOIN awards a ON a.id = t.award_id JOIN organizations o ON o.id = a.recording_unit_id
       JOIN employees e ON e.id = t.employee_id JOIN organizations u ON u.id = e.unit_id
       WHERE o.code = 'HD03-GH' AND a.state = 'effective' AND u.path LIKE ${company} || '%' AND t.stopped_from IS NULL
         AND e.work_number NOT IN ('03001', '03002') ORDER BY t.id LIMIT 1) AS treatment,
    (SELECT id FROM honor_titles ORDER BY id LIMIT 1) AS title,
    (SELECT id FROM programmes ORDER BY id LIMIT 1) AS programme,
    (SELECT id FROM granting_bodies ORDER BY id LIMIT 1) AS body,
    (SELECT id FROM users WHERE username = 'recorder') AS "user"`);
  return { ...row!, import: await sampleImport() };
}

const nouns: [RegExp, string][] = [
  [/^\/awards\/requests\//, "request"],
  [/^\/awards\/\[id\]\/revocations\/\[caseId\]/, "revokedAward"],
  [/^\/awards\/\[id\]\/edit/, "draft"],
  [/^\/awards\//, "award"],
  [/^\/employees\//, "employee"],
  [/^\/organizations\//, "unit"],
  [/^\/documents\//, "document"],
  [/^\/teams\//, "team"],
  [/^\/studios\//, "studio"],
  [/^\/treatments\//, "treatment"],
  [/^\/achievements\//, "achievement"],
  [/^\/exchange\/imports\//, "import"],
  [/^\/honors\/programmes\//, "programme"],
  [/^\/honors\/bodies\//, "body"],
  [/^\/honors\//, "title"],
  [/^\/settings\/users\//, "user"],
];

/** The address of a sample record. A file that does not exist stands for [fileId]. */
export function fill(route: string, ids: Record<string, number>): string {
  const noun = nouns.find(([pattern]) => pattern.test(route))?.[1];
  return (
    route
      .replace("[id]", String(ids[noun ?? ""]))
      .replace("[caseId]", String(ids.revocation))
      .replace("[fileId]", "999999")
      // The demonstration's own: one that nobody has would count among those that are tried.
      .replace("[code]", "ACDE-FGHJ-KLMN-PQRT-UVWX")
  );
}
