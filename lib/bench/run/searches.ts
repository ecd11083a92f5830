import type pg from "pg";
import type { Actor } from "@/lib/auth/roles";
import { listAwards } from "@/lib/awards/ledger/queries";
import { readAwardFilter } from "@/lib/awards/schema";
import { actingAs } from "@/lib/db/acting";
import { searchEmployees } from "@/lib/employees/search/queries";
import { searchAll } from "@/lib/search/queries";
import type { Line } from "./table";
import { inTurn } from "./timing";
import type { World } from "./world";

const words = {
  "two characters": ["王伟", "李娜", "张敏", "建国"],
  "one character": ["王", "伟", "欧"],
  "three characters": ["王秀英", "张建国", "刘春梅"],
  "pinyin and initials": ["zhangwei", "wangxiuy", "zjg", "shan"],
};

/** The picker of people, and the keyword box of the ledger, in this process. */
export async function measureSearches(
  pool: pg.Pool,
  { group, company }: World,
  seconds: number,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [kind, some] of Object.entries(words)) {
    for (const [scope, actor] of [
      ["the group", group],
      ["one company", company],
    ] as const) {
      const { product, sql } = await inTurn(
        some,
        {
          product: (word) => actingAs(actor, () => searchEmployees(actor, word)),
          sql: (word) => peopleBySql(pool, actor, word),
        },
        seconds,
      );
      lines.push({
        what: `picker of people, ${kind}, ${scope}`,
        product,
        limit: { what: "SQL over grams", timing: sql },
        by: "median",
        aim: "≤ 2 ×, p99 ≤ 50 ms",
      });
    }
  }
  for (const [kind, some] of Object.entries({
    "a name": ["王伟", "李娜"],
    "a number": ["〔2022〕15号", "2021]7"],
    "a title": ["工匠", "首席技师"],
  })) {
    const { product, sql } = await inTurn(
      some,
      {
        product: (q) =>
          actingAs(company, () => listAwards(company, readAwardFilter({ q, year: "all" }, 2026))),
        sql: (word) => awardsBySql(pool, company, word),
      },
      seconds,
    );
    lines.push({
      what: `keyword of the list: ${kind}, every year, one company`,
      product,
      limit: { what: "SQL over grams", timing: sql },
      by: "median",
      aim: "≤ 2 ×, p99 ≤ 50 ms",
    });
  }
  for (const [scope, actor] of [
    ["the group", group],
    ["one company", company],
  ] as const) {
    const { product, sql } = await inTurn(
      ["王伟", "焊接", "青工发〔2022〕15号", "zhangwei"],
      {
        product: (word) => actingAs(actor, () => searchAll(actor, word)),
        sql: (word) => Promise.all([peopleBySql(pool, actor, word), awardsBySql(pool, actor, word)]),
      },
      seconds,
      20,
    );
    lines.push({
      what: `search box, eight kinds, ${scope}`,
      product,
      limit: { what: "SQL over grams, people and awards alone", timing: sql },
      by: "median",
      aim: "≤ 2 ×, p99 ≤ 50 ms",
    });
  }
  return lines;
}

/** Twenty people, the name itself first, then its beginnings, then the rest. */
function peopleBySql(pool: pg.Pool, actor: Actor, word: string): Promise<unknown> {
  const { path } = actor.grants[0]!;
  const text = `SELECT e.id, e.name, e.work_number, e.birth, e.id_number_last4, o.name AS unit
    FROM (SELECT n.employee_id, n.name_key FROM bench.names n
      WHERE ${named(word)} AND (n.union_path >= $3 AND n.union_path < $4 OR n.company_path >= $3 AND n.company_path < $4)
      ORDER BY n.name_key <> $1, n.name_key NOT LIKE $1 || '%', n.name_key, n.employee_id LIMIT 20) AS n
    JOIN employees e ON e.id = n.employee_id LEFT JOIN organizations o ON o.id = e.unit_id`;
  const values = [word, gramsOf(word), path, `${path!.slice(0, -1)}0`];
  return pool.query({ name: isLatin(word) ? "people-latin" : "people-grams", text, values });
}

function awardsBySql(pool: pg.Pool, actor: Actor, word: string): Promise<unknown> {
  const text = `WITH found AS MATERIALIZED (
      SELECT r.award_id AS id FROM bench.names n JOIN award_recipients r ON r.employee_id = n.employee_id WHERE ${named(word)}
      UNION SELECT m.award_id FROM bench.names n JOIN award_members m ON m.employee_id = n.employee_id WHERE ${named(word)}
      UNION SELECT x.award_id FROM documents d JOIN award_documents x ON x.document_id = d.id WHERE d.number_key LIKE '%' || document_number_key($1) || '%'
      UNION SELECT a.id FROM awards a WHERE a.title_id IN (SELECT id FROM honor_titles WHERE name LIKE '%' || $1 || '%')
    ), seen AS MATERIALIZED (SELECT s.award_id AS id, s.day FROM found JOIN award_scopes s ON s.award_id = found.id AND s.unit_id = $3)
    SELECT a.id, a.ledger_number, a.title_name, a.award_date, a.state,
      (SELECT json_agg(r.name ORDER BY r.position) FROM award_recipients r WHERE r.award_id = a.id) AS recipients, (SELECT count(*) FROM seen) AS total
    FROM awards a JOIN (SELECT id, day FROM seen ORDER BY day DESC, id DESC LIMIT 20) AS page USING (id) ORDER BY page.day DESC, a.id DESC`;
  const values = [word, gramsOf(word), actor.grants[0]!.organizationId];
  return pool.query({ name: isLatin(word) ? "awards-latin" : "awards-grams", text, values });
}

/** People whose name holds the word, or whose reading begins with it; both parameters stand in either, whichever is used. */
function named(word: string): string {
  return isLatin(word)
    ? "(n.letters LIKE $1 || '%' OR n.initials LIKE $1 || '%') AND $2::text[] IS NOT NULL"
    : "n.grams @> $2::text[] AND n.name_key LIKE '%' || $1 || '%'";
}

const isLatin = (word: string) => /^[a-z]+$/.test(word);

function gramsOf(word: string): string[] {
  const letters = [...word];
  return letters.length === 1 ? letters : letters.slice(1).map((letter, i) => letters[i]! + letter);
}
