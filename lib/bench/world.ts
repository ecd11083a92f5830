import pg from "pg";
import type { Actor } from "@/lib/auth/roles";

/** How large the enterprise is in which the benchmark imports: a mid-sized group (domain, chapter 8). */
export const size = { companies: 30, departments: 119, employees: 50_000, titles: 60, documents: 2_000 };

/** Ids of company units are 1 …, the union tree mirrors them from 1001. */
const unionOffset = 1000;
const firstDepartment = 2 + size.companies;
const lastUnit = firstDepartment + size.departments - 1;

const grant = (role: "recorder" | "checker") =>
  ({ role, organizationId: 1 + unionOffset, tree: "union", path: `/${1 + unionOffset}/` }) as const;
const actor = (userId: number, name: string, role: "recorder" | "checker"): Actor => ({
  ...{ userId, sessionId: userId, username: role, name, employeeId: null },
  ...{ mustChangePassword: false, grants: [grant(role)], address: "local" },
});
/** For which the workbook is imported: the whole group's union. */
export const recordingUnit = 1 + unionOffset;
export const recorder = actor(1, "经办", "recorder");
export const checker = actor(2, "审核", "checker");

/** Fills an empty, migrated database, as the owner and in one transaction; the rules of the database hold for it too. */
export async function plantWorld(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      `BEGIN; ${[events, units, people, catalog, papers, groups, sequences].join("\n")} COMMIT;`,
    );
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}

const nouns = [
  ...["organizations", "employees", "granting_bodies", "programmes", "honor_titles", "documents"],
  ...["achievements", "teams", "studios", "users"],
];
const events = `INSERT INTO audit_events (event, noun, actor_name, actor_roles, address)
  SELECT 'demonstration.loaded', noun, 'system', '{}', 'local' FROM unnest('{${nouns.join()}}'::text[]) AS noun;`;

const unitRows = (level: string, union: boolean) => {
  const shift = union ? unionOffset : 0;
  const tree = union ? "union" : "company";
  const kinds = union ? ["group_union", "base_union", "branch_union"] : ["group", "company", "department"];
  const suffix = union ? "工会" : "";
  return `INSERT INTO organizations (id, tree, kind, parent_id, name, short_name, code, valid_from)
    SELECT n + ${shift}, '${tree}', CASE WHEN n = 1 THEN '${kinds[0]}' WHEN n < ${firstDepartment} THEN '${kinds[1]}' ELSE '${kinds[2]}' END::organization_kind,
      CASE WHEN n = 1 THEN NULL WHEN n < ${firstDepartment} THEN 1 ELSE 2 + n % ${size.companies} END + ${shift},
      CASE WHEN n = 1 THEN '集团' WHEN n < ${firstDepartment} THEN '第' || n || '工程公司' ELSE '第' || n || '项目部' END || '${suffix}', NULL,
      '${union ? "U" : "C"}' || lpad(n::text, 4, '0'), '1990' FROM generate_series(${level}) AS n;`;
};
const units = [`1, 1`, `2, ${firstDepartment - 1}`, `${firstDepartment}, ${lastUnit}`]
  .flatMap((level) => [unitRows(level, false), unitRows(level, true)])
  .join("\n");

/** The department of the n-th person; those of one department are as many apart as there are departments. */
const unitOf = (n: string) => `${firstDepartment} + ${n} * 7919 % ${size.departments}`;

const surnames =
  "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严";
const given =
  "伟强磊军勇杰涛超明刚平辉鹏建国志海波文博学东振华栋立新永胜德家骏宏亮晓子轩玉峰春芳娜敏静丽艳霞秀英桂兰丹雪梅燕";
const pick = (from: string, at: string) => `substr('${from}', 1 + (${at}) % ${from.length}, 1)`;

