import type { Query } from "./running";
import type { Book, Written } from "./writing";

/** What of a trial does not hold; all are empty when everything was kept. */
export type Proof = {
  /** Acknowledged, but not there, or there as it was before. */
  lost: Written[];
  /** Keys under which more than one record came to be. */
  doubled: string[];
  /** Records whose events are not as many as their versions, and events without their record. */
  withoutEvents: unknown[];
  withoutRecord: unknown[];
};

export const nothingWrong: Proof = { lost: [], doubled: [], withoutEvents: [], withoutRecord: [] };

/** The audit's end before a trial: what comes after it is the trial's. */
export async function eventsBefore(query: Query): Promise<number> {
  const [row] = await query<{ id: number }>("SELECT coalesce(max(id), 0)::int AS id FROM audit_events");
  return row!.id;
}

/** Compares what was acknowledged with what is there, and every record since `from` with its events, one for each version. */
export async function prove(query: Query, books: readonly Book[], from: number): Promise<Proof> {
  const lost = [];
  for (const [noun, text] of Object.entries({ awards: "reason", employees: "name", teams: "name" })) {
    const written = lastOf(books.flatMap((book) => book.written.filter((one) => one.noun === noun)));
    lost.push(
      ...(await query<Written>(
        // Of a record that was changed once more by a write without an answer only the version is known.
        `SELECT w.* FROM jsonb_to_recordset($1::jsonb) AS w(noun text, id int, version int, text text)
         LEFT JOIN ${noun} r ON r.id = w.id WHERE r.id IS NULL OR r.version < w.version OR (r.version = w.version AND r.${text} <> w.text)`,
        [JSON.stringify(written)],
      )),
    );
  }
  lost.push(
    ...(await query<Written>(
      `SELECT w.* FROM jsonb_to_recordset($1::jsonb) AS w(noun text, id int, version int, text text)
       LEFT JOIN inbox_messages m ON m.id = w.id WHERE m.read_at IS NULL`,
      [JSON.stringify(books.flatMap(({ written }) => written.filter(isMail)))],
    )),
  );
  const keyed = books.flatMap((book) => [...book.keys]);
  const doubled = await query<{ text: string }>(
    `SELECT k.text FROM jsonb_to_recordset($1::jsonb) AS k(key uuid, text text)
     JOIN (SELECT name AS text FROM teams UNION ALL SELECT before ->> 'reason' FROM audit_events WHERE event = 'awards.changed' AND id > $2
           UNION ALL SELECT reason FROM awards WHERE version = 1) r ON r.text = k.text GROUP BY k.text HAVING count(*) > 1`,
    [JSON.stringify(keyed.map(([key, text]) => ({ key, text }))), from],
  );
  const nouns = ["awards", "employees", "teams"];
  const records = nouns
    .map((noun) => `SELECT '${noun}' AS noun, id, version FROM ${noun}`)
    .join(" UNION ALL ");
  const compared = `WITH r AS (${records}), e AS (
      SELECT noun, noun_id AS id, count(*)::int AS events, bool_or(event LIKE '%.created') AS created FROM audit_events
      WHERE id > $1 AND noun IN ('awards', 'employees', 'teams') AND noun_id IS NOT NULL GROUP BY noun, noun_id)`;
  return {
    lost,
    doubled: doubled.map(({ text }) => text),
    withoutEvents: await query(
      `${compared}, made AS (SELECT 'awards' AS noun, min(noun_id) AS first FROM audit_events WHERE id > $1 AND event = 'awards.created'
         UNION ALL SELECT 'employees', min(noun_id) FROM audit_events WHERE id > $1 AND event = 'employees.created'
         UNION ALL SELECT 'teams', min(noun_id) FROM audit_events WHERE id > $1 AND event = 'teams.created')
       SELECT r.noun, r.id, r.version, e.events FROM r JOIN made ON made.noun = r.noun AND r.id >= made.first
       LEFT JOIN e ON e.noun = r.noun AND e.id = r.id WHERE e.events IS DISTINCT FROM r.version LIMIT 20`,
      [from],
    ),
    withoutRecord: await query(
      `${compared} SELECT e.* FROM e LEFT JOIN r ON r.noun = e.noun AND r.id = e.id WHERE r.id IS NULL LIMIT 20`,
      [from],
    ),
  };
}

function isMail({ noun }: Written): boolean {
  return noun === "inbox_messages";
}

/** The last acknowledged state of each record. */
function lastOf(written: readonly Written[]): Written[] {
  const last = new Map<number, Written>();
  for (const one of written) if (one.version >= (last.get(one.id)?.version ?? 0)) last.set(one.id, one);
  return [...last.values()];
}
