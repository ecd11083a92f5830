import type pg from "pg";
import type { Actor } from "@/lib/auth/roles";
import { listAwards } from "@/lib/awards/ledger/queries";
import { type AwardFilter, readAwardFilter } from "@/lib/awards/schema";
import { actingAs } from "@/lib/db/acting";
import type { Line } from "./table";
import { inTurn } from "./timing";
import type { World } from "./world";

type Case = { actor: Actor; filter: AwardFilter };
const thisYear = 2026;

/** The ledger's list, query by query and in this process: no page, no HTTP. */
export async function measureLists(
  pool: pg.Pool,
  { group, company, year }: World,
  seconds: number,
): Promise<Line[]> {
  const cases: Record<string, Case[]> = {
    "list, this year, one company": [
      { actor: company, filter: readAwardFilter({}, thisYear) },
      { actor: company, filter: readAwardFilter({ page: "3", size: "50" }, thisYear) },
    ],
    "list, this year, the group": [{ actor: group, filter: readAwardFilter({}, thisYear) }],
    "list, one year, level and category, one company": [
      {
        actor: company,
        filter: readAwardFilter({ year: String(year), level: "city", category: "skill" }, thisYear),
      },
      {
        actor: company,
        filter: readAwardFilter({ year: String(year), level: "company", category: "general" }, thisYear),
      },
    ],
    "list, every year, one company": [{ actor: company, filter: readAwardFilter({ year: "all" }, thisYear) }],
    "list, every year, the group": [{ actor: group, filter: readAwardFilter({ year: "all" }, thisYear) }],
    "list by ledger number, every year, one company": [
      { actor: company, filter: readAwardFilter({ year: "all", sort: "-number" }, thisYear) },
    ],
  };
  const lines: Line[] = [];
  for (const [what, some] of Object.entries(cases)) {
    const { product, sql } = await inTurn(
      some,
      {
        product: ({ actor, filter }) => actingAs(actor, () => listAwards(actor, filter)),
        sql: (one) => listBySql(pool, one),
      },
      seconds,
    );
    lines.push({
      what,
      product,
      limit: { what: "hand-written SQL", timing: sql },
      by: "median",
      aim: "≤ 1.5 ×",
    });
  }
  return lines;
}

const orders: Partial<Record<AwardFilter["sort"], string>> = { date: "s.day", number: "a.ledger_number" };

/**
 * The same page and its total as one would write it by hand: one statement for both, through the table that names every unit by which an
 * award is found, without row-level security beneath. The total is counted to ten thousand, which is what the list shows.
 */
async function listBySql(pool: pg.Pool, { actor, filter }: Case): Promise<unknown> {
  const { text, values } = listSql(actor, filter);
  return (await pool.query({ name: nameOf(text), text, values })).rows;
}

export function listSql(actor: Actor, filter: AwardFilter): { text: string; values: unknown[] } {
  const values: unknown[] = [actor.grants[0]!.organizationId, filter.size, (filter.page - 1) * filter.size];
  const given = (column: string, value: unknown) =>
    value === undefined || value === null ? "" : ` AND ${column} = $${values.push(value)}`;
  const narrow = `${given("a.level_code", filter.level)}${given("a.category_code", filter.category)}`;
  const where = `s.unit_id = $1${given("s.award_year", filter.year)}${narrow}`;
  const { direction } = filter;
  const order = `${orders[filter.sort]} ${direction}${filter.sort === "number" ? " NULLS LAST" : ""}, s.award_id ${direction}`;
  const awards = narrow ? "award_scopes s JOIN awards a ON a.id = s.award_id" : "award_scopes s";
  const sorted = filter.sort === "number" ? "award_scopes s JOIN awards a ON a.id = s.award_id" : awards;
  const text = `WITH page AS MATERIALIZED (SELECT s.award_id, row_number() OVER () AS place
      FROM (SELECT s.award_id FROM ${sorted} WHERE ${where} ORDER BY ${order} LIMIT $2 OFFSET $3) AS s)
    SELECT a.id, a.ledger_number, a.title_name, a.title_name_en, p.name_zh AS prize, a.rank, l.name_zh AS level, c.name_zh AS category, a.award_date,
      a.award_year, a.state, a.bonus, coalesce(o.short_name, o.name) AS unit,
      (SELECT json_agg(r.name ORDER BY r.position) FROM award_recipients r WHERE r.award_id = a.id) AS recipients,
      (SELECT json_agg(m.name) FROM award_members m WHERE m.award_id = a.id AND m.struck_at IS NOT NULL) AS struck,
      (SELECT d.number FROM award_documents x JOIN documents d ON d.id = x.document_id WHERE x.award_id = a.id ORDER BY x.position LIMIT 1) AS document,
      (SELECT count(*) FROM (SELECT FROM ${awards} WHERE ${where} LIMIT 10001) AS found) AS total
    FROM page JOIN awards a ON a.id = page.award_id JOIN levels l ON l.code = a.level_code JOIN categories c ON c.code = a.category_code
      LEFT JOIN prize_levels p ON p.code = a.prize_level_code JOIN organizations o ON o.id = a.recording_unit_id
    ORDER BY page.place`;
  return { text, values };
}

/** Prepared once a text, as a careful administrator's program would. */
function nameOf(text: string): string {
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = (hash * 33 + text.charCodeAt(i)) | 0;
  return `list${hash}`;
}