// A multiplier prime to the table's size spreads people over names and units; about one in sixty shares a name with somebody.
const people = `INSERT INTO employees (id, name, pinyin, initials, gender, birth, work_number, employer_id, hired_on, post, unit_id, union_unit_id)
  SELECT n, ${pick(surnames, "n * 31 + n / 97")} || ${pick(given, "n * 17 + n / 89")} || ${pick(given, "n / 59 + n * 7")},
    'x', 'x', (ARRAY['male', 'female']::gender[])[1 + n % 2], (1955 + n % 45)::text, lpad(n::text, 6, '0'), 1, (1980 + n % 30)::text,
    (ARRAY['焊工', '电工', '起重工', '管工', '项目经理', '专业工程师'])[1 + n % 6], unit, unit + ${unionOffset}
  FROM (SELECT n, ${unitOf("n")} AS unit FROM generate_series(1, ${size.employees}) AS n) AS x;
  INSERT INTO users (id, username, name, password_hash, employee_id) VALUES (1, 'recorder', '经办', '-', NULL), (2, 'checker', '审核', '-', NULL);
  INSERT INTO users (id, username, name, password_hash, employee_id) SELECT 10 + n, 'user' || n, '职工', '-', n * 100 FROM generate_series(1, ${size.employees / 100}) AS n;
  INSERT INTO user_roles (user_id, role, organization_id) VALUES (1, 'recorder', ${1 + unionOffset}), (2, 'checker', ${1 + unionOffset});`;

// Of five titles, three are given to people (every other one with prizes), one to teams and studios, one to units and achievements.
const catalog = `INSERT INTO granting_bodies (id, name, code, kind) SELECT n, '第' || n || '授予机关', 'B' || n, 'union' FROM generate_series(1, 20) AS n;
  INSERT INTO programmes (id, name, cycle) SELECT n, '表彰项目' || n, 'yearly' FROM generate_series(1, 12) AS n;
  INSERT INTO programme_organisers SELECT n, 1, n FROM generate_series(1, 12) AS n;
  INSERT INTO honor_titles (id, programme_id, name, category_code, validity_months)
    SELECT n, 1 + n % 12, (ARRAY['工匠', '劳动模范', '技术能手', '先锋号', '先进单位'])[1 + n % 5] || '（' || n || '）',
      (ARRAY['craftsman', 'model_worker', 'skill', 'innovation_carrier', 'general'])[1 + n % 5], CASE WHEN n % 4 = 0 THEN 36 END
    FROM generate_series(1, ${size.titles}) AS n;
  INSERT INTO honor_title_levels SELECT n, level FROM generate_series(1, ${size.titles}) AS n, unnest('{city,group,company}'::text[]) AS level;
  INSERT INTO honor_title_prize_levels SELECT n, prize FROM generate_series(2, ${size.titles}, 2) AS n, unnest('{first,second,third}'::text[]) AS prize;
  INSERT INTO honor_title_subject_kinds
    SELECT n, kind::subject_kind FROM generate_series(1, ${size.titles}) AS n,
      unnest(CASE n % 5 WHEN 3 THEN '{team,studio}' WHEN 4 THEN '{organization,achievement}' ELSE '{employee}' END::text[]) AS kind;`;

const papers = `INSERT INTO documents (id, number, title, kind, signed_on, recording_unit_id)
    SELECT n, '青工发〔' || 2000 + n % 25 || '〕' || n || '号', '关于表彰先进的决定（' || n || '）', 'decision', (2000 + n % 25)::text, ${1 + unionOffset}
    FROM generate_series(1, ${size.documents}) AS n;
  INSERT INTO document_issuers SELECT n, 1, 1 + n % 20 FROM generate_series(1, ${size.documents}) AS n;`;

const groups = `INSERT INTO teams (id, name, kind, unit_id) SELECT n, '第' || n || '班', 'crew', ${unitOf("n")} FROM generate_series(1, 500) AS n;
  INSERT INTO team_members (team_id, employee_id, is_leader, valid_from)
    SELECT n, n + ${size.departments} * m, m = 0, '1995' FROM generate_series(1, 500) AS n, generate_series(0, 7) AS m;
  INSERT INTO studios (id, name, unit_id) SELECT n, '第' || n || '创新工作室', ${unitOf("n")} FROM generate_series(1, 100) AS n;
  INSERT INTO studio_members (studio_id, employee_id, is_leader, valid_from)
    SELECT n, n + ${size.departments} * m, m = 0, '1995' FROM generate_series(1, 100) AS n, generate_series(0, 4) AS m;
  INSERT INTO achievements (id, name, kind) SELECT n, '第' || n || '项焊接工装革新', 'innovation' FROM generate_series(1, 500) AS n;
  INSERT INTO achievement_units SELECT n, 1, ${unitOf("n")} FROM generate_series(1, 500) AS n;
  INSERT INTO achievement_contributors (achievement_id, position, employee_id)
    SELECT n, m, n + ${size.departments} * m FROM generate_series(1, 500) AS n, generate_series(1, 2) AS m;`;

const sequences = [...nouns].map((table) => `SELECT setval('${table}_id_seq', 100000);`).join("\n");
