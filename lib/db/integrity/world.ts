import { testDatabase, type TestDatabase } from "@/lib/db/testing";

/**
 * Domain, chapter 5: the rules that the database itself holds. Each is broken here in plain SQL, as the owner of the
 * tables: what the owner cannot do, the application's role cannot either. One text of several statements is one transaction.
 */
export let world: TestDatabase;
const nouns = [
  "organizations",
  "employees",
  "granting_bodies",
  "programmes",
  "honor_titles",
  "documents",
  "achievements",
  "teams",
  "studios",
  "awards",
  "award_requests",
  "users",
];
const audit = `INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) SELECT 'test', n, 'test', '{}', 'local' FROM unnest(ARRAY['${nouns.join("','")}']) n;`;

/** Runs statements in one transaction with their audit events; the rule that refuses, or null. */
export async function refusal(
  sql: string,
  { audited = true, role = "owner" as "owner" | "app" } = {},
): Promise<string | null> {
  try {
    await (role === "owner" ? world.ownerSql : world.appSql)((audited ? audit : "") + sql);
    return null;
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string };
    return constraint ?? code ?? String(error);
  }
}
export const award = (id: number, more: Record<string, string> = {}): string => {
  const row: Record<string, string> = {
    id: String(id),
    title_id: "1",
    title_name: "'青岛市职工创新成果'",
    level_code: "'city'",
    category_code: "'innovation'",
    prize_level_code: "'third'",
    award_date: "'2022-12'",
    award_year: "2022",
    recording_unit_id: "2",
    created_by_id: "1",
    updated_by_id: "1",
    updated_at: "now()",
    ...more,
  };
  return `INSERT INTO awards (${Object.keys(row).join()}) VALUES (${Object.values(row).join()}); INSERT INTO award_state_changes (award_id, to_state, changed_by_id) VALUES (${id}, 'draft', 1);`;
};
export const recipient = (awardId: number, position: number, columns: string, values: string): string =>
  `INSERT INTO award_recipients (award_id, position, name, ${columns}) VALUES (${awardId}, ${position}, 'x', ${values});`;
export const move = (id: number, state: string, by: number, reason = "NULL"): string =>
  `UPDATE awards SET state = '${state}' WHERE id = ${id}; INSERT INTO award_state_changes (award_id, to_state, changed_by_id, reason) VALUES (${id}, '${state}', ${by}, ${reason});`;

/** A small company with a title, a document, a draft award and people of the same name. */
export async function plantWorld(): Promise<void> {
  world = await testDatabase();
  const made = await refusal(`
    INSERT INTO organizations (id, tree, kind, name, code, valid_from, updated_at) VALUES (1, 'company', 'group', '集团', 'G', '2005', now()), (2, 'union', 'group_union', '集团工会', 'GU', '2005', now());
    INSERT INTO organizations (id, tree, kind, name, code, parent_id, valid_from, updated_at) VALUES (3, 'company', 'company', '公司', 'C', 1, '2005', now()), (4, 'company', 'crew', '一班', 'B', 3, '2005', now());
    INSERT INTO users (id, username, name, password_hash, updated_at) VALUES (1, 'enters', '经办', '-', now()), (2, 'checks', '审核', '-', now());
    INSERT INTO employees (id, name, pinyin, initials, unit_id, employer_id, work_number, hired_on, updated_at)
      VALUES (1, '贾建华', '', '', 3, 1, '0001', '1996', now()), (2, '张伟', '', '', 4, 1, '0002', '2010', now()), (3, '张伟', '', '', 4, 1, '0003', '2011', now());
    INSERT INTO teams (id, name, kind, unit_id, updated_at) VALUES (1, '一班', 'crew', 4, now());
    INSERT INTO achievements (id, name, kind, updated_at) VALUES (1, '焊接工装', 'innovation', now());
    INSERT INTO honor_titles (id, name, category_code, updated_at) VALUES (1, '青岛市职工创新成果', 'innovation', now()), (2, '青岛工匠', 'craftsman', now());
    INSERT INTO honor_title_levels VALUES (1, 'city'), (2, 'city');
    INSERT INTO honor_title_prize_levels VALUES (1, 'third'), (1, 'second');
    INSERT INTO honor_title_subject_kinds VALUES (1, 'employee'), (1, 'achievement'), (2, 'employee');
    INSERT INTO documents (id, number, title, kind, recording_unit_id, updated_at) VALUES (1, '青工发〔2022〕15号', '通报', 'circular', 2, now());
    ${award(1)} ${recipient(1, 1, "employee_id", "1")} INSERT INTO award_documents VALUES (1, 1, 1);
    SELECT setval('employees_id_seq', 99), setval('documents_id_seq', 99);`);
  if (made) throw new Error(made);
}
