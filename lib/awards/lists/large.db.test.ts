import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger, document, person, team, title } from "@/e2e/world/ledger";
import type { TestDatabase } from "@/lib/db/testing";
import { saveList } from "./commands";
import { lookUpNames } from "./queries";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
});

const { recorder } = actors;

describe("a list", () => {
  it("takes the longest one in good time: 300 rows, 500 people", async () => {
    await world.ownerSql(`INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'employees', 'test', '{}', 'local');
      INSERT INTO employees (name, pinyin, initials, post, unit_id, union_unit_id, employer_id, work_number, hired_on, updated_at)
        SELECT '职工' || n, 'zhi gong', 'zg', '焊工', 2, 12, 1, 'L' || n, '2000', now() FROM generate_series(1, 500) n`);
    const people = await world.ownerSql<{ id: number; name: string }>(
      "SELECT id, name FROM employees WHERE work_number LIKE 'L%' ORDER BY id",
    );
    const row = (some: typeof people) => ({
      recipients: some.map(({ id, name }) => ({ id: String(id), name })),
    });
    const rows = Array.from({ length: 300 }, (_, index) =>
      row(index < 200 ? people.slice(index * 2, index * 2 + 2) : people.slice(index + 200, index + 201)),
    );
    const list = (some: typeof rows) => ({
      ...{ documentId: document.notice, key: randomUUID(), intent: "submit" },
      groups: [{ titleId: title.innovation, prizeLevelCode: "third", awardDate: "2022-12", rows: some }],
    });
    const tooMany = await saveList(recorder, list([...rows, row(people.slice(0, 1))]));
    expect(tooMany).toMatchObject({ fault: { fields: { "groups.0.rows": ["tooMany:300"] } } });
    const parted = list([...rows, ...rows]).groups.map((group) => [
      { ...group, rows: group.rows.slice(0, 300) },
      { ...group, rows: group.rows.slice(300) },
    ]);
    const inTwo = await saveList(recorder, { ...list(rows), groups: parted.flat() });
    expect(inTwo).toMatchObject({ fault: { fields: { groups: ["tooMany:300"] } } });
    expect(await saveList(recorder, list(rows))).toEqual({ ok: true, value: { id: document.notice } });
    const [made] = await world.ownerSql<{ awards: number; people: number }>(
      "SELECT count(DISTINCT award_id)::int AS awards, count(*)::int AS people FROM award_recipients",
    );
    expect(made).toEqual({ awards: 300, people: 500 });
  }, 120_000);
});

describe("names are looked up", () => {
  it("a name with its unit is proposed, a name alone is a choice, a team by its own name", async () => {
    const answers = await lookUpNames(recorder, {
      documentId: document.notice,
      asks: [
        { kind: "employee", name: "贾建华", unit: "甲公司" },
        { kind: "employee", name: "贾建华" },
        { kind: "employee", name: "张伟", unit: "乙公司" },
        { kind: "team", name: "焊接班" },
        { kind: "team", name: "甲公司焊接班" },
        { kind: "employee", name: "贾建华", workNumber: "0002" },
      ],
    });
    const [withUnit, alone, elsewhere, exact, similar, wrongNumber] = answers.ok ? answers.value : [];
    expect(withUnit).toMatchObject({ id: person.jia });
    expect(alone).toMatchObject({
      id: null,
      candidates: [{ id: person.jia, unit: "甲公司", workNumber: "0001" }],
    });
    expect(elsewhere).toMatchObject({ id: null, candidates: [] });
    expect(exact).toMatchObject({ id: team.welders });
    expect(similar).toMatchObject({ id: null, candidates: [{ id: team.welders }] });
    expect(wrongNumber).toMatchObject({ id: null, fault: "workNumberOfAnother:李晓杰" });
  });
});
