import { zone } from "@/lib/awards/rules";
import { evidenceGrades, recipientRoles, subjectKinds } from "@/lib/awards/schema";
import { literal } from "@/lib/db/read-sql";
import { amountColumns, type ExportColumn, holdsNumbers, type RowPer } from "../schema";
import { filledIn, neutralized, onceEach, placeOf, said, stateWith, type Words } from "./cells";

/** What is read of awards, for which rows, and in whose words. */
export type Asked = { columns: readonly ExportColumn[]; rowPer: RowPer; english: boolean; words: Words };

/** What the actor sees beside the awards: statements for people's own records and for those whose numbers are open to them, ids of units. */
export type Sight = { people: string; numbered: string; units: readonly number[] };

/**
 * A statement for the rows of these awards, in the order of their ids; every cell a text as the file shows it, or null. Each
 * part is looked up award by award: joined to a few thousand ids at once, PostgreSQL would rather read all people.
 */
export function rowsSql(asked: Asked, sight: Sight, ids: string): string {
  const ofAwards = awardCells(asked);
  const cells = asked.columns.map((column, index) => `${ofAwards[column] ?? `r."${column}"`} AS c${index}`);
  return `SELECT ${cells.join(", ")}
    FROM unnest(${ids}) WITH ORDINALITY AS chosen (id, place)
    CROSS JOIN LATERAL (SELECT * FROM awards WHERE id = chosen.id OFFSET 0) AS a
    LEFT JOIN LATERAL (${asked.rowPer === "award" ? gathered(asked, sight) : oneByOne(asked, sight)}) AS r ON true
    ORDER BY chosen.place, r.position`;
}

/** The same as lines of CSV: PostgreSQL puts the quotes. */
export function linesSql(asked: Asked, sight: Sight, ids: string): string {
  const cells = asked.columns.map((column, index) =>
    amountColumns.includes(column) ? `c${index}` : neutralized(`c${index}`),
  );
  return `COPY (SELECT ${cells.join(", ")} FROM (${rowsSql(asked, sight, ids)}) AS cells) TO STDOUT (FORMAT csv)`;
}

/** Whether the file tells something of people's own records. */
export function needsPeople(columns: readonly ExportColumn[]): boolean {
  return columns.some((column) => ["workNumber", "gender", "unitNow"].includes(column));
}

type Cells = Partial<Record<ExportColumn, string>>;

/** Each from its own subquery: a file of names alone joins nothing. */
function awardCells({ rowPer, english, words }: Asked): Cells {
  const { exports: t, awards } = words;
  const [comma, semicolon] = [literal(t("file.comma")), literal(t("file.semicolon"))];
  const listed = (table: string, code: string) =>
    `(SELECT v.${english ? "name_en" : "name_zh"} FROM ${table} v WHERE v.code = a.${code})`;
  // Looked up one by one: joined, PostgreSQL would rather read all bodies for each award.
  const body = `(SELECT ${english ? "coalesce(b.name_en, b.name)" : "b.name"} FROM granting_bodies b WHERE b.id = granting_body_id)`;
  const documents = "award_documents x JOIN documents d ON d.id = x.document_id";
  const ofDocuments = (text: string) =>
    `(SELECT nullif(string_agg(${text}, ${semicolon} ORDER BY x.position), '') FROM ${documents} WHERE x.award_id = a.id)`;
  const bodies = (from: string, order: string) =>
    onceEach(`ARRAY(SELECT ${body} FROM ${from} WHERE x.award_id = a.id ORDER BY ${order})`, comma);
  const issuers = `${documents} JOIN document_issuers i ON i.document_id = d.id`;
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
    rank: "a.rank::text",
    awardDate: "a.award_date",
    awardYear: "a.award_year::text",
    bonus: amount("a.bonus"),
    reason: "a.reason",
    state: rowPer === "award" ? stateWith("r.struck", words) : stateOfOne(words),
    evidenceGrade: said("a.evidence_grade", evidenceGrades, (code) => awards(`grade.${code}`)),
    documentNumber: ofDocuments("d.number"),
    documentTitle: ofDocuments("d.title"),
    issuers: bodies(issuers, "x.position, i.position"),
    grantingBodies: bodies("award_granting_bodies x", "x.position"),
    recordingUnit: "(SELECT o.name FROM organizations o WHERE o.id = a.recording_unit_id)",
    enteredBy: "(SELECT u.name FROM users u WHERE u.id = a.created_by_id)",
    confirmedBy: confirmation("u.name"),
    confirmedAt: confirmation(`to_char(c.changed_at AT TIME ZONE '${zone}', 'YYYY-MM-DD HH24:MI')`),
  };
}

