import type { Actor, Grant } from "@/lib/auth/roles";
import { type TestDatabase, testDatabase } from "@/lib/db/testing";

/**
 * A small enterprise for integration tests: two companies with their unions, people, two titles, a document, a team and an
 * achievement. Ids are fixed, so that a test reads like a story.
 */
export const unit = { group: 1, companyA: 2, companyB: 3, union: 11, unionA: 12, unionB: 13 } as const;
export const person = { jia: 1, li: 2, zhang: 3, novice: 4 } as const;
export const title = { innovation: 1, craftsman: 2 } as const;
export const document = { notice: 1, ofB: 2 } as const;
export const team = { welders: 1 } as const;
export const achievement = { fixture: 1 } as const;

export const actors = {
  recorder: actor(1, "经办甲", grant("recorder", unit.unionA)),
  recorder2: actor(2, "经办乙", grant("recorder", unit.unionA)),
  checker: actor(3, "审核甲", grant("checker", unit.unionA)),
  checker2: actor(4, "审核乙", grant("checker", unit.union)),
  admin: actor(5, "管理员", grant("union_admin", unit.union)),
  recorderB: actor(6, "外单位经办", grant("recorder", unit.unionB)),
  checkerB: actor(7, "外单位审核", grant("checker", unit.unionB)),
  hr: actor(8, "人事", grant("hr", unit.companyA)),
  sysadmin: actor(9, "系统管理员", { role: "sysadmin", organizationId: null, tree: null, path: null }),
  jia: { ...actor(10, "贾建华"), employeeId: person.jia },
  both: actor(11, "经办兼审核", grant("recorder", unit.unionA), grant("checker", unit.unionA)),
} satisfies Record<string, Actor>;

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
  "users",
];
export const audited = `INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) SELECT 'test', n, 'test', '{}', 'local' FROM unnest(ARRAY['${nouns.join("','")}']) n;`;

export async function buildLedger(): Promise<TestDatabase> {
  const world = await testDatabase();
  await plantLedger(world);
  return world;
}

/** The same on another server than the tests' own. */
export async function plantLedger(world: Pick<TestDatabase, "ownerSql">): Promise<void> {
  const users = Object.values(actors).map(
    (one) => `(${one.userId}, '${one.username}', '${one.name}', '-', ${one.employeeId ?? "NULL"}, now())`,
  );
  const roles = Object.values(actors).flatMap((one) =>
    one.grants.map(({ role, organizationId }) => `(${one.userId}, '${role}', ${organizationId ?? "NULL"})`),
  );
  await world.ownerSql(`${audited}
    INSERT INTO organizations (id, tree, kind, name, code, parent_id, valid_from, updated_at) VALUES
      (1, 'company', 'group', '集团', 'G', NULL, '2000', now()), (11, 'union', 'group_union', '集团工会', 'GU', NULL, '2000', now());
    INSERT INTO organizations (id, tree, kind, name, code, parent_id, valid_from, updated_at) VALUES
      (2, 'company', 'company', '甲公司', 'A', 1, '2000', now()), (3, 'company', 'company', '乙公司', 'B', 1, '2000', now()),
      (12, 'union', 'base_union', '甲公司工会', 'UA', 11, '2000', now()), (13, 'union', 'base_union', '乙公司工会', 'UB', 11, '2000', now());
    INSERT INTO employees (id, name, pinyin, initials, post, unit_id, union_unit_id, employer_id, work_number, hired_on, updated_at) VALUES
      (1, '贾建华', 'jia jianhua', 'jjh', '焊工', 2, 12, 1, '0001', '1996', now()), (2, '李晓杰', 'li xiaojie', 'lxj', '电工', 2, 12, 1, '0002', '2010', now()),
      (3, '张伟', 'zhang wei', 'zw', '钳工', 3, 13, 1, '0003', '2011', now()), (4, '王新', 'wang xin', 'wx', '学徒', 2, 12, 1, '0004', '2023-07', now());
    INSERT INTO users (id, username, name, password_hash, employee_id, updated_at) VALUES ${users.join()};
    INSERT INTO user_roles (user_id, role, organization_id) VALUES ${roles.join()};
    INSERT INTO granting_bodies (id, name, code, kind, updated_at) VALUES (1, '青岛市总工会', 'qdzgh', 'union', now()), (2, '青岛市人社局', 'qdrsj', 'human_resources', now());
    INSERT INTO programmes (id, name, cycle, updated_at) VALUES (1, '一匠五创', 'yearly', now());
    INSERT INTO programme_organisers VALUES (1, 1, 1), (1, 2, 2);
    INSERT INTO honor_titles (id, programme_id, name, name_en, category_code, updated_at) VALUES
      (1, 1, '青岛市职工创新成果', 'Qingdao employee innovation achievement', 'innovation', now()), (2, 1, '青岛工匠', 'Qingdao Craftsman', 'craftsman', now());
    INSERT INTO honor_title_levels VALUES (1, 'city'), (2, 'city'), (2, 'provincial');
    INSERT INTO honor_title_prize_levels VALUES (1, 'second'), (1, 'third');
    INSERT INTO honor_title_subject_kinds VALUES (1, 'employee'), (1, 'achievement'), (1, 'team'), (2, 'employee');
    INSERT INTO documents (id, number, title, kind, signed_on, recording_unit_id, updated_at) VALUES
      (1, '青工发〔2022〕15号', '关于公布2022年“一匠五创”名单的通报', 'circular', '2022-12', 11, now()), (2, NULL, '乙公司内部通知', 'notice', '2022', 13, now());
    INSERT INTO document_issuers VALUES (1, 1, 1);
    INSERT INTO teams (id, name, kind, unit_id, updated_at) VALUES (1, '焊接班', 'crew', 2, now());
    INSERT INTO team_members (team_id, employee_id, is_leader, valid_from, valid_to) VALUES (1, 2, false, '2015', '2020'), (1, 1, true, '2015', NULL), (1, 4, false, '2023', NULL);
    INSERT INTO achievements (id, name, kind, updated_at) VALUES (1, '管道焊接工装', 'innovation', now());
    INSERT INTO achievement_units VALUES (1, 1, 2);
    INSERT INTO achievement_contributors (achievement_id, position, employee_id) VALUES (1, 1, 2), (1, 2, 1);
    SELECT setval('${["organizations", "employees", "users", "granting_bodies", "programmes", "honor_titles", "documents", "teams", "achievements"].join("_id_seq', 999), setval('")}_id_seq', 999);`);
}

/** What the form posts for a third prize of two people. */
export function draft(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    key: crypto.randomUUID(),
    titleId: String(title.innovation),
    levelCode: "city",
    prizeLevelCode: "third",
    awardDate: "2022.12",
    documents: [String(document.notice)],
    recipients: [
      { employeeId: String(person.li), role: "first_contributor", bonus: "1000" },
      { employeeId: String(person.jia), bonus: "500.5" },
    ],
    bonus: "3000",
    reason: "改进焊接工艺",
    ...more,
  };
}

function grant(role: Grant["role"], organizationId: number): Grant {
  const [tree, root] = organizationId > 10 ? (["union", 11] as const) : (["company", 1] as const);
  return {
    role,
    organizationId,
    tree,
    path: organizationId === root ? `/${root}/` : `/${root}/${organizationId}/`,
  };
}

function actor(userId: number, name: string, ...grants: Grant[]): Actor {
  return {
    userId,
    sessionId: userId,
    username: `user${userId}`,
    name,
    employeeId: null,
    mustChangePassword: false,
    grants,
    address: "127.0.0.1",
  };
}
