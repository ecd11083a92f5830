import { query } from "./database";
import { samples } from "./routes";

export type Sample = { id: number; version: number };
export type Samples = Awaited<ReturnType<typeof actionSamples>>;

/** Records of the third company in the states that actions ask for, with the versions they are at. */
export async function actionSamples() {
  const ids = await samples();
  const recorded = (states: string) =>
    one(
      `SELECT a.id, a.version FROM awards a JOIN organizations o ON o.id = a.recording_unit_id
       WHERE o.code = 'HD03-GH' AND a.state IN (${states}) ORDER BY a.id LIMIT 1`,
    );
  const byId = (table: string, id: number | undefined) =>
    one(`SELECT id, version FROM ${table} WHERE id = $1`, [id]);
  const number = async (text: string) => (await query<{ n: number }>(text))[0]!.n;
  const code = async (text: string) => (await query<{ code: string }>(text))[0]!.code;
  return {
    ids,
    draft: await recorded("'draft', 'returned'"),
    submitted: await recorded("'submitted'"),
    effective: await recorded("'effective'"),
    /** An honor in which neither of the two employees with an account had a part. */
    others: await number(
      `SELECT id AS n FROM awards a WHERE state = 'effective' AND NOT EXISTS (
         SELECT FROM employees e WHERE e.work_number IN ('03001', '03002') AND (
           e.id IN (SELECT employee_id FROM award_recipients WHERE award_id = a.id)
           OR e.id IN (SELECT employee_id FROM award_members WHERE award_id = a.id))) ORDER BY id LIMIT 1`,
    ),
    ownRequest: await one(
      `SELECT r.id, r.version FROM award_requests r JOIN employees e ON e.id = r.employee_id
       WHERE e.work_number = '03001' AND r.state = 'open' ORDER BY r.id LIMIT 1`,
    ),
    revocation: await byId("award_revocations", ids.revocation),
    unresolved: await unresolved(),
    employee: await byId("employees", ids.employee),
    unit: await byId("organizations", ids.unit),
    document: await byId("documents", ids.document),
    team: await byId("teams", ids.team),
    studio: await byId("studios", ids.studio),
    certificate: await byId("certificates", ids.certificate),
    treatment: await byId("treatments", ids.treatment),
    /** Whose it is, and for what. */
    treated: await treated(ids.treatment),
    achievement: await byId("achievements", ids.achievement),
    title: await byId("honor_titles", ids.title),
    programme: await byId("programmes", ids.programme),
    body: await byId("granting_bodies", ids.body),
    user: await byId("users", ids.user),
    company: await number("SELECT id AS n FROM organizations WHERE code = 'HD03'"),
    union: await number("SELECT id AS n FROM organizations WHERE code = 'HD03-GH'"),
    grant: await number(`SELECT id AS n FROM user_roles WHERE user_id = ${ids.user} ORDER BY id LIMIT 1`),
    level: await code("SELECT code FROM levels ORDER BY sort LIMIT 1"),
    category: await code("SELECT code FROM categories ORDER BY sort LIMIT 1"),
    import: await byId("import_batches", ids.import),
    layout: await number(
      `INSERT INTO export_layouts (user_id, name, columns, row_per, format)
       SELECT id, '人力资源自用', '{title}', 'award', 'xlsx' FROM users WHERE username = 'hr'
       ON CONFLICT (user_id, name) DO UPDATE SET format = 'xlsx' RETURNING id AS n`,
    ),
  };
}

async function treated(id: number | undefined): Promise<{ awardId: number; employeeId: number }> {
  const [row] = await query<{ awardId: number; employeeId: number }>(
    `SELECT award_id AS "awardId", employee_id AS "employeeId" FROM treatments WHERE id = $1`,
    [id],
  );
  return row!;
}

/** A name of the third company's that waits; nobody but these tests knows it. */
async function unresolved(): Promise<Sample> {
  const name = "样例待核对";
  await query(
    `WITH told AS (INSERT INTO audit_events (event, noun, actor_name, actor_roles, address)
       SELECT 'unresolved_recipients.created', 'unresolved_recipients', 'test', '{}', 'local')
     INSERT INTO unresolved_recipients (document_id, title_id, award_date, award_year, name, recording_unit_id, created_by_id, updated_at)
     SELECT d.id, (SELECT min(id) FROM honor_titles), '2022-05', 2022, $1, o.id, (SELECT min(id) FROM users), now()
     FROM documents d JOIN organizations o ON o.id = d.recording_unit_id
     WHERE o.code = 'HD03-GH' AND NOT EXISTS (SELECT FROM unresolved_recipients WHERE name = $1)
     ORDER BY d.id LIMIT 1`,
    [name],
  );
  return one("SELECT id, version FROM unresolved_recipients WHERE name = $1 ORDER BY id LIMIT 1", [name]);
}

async function one(text: string, values: unknown[] = []): Promise<Sample> {
  const [row] = await query<Sample>(text, values);
  if (!row) throw new Error(`No sample: ${text}`);
  return row;
}

/** These rows as they stand, without the moment of the last sign-in. */
export async function rowsAsTheyStand(rows: readonly (readonly [string, number])[]): Promise<unknown> {
  const texts = rows.map(
    ([table, id]) =>
      `SELECT '${table}' AS noun, to_jsonb(t) - 'last_sign_in_at' AS row FROM ${table} t WHERE id = ${id}`,
  );
  return query([...new Set(texts)].sort().join(" UNION ALL "));
}

const written = [
  ...[
    "awards",
    "award_requests",
    "employees",
    "organizations",
    "documents",
    "teams",
    "studios",
    "treatments",
    "certificates",
  ],
  ...[
    "unresolved_recipients",
    "award_revocations",
    "achievements",
    "honor_titles",
    "programmes",
    "granting_bodies",
    "users",
    "export_layouts",
  ],
  ...["import_batches", "import_rows", "import_mappings"],
];

/** In which tables a mark stands that was sent in. */
export async function tablesWith(mark: string): Promise<string[]> {
  const texts = written.map(
    (table) => `SELECT DISTINCT '${table}' AS name FROM ${table} t WHERE to_jsonb(t)::text LIKE $1`,
  );
  return (await query<{ name: string }>(texts.join(" UNION ALL "), [`%${mark}%`])).map(({ name }) => name);
}

export type Event = { event: string; session_id: number | null; code: string };

/** The refusals that were written down for requests to an address with this mark. */
export function refusalsOf(mark: string): Promise<Event[]> {
  return query<Event>(
    "SELECT event, session_id, after ->> 'code' AS code FROM audit_events WHERE event = 'auth.refused' AND after ->> 'path' LIKE $1",
    [`%try=${mark}%`],
  );
}

/** What else a session did, but for coming in and being refused. */
export function deedsOf(session: number): Promise<{ event: string }[]> {
  return query("SELECT event FROM audit_events WHERE session_id = $1 AND event NOT LIKE 'auth.%'", [session]);
}
