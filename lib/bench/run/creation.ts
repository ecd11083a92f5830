import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import type { Line } from "./table";
import { type Timing, timingOf, together } from "./timing";
import type { World } from "./world";
import { type Order, pick } from "./writer-order";

const clients = 8;
const processes = 2;

/** Awards entered by eight people at once: the command with its rules, snapshots and audit, beside bare inserts of the same rows. */
export async function measureCreation(
  pool: pg.Pool,
  { group, company, companyUnion }: World,
  seconds: number,
): Promise<Line[]> {
  const { rows: people } = await pool.query<{ id: number; name: string; unit: number; union: number }>(
    `SELECT e.id, e.name, e.unit_id AS unit, e.union_unit_id AS union FROM employees e JOIN organizations o ON o.id = e.union_unit_id
     WHERE o.path >= $1 AND o.path < $2 AND e.status = 'active' AND e.hired_on < '2015' ORDER BY e.id LIMIT 2000`,
    [companyUnion.path, `${companyUnion.path.slice(0, -1)}0`],
  );
  const { rows: papers } = await pool.query<{ id: number; body: number }>(
    `SELECT d.id, i.granting_body_id AS body FROM documents d JOIN document_issuers i ON i.document_id = d.id AND i.position = 1
     WHERE d.recording_unit_id = $1 ORDER BY d.id DESC LIMIT 50`,
    [companyUnion.id],
  );
  const { rows: titles } = await pool.query<{ id: number; level: string }>(
    `SELECT t.id, min(l.level_code) AS level FROM honor_titles t JOIN honor_title_levels l ON l.title_id = t.id
     WHERE t.valid_to IS NULL AND EXISTS (SELECT FROM honor_title_subject_kinds k WHERE k.title_id = t.id AND k.subject_kind = 'employee')
       AND NOT EXISTS (SELECT FROM honor_title_prize_levels p WHERE p.title_id = t.id) GROUP BY t.id ORDER BY t.id LIMIT 20`,
  );
  const order = (life: Order["life"]): Order => ({
    ...{
      life,
      seconds,
      clients: clients / processes,
      unitId: companyUnion.id,
      recorder: company,
      checker: group,
    },
    ...{ people: people.map(({ id }) => id), papers: papers.map(({ id }) => id), titles },
  });
  const drafts = await writers(order("draft"));
  const sql = await together(clients, seconds, (client, nth) => {
    const n = nth * clients + client;
    const [person, paper, title] = [pick(people, n * 7), pick(papers, n), pick(titles, n)];
    const values = [
      ...[title.id, title.level, companyUnion.id, company.userId, paper.id, paper.body],
      ...[person.id, person.name, person.unit, person.union],
    ];
    return pool.query({ name: "bare-award", text: bareInsert, values });
  });
  const lives = await writers(order("whole"));
  const limit = { what: "the same rows in one INSERT without a rule", timing: sql };
  const by = "perSecond" as const;
  return [
    {
      what: `${drafts.count} awards by ${clients} clients: draft with snapshot and audit`,
      ...{ product: drafts, limit, by, aim: "≥ 300/s" },
    },
    {
      what: `${lives.count} awards by ${clients} clients: draft, submission and confirmation`,
      ...{ product: lives, limit, by, aim: "" },
    },
  ];
}

/** Processes of the app that call the commands, as many as the machine has cores here; they begin together. */
async function writers(order: Order): Promise<Timing> {
  const program = fileURLToPath(new URL("writer.ts", import.meta.url));
  const children = Array.from({ length: processes }, (_, index) =>
    fork(program, [JSON.stringify({ ...order, first: index * order.clients })], {
      execArgv: ["--conditions=react-server", "--import", "tsx"],
      serialization: "advanced",
    }),
  );
  const said = (child: ChildProcess) =>
    new Promise<number[]>((resolve, reject) => {
      child.once("message", (times) => resolve(times as number[]));
      child.once("exit", () => reject(new Error("A process of writers came to an end before its time")));
    });
  await Promise.all(children.map(said));
  const began = performance.now();
  for (const child of children) child.send("go");
  const times = await Promise.all(children.map(said));
  return timingOf(times.flat(), (performance.now() - began) / 1_000);
}

const bareInsert = `WITH a AS (INSERT INTO bench.awards (title_id, title_name, level_code, category_code, award_date, first_day, last_day, award_year, reason, recording_unit_id,
      created_by_id, updated_by_id, entered_by_ids) VALUES ($1, '先进', $2, 'general', '2026-05-01', '2026-05-01', '2026-05-01', 2026, '年度表彰', $3, $4, $4, ARRAY[$4::int]) RETURNING id),
    d AS (INSERT INTO bench.award_documents SELECT id, 1, $5 FROM a),
    b AS (INSERT INTO bench.award_granting_bodies SELECT id, 1, $6 FROM a),
    r AS (INSERT INTO bench.award_recipients (award_id, position, employee_id, name, unit_id, union_unit_id) SELECT id, 1, $7, $8, $9, $10 FROM a),
    s AS (INSERT INTO bench.award_state_changes (award_id, to_state, changed_by_id) SELECT id, 'draft', $4 FROM a),
    u AS (INSERT INTO bench.award_units (award_id, organization_id) SELECT id, x FROM a, unnest(ARRAY[$3::int, $9::int, $10::int]) AS x GROUP BY 1, 2)
  INSERT INTO bench.audit_events (event, noun, noun_id, actor_user_id, actor_name, actor_roles, address, after)
    SELECT 'awards.created', 'awards', id, $4, '经办', '{recorder}', '10.0.0.1', '{"state": "draft"}' FROM a`;
