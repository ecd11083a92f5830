import { beforeAll, expect, it } from "vitest";
import { actors, audited, buildLedger, draft, person, title, unit } from "@/e2e/world/ledger";
import { saveAward } from "@/lib/awards/commands";
import { testDatabase } from "@/lib/db/testing";

const world = await testDatabase();
let award = 0;

beforeAll(async () => {
  await buildLedger();
  const only = { titleId: title.craftsman, prizeLevelCode: "", bonus: "", documents: [] };
  const saved = await saveAward(
    actors.recorder,
    draft({ ...only, recipients: [{ employeeId: person.jia }, { employeeId: person.li }] }),
  );
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  award = saved.value.id;
  await world.ownerSql(`BEGIN; ${audited.replace(`'users'`, `'users','teams','studios','achievements'`)}
    INSERT INTO teams (id, name, kind, unit_id, updated_at) VALUES (901, '焊接一班', 'crew', ${unit.companyA}, now());
    INSERT INTO team_members (team_id, employee_id) VALUES (901, ${person.jia}), (901, ${person.li});
    INSERT INTO studios (id, name, unit_id, updated_at) VALUES (901, '贾建华工作室', ${unit.companyA}, now());
    INSERT INTO studio_members (studio_id, employee_id) VALUES (901, ${person.jia}), (901, ${person.zhang});
    INSERT INTO achievements (id, name, kind, updated_at) VALUES (901, '管道焊接法', 'innovation', now());
    INSERT INTO achievement_units (achievement_id, position, organization_id) VALUES (901, 1, ${unit.companyA});
    INSERT INTO achievement_contributors (achievement_id, position, employee_id) VALUES (901, 1, ${person.li}); COMMIT`);
});

/** Each way by which what these tables are made from changes; SQL, so that no command can have kept them. */
const changes: Record<string, () => string> = {
  "somebody is moved to another company": () =>
    `UPDATE employees SET unit_id = ${unit.companyB}, union_unit_id = ${unit.unionB}, assigned_from = '2024' WHERE id = ${person.li}`,
  "somebody leaves the union, another has no unit any more": () =>
    `UPDATE employees SET union_unit_id = NULL, assigned_from = '2024-02' WHERE id = ${person.novice}; UPDATE employees SET unit_id = NULL, assigned_from = '2024-02' WHERE id = ${person.zhang}`,
  "people are hired": () =>
    `INSERT INTO employees (name, pinyin, initials, unit_id, union_unit_id, hired_on, updated_at) SELECT '新人' || n, 'xin ren', 'xr', ${unit.companyB}, ${unit.unionB}, '2024', now() FROM generate_series(1, 3) n`,
  "a record is removed": () =>
    `DELETE FROM employee_assignments a USING employees e WHERE e.id = a.employee_id AND e.name = '新人3'; DELETE FROM employees WHERE name = '新人3'`,
  "a company comes under another": () =>
    `UPDATE organizations SET parent_id = ${unit.companyA}, period_from = '2024-03' WHERE id = ${unit.companyB}`,
  "a member, another and a contributor are exchanged": () =>
    `DELETE FROM team_members WHERE team_id = 901 AND employee_id = ${person.jia}; UPDATE studio_members SET employee_id = ${person.li} WHERE studio_id = 901 AND employee_id = ${person.zhang};
     UPDATE achievement_contributors SET employee_id = ${person.jia} WHERE achievement_id = 901`,
  "a recipient is taken out": () =>
    `DELETE FROM award_recipients WHERE award_id = ${award} AND employee_id = ${person.li}`,
  "the award is of another year": () =>
    `UPDATE awards SET award_date = '2021-03', award_year = 2021 WHERE id = ${award}`,
};

it.each(Object.keys(changes))("what is kept beside the rows is what the rows say: %s", async (what) => {
  await world.ownerSql(
    `BEGIN; ${audited.replace(`'users'`, `'users','awards'`)} ${changes[what]!()}; COMMIT`,
  );
  for (const [table, rebuild] of [
    ["award_scopes", "rebuild_award_scopes"],
    ["unit_pairs", "rebuild_unit_pairs"],
    ["team_scopes", "rebuild_team_scopes"],
    ["studio_scopes", "rebuild_studio_scopes"],
    ["achievement_scopes", "rebuild_achievement_scopes"],
  ]) {
    const kept = await world.ownerSql(`SELECT * FROM ${table} ORDER BY 1, 2`);
    await world.ownerSql(`CALL ${rebuild}()`);
    expect(kept).toEqual(await world.ownerSql(`SELECT * FROM ${table} ORDER BY 1, 2`));
    expect(kept).not.toEqual([]);
  }
});
