import { zone } from "@/lib/awards/rules";
import type { ExportColumn } from "../schema";

/** Whether the file tells something of people's own records. */
export function needsPeople(columns: readonly ExportColumn[]): boolean {
  return columns.some((column) => ["workNumber", "gender", "unitNow"].includes(column));
}

/** Awards by id, in the order of the ids, with no more than the columns ask for. Parameter: the ids. */
export function awardSql(columns: readonly ExportColumn[], english: boolean): string {
  return `SELECT ${["a.id", ...asked(columns, awardColumns(english))].join(", ")}
    FROM unnest($1::int[]) WITH ORDINALITY AS chosen (id, place) JOIN awards a ON a.id = chosen.id
    ORDER BY chosen.place`;
}

/** Recipients of these awards, in their order. Parameter: the ids of the awards. */
export function recipientSql(columns: readonly ExportColumn[]): string {
  const always = ['r.award_id AS "awardId"', "r.position", 'r.employee_id AS "employeeId"'];
  const wanted = new Set(asked(columns, recipientColumns));
  // The state says who was struck.
  if (columns.includes("state"))
    wanted.add('r.name AS "name"').add("r.struck_at IS NOT NULL AS struck").add(struckMembers);
  return `SELECT ${[...always, ...wanted].join(", ")}
    FROM award_recipients r WHERE r.award_id = ANY ($1::int[]) ORDER BY r.award_id, r.position`;
}

/** How many rows of recipients: one for each, and one for each award without any. Parameter: the ids of the awards. */
export const recipientCountSql = `
  SELECT (count(*) + cardinality($1::int[]) - count(DISTINCT award_id))::int AS recipients
  FROM award_recipients WHERE award_id = ANY ($1::int[])`;

/** Those behind a collective recipient whose part in it was revoked. */
const struckMembers = `ARRAY(SELECT m.name FROM award_members m WHERE m.recipient_id = r.id AND m.struck_at IS NOT NULL
  ORDER BY m.position) AS "struckMembers"`;

type Expressions = Partial<Record<ExportColumn, string>>;

/** Each from its own subquery: a file of names alone joins nothing. */
function awardColumns(english: boolean): Expressions {
  const listed = (table: string, code: string) =>
    `(SELECT v.${english ? "name_en" : "name_zh"} FROM ${table} v WHERE v.code = a.${code})`;
  const body = english ? "coalesce(b.name_en, b.name)" : "b.name";
  const inOrder = (expression: string, from: string, order = "x.position") =>
    `ARRAY(SELECT ${expression} FROM ${from} WHERE x.award_id = a.id ORDER BY ${order})`;
  const documents = "award_documents x JOIN documents d ON d.id = x.document_id";
  const issuers = `${documents} JOIN document_issuers i ON i.document_id = d.id JOIN granting_bodies b ON b.id = i.granting_body_id`;
  const confirmation = (expression: string) =>
    `(SELECT ${expression} FROM award_state_changes c JOIN users u ON u.id = c.changed_by_id
      WHERE c.award_id = a.id AND c.from_state = 'submitted' AND c.to_state = 'effective' ORDER BY c.id LIMIT 1)`;
  return {
    ledgerNumber: "a.ledger_number",
    title: "a.title_name",
    titleEn: "a.title_name_en",
    category: listed("categories", "category_code"),
    level: listed("levels", "level_code"),
    prizeLevel: listed("prize_levels", "prize_level_code"),
    rank: "a.rank",
    awardDate: "a.award_date",
    awardYear: "a.award_year",
    bonus: "a.bonus",
    reason: "a.reason",
    state: "a.state",
    evidenceGrade: "a.evidence_grade",
    documentNumber: inOrder("d.number", `${documents} AND d.number IS NOT NULL`),
    documentTitle: inOrder("d.title", documents),
    issuers: inOrder(body, issuers, "x.position, i.position"),
    grantingBodies: inOrder(
      body,
      "award_granting_bodies x JOIN granting_bodies b ON b.id = x.granting_body_id",
    ),
    recordingUnit: "(SELECT o.name FROM organizations o WHERE o.id = a.recording_unit_id)",
    enteredBy: "(SELECT u.name FROM users u WHERE u.id = a.created_by_id)",
    confirmedBy: confirmation("u.name"),
    confirmedAt: confirmation(`to_char(c.changed_at AT TIME ZONE '${zone}', 'YYYY-MM-DD HH24:MI')`),
  };
}

/** Work number, gender and the present unit of people come from the records that the actor sees. */
const recipientColumns: Expressions = {
  name: "r.name",
  kind: "r.subject_kind",
  role: "r.role",
  place: "r.role",
  unitThen: "r.unit_name",
  unionUnit: "(SELECT o.name FROM organizations o WHERE o.id = r.union_unit_id)",
  unitNow: `array_remove(ARRAY[r.organization_id, (SELECT unit_id FROM teams WHERE id = r.team_id), (SELECT unit_id FROM studios WHERE id = r.studio_id)], NULL)
    || ARRAY(SELECT x.organization_id FROM achievement_units x WHERE x.achievement_id = r.achievement_id ORDER BY x.position)`,
  postThen: "r.post",
  recipientBonus: "r.bonus",
  share: "r.share",
};
/** Fields that are not called as their column. */
const fields: Partial<Record<ExportColumn, string>> = { place: "role", unitNow: "unitIds" };

function asked(columns: readonly ExportColumn[], expressions: Expressions): string[] {
  const selected = columns.flatMap((column) =>
    expressions[column] ? [`${expressions[column]} AS "${fields[column] ?? column}"`] : [],
  );
  return [...new Set(selected)];
}
