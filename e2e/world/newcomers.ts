import { query } from "./database";

/** An employee at work with an account, out of nothing; the work number is told to nobody else. */
export async function employ(workNumber: string, name: string): Promise<void> {
  await query(
    `WITH one AS (INSERT INTO employees (name, pinyin, initials, work_number, employer_id, unit_id, union_unit_id, hired_on)
       SELECT $1, 'tong yi', 'ty', $2, c.id, c.id, u.id, '2020' FROM organizations c, organizations u WHERE c.code = 'HD03' AND u.code = 'HD03-GH' RETURNING id),
     two AS (INSERT INTO users (username, name, password_hash, employee_id, updated_at) SELECT lower($2), $1, '-', id, now() FROM one RETURNING id),
     three AS (INSERT INTO audit_events (event, noun, noun_id, actor_name, actor_roles, address) SELECT 'employees.created', 'employees', id, 'test', '{}', 'local' FROM one RETURNING id)
     INSERT INTO audit_events (event, noun, noun_id, actor_name, actor_roles, address) SELECT 'users.created', 'users', id, 'test', '{}', 'local' FROM two`,
    [name, workNumber],
  );
}