/** Of one recipient `r`. Work number, gender and present unit come from the record `e` that the actor sees, numbers from `n`. */
function recipientCells({ words: { exports: t, awards } }: Asked, { units }: Sight) {
  // "+ 0" below: as part of the look-up by the index, thousands of units would be sorted for each row.
  const ofTheirs = (table: string) => `(SELECT unit_id FROM ${table}s WHERE id = r.${table}_id)`;
  const unitsNow = `array_remove(ARRAY[r.organization_id, ${ofTheirs("team")}, ${ofTheirs("studio")}], NULL)
    || ARRAY(SELECT x.organization_id FROM achievement_units x WHERE x.achievement_id = r.achievement_id ORDER BY x.position) || e.unit_id`;
  // Sealed, with the person whom it is sealed to: PostgreSQL cannot open it.
  const sealed = (column: string) => `n.employee_id || ' ' || n.${column}`;
  return {
    name: "r.name",
    kind: said("r.subject_kind", subjectKinds, (code) => awards(`kind.${code}`)),
    role: said("r.role", recipientRoles, (code) => awards(`role.${code}`)),
    place: placeOf(awards),
    workNumber: "e.work_number",
    gender: said("e.gender", ["male", "female"], (code) => t(`gender.${code}`)),
    unitThen: "r.unit_name",
    unionUnit: "(SELECT o.name FROM organizations o WHERE o.id = r.union_unit_id)",
    unitNow: `(SELECT string_agg(o.name, ${literal(t("file.comma"))} ORDER BY p.place) FROM unnest(${unitsNow}) WITH ORDINALITY AS p (id, place)
      JOIN organizations o ON o.id = p.id WHERE o.id + 0 = ANY ('{${units.join()}}'::int[]))`,
    postThen: "r.post",
    recipientBonus: amount("r.bonus"),
    share: `${amount("r.share")} || '%'`,
    idNumber: sealed("id_number_sealed"),
    phone: sealed("phone_sealed"),
  } satisfies Cells;
}

/** Names of those who were struck, the recipient's own and, for a collective alone, those of people behind it; by an index of these alone. */
const struck = (comma: string) => `CASE WHEN r.employee_id IS NULL THEN
    nullif(concat_ws(${comma}, CASE WHEN r.struck_at IS NOT NULL THEN r.name END,
      (SELECT string_agg(m.name, ${comma} ORDER BY m.position) FROM award_members m
        WHERE m.award_id + 0 = r.award_id AND m.recipient_id = r.id AND m.struck_at IS NOT NULL)), '')
  WHEN r.struck_at IS NOT NULL THEN r.name END`;

/** The recipients of an award, each a row. */
function oneByOne(asked: Asked, sight: Sight): string {
  const cells = recipientCells(asked, sight);
  const wanted = asked.columns.flatMap((column) => {
    if (column === "state")
      return [
        `${struck(literal(asked.words.exports("file.comma")))} AS struck`,
        "r.struck_at",
        `${total} AS total`,
      ];
    if (!isOfRecipient(column, cells)) return [];
    return `${column === "place" ? filledIn(cells.place, total) : cells[column]} AS "${column}"`;
  });
  return `SELECT ${["r.position", ...wanted].join(", ")} FROM ${source(asked, sight)} OFFSET 0`;
}

const total = "count(*) OVER ()";

/** The recipients of an award side by side in one row, with a dash for what one of them lacks; their amounts added up. */
function gathered(asked: Asked, sight: Sight): string {
  const comma = literal(asked.words.exports("file.comma"));
  const cells = recipientCells(asked, sight);
  const inRow = (cell: string) => `string_agg(${cell}, ${comma} ORDER BY r.position)`;
  const wanted = asked.columns.flatMap((column) => {
    if (column === "state") return `${inRow(struck(comma))} AS struck`;
    if (!isOfRecipient(column, cells)) return [];
    return `${rowOf(column)} AS "${column}"`;
  });
  return `SELECT ${["1 AS position", ...wanted].join(", ")} FROM ${source(asked, sight)}`;

  function rowOf(column: keyof typeof cells): string {
    const cell = cells[column];
    switch (column) {
      case "name":
        return inRow(cell);
      case "kind":
        return onceEach(`array_agg(${cell} ORDER BY r.position)`, comma);
      case "place":
        return filledIn(inRow(cell), "count(*)");
      case "recipientBonus":
        return amount("sum(r.bonus)");
      case "idNumber":
      case "phone":
        return `string_agg(coalesce(${cell}, ''), E'\\n' ORDER BY r.position)`;
      default:
        return `CASE WHEN count(${cell}) > 0 THEN ${inRow(`coalesce(${cell}, '—')`)} END`;
    }
  }
}

function isOfRecipient<Own extends object>(column: string, cells: Own): column is keyof Own & string {
  return column in cells;
}

function source({ columns }: Asked, { people, numbered }: Sight): string {
  const joins = [
    ...(needsPeople(columns) ? [`LEFT JOIN (${people}) AS e ON e.id = r.employee_id`] : []),
    ...(holdsNumbers(columns)
      ? [
          `LEFT JOIN (SELECT i.* FROM employee_identities i JOIN (${numbered}) AS v ON v.id = i.employee_id) AS n ON n.employee_id = r.employee_id`,
        ]
      : []),
  ];
  return `award_recipients r ${joins.join(" ")} WHERE r.award_id = a.id`;
}

/** Of a row for one recipient: what the award is, unless it is this one of several who was struck. */
function stateOfOne(words: Words): string {
  return `CASE WHEN a.state <> 'revoked' AND r.total > 1 AND r.struck_at IS NOT NULL THEN ${literal(words.awards("struck.badge"))}
    ELSE ${stateWith("r.struck", words)} END`;
}

/** 1000 and 500.5, as a number is written. */
function amount(numeric: string): string {
  return `trim_scale(${numeric})::text`;
}
