import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { award, move, plantWorld, recipient, refusal, world } from "./world";

/** Rules that are asked once a statement, at commit (migration 610): of many rows the single wrong one is found. */
beforeAll(plantWorld);

const ids = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
const events = (noun: string, of: number[]) =>
  `INSERT INTO audit_events (event, noun, noun_id, actor_name, actor_roles, address) SELECT 'test', '${noun}', id, 't', '{}', 'l' FROM unnest(ARRAY[${of.join()}]) id;`;
const unaudited = (sql: string) => refusal(sql, { audited: false });
const people = (of: number[]) =>
  `INSERT INTO employees (id, name, pinyin, initials, updated_at) SELECT id, '职工' || id, '', '', now() FROM unnest(ARRAY[${of.join()}]) id;`;
const states = (of: number[], state: string, by = 1) =>
  `INSERT INTO award_state_changes (award_id, to_state, changed_by_id) SELECT id, '${state}', ${by} FROM unnest(ARRAY[${of.join()}]) id;`;

describe("the event of each row", () => {
  const all = ids(200, 50);
  it("is missed where a single one lacks it, on every way of writing", async () => {
    expect(await unaudited(people(all) + events("employees", all.slice(1)))).toBe("audit_required");
    expect(await unaudited(people(all) + events("employees", all))).toBeNull();
    const change = `UPDATE employees SET post = 'p' WHERE id BETWEEN 200 AND 249;`;
    expect(await unaudited(change + events("employees", all.slice(0, -1)))).toBe("audit_required");
    expect(await unaudited(change + events("teams", all))).toBe("audit_required");
    const removal = `DELETE FROM employee_assignments WHERE employee_id = 249; DELETE FROM employees WHERE id = 249;`;
    expect(await unaudited(removal + events("employees", [248]))).toBe("audit_required");
    expect(await unaudited(removal + events("employees", [249]))).toBeNull();
  });
  it("is missed of one noun where another's is there", async () => {
    const [both, person] = [`${people([280])}${award(281)}`, events("employees", [280])];
    const state = states([281], "draft");
    expect(await unaudited(both + state + person)).toBe("audit_required");
    expect(await unaudited(both + state + events("awards", [281]))).toBe("audit_required");
    expect(await unaudited(both + state + person + events("awards", [281]))).toBeNull();
  });
  it("may come before or after the change, but within its transaction", async () => {
    expect(
      await unaudited(events("employees", [200]) + "UPDATE employees SET post = 'q' WHERE id = 200;"),
    ).toBeNull();
    expect(await unaudited(events("employees", [200]))).toBeNull();
    expect(await unaudited("UPDATE employees SET post = 'r' WHERE id = 200;")).toBe("audit_required");
  });
  it("is not asked where nothing changed, or only what is no event", async () => {
    expect(
      await unaudited("UPDATE employees SET updated_at = now(), name = name WHERE id < 250;"),
    ).toBeNull();
    expect(await unaudited("UPDATE employees SET post = 'none' WHERE id = -1;")).toBeNull();
  });
  it("is asked of an id that became another one", async () => {
    const moved = "UPDATE awards SET id = 7777 WHERE id = 1;";
    expect(await unaudited(moved + events("awards", [1]))).not.toBeNull();
  });
  it("is not owed for what was undone within the transaction", async () => {
    const undone = "SAVEPOINT s; UPDATE employees SET post = 'z' WHERE id = 200; ROLLBACK TO s;";
    expect(await unaudited(`BEGIN; ${undone} COMMIT;`)).toBeNull();
  });
  it("is asked at once by who asks for that", async () => {
    const early = "UPDATE employees SET post = 'y' WHERE id = 200; SET CONSTRAINTS ALL IMMEDIATE;";
    expect(await unaudited(early + events("employees", [200]))).toBe("audit_required");
  });
});

describe("many awards in one statement", () => {
  const many = ids(300, 20);
  const written = many.map((id) => award(id) + recipient(id, 1, "employee_id, bonus", "1, 10")).join("");
  it("add up each by itself", async () => {
    const rich = written.replace(/VALUES \(310, 1, 'x', 1, 10\)/, "VALUES (310, 1, 'x', 1, 99)");
    const bonus = "UPDATE awards SET bonus = 50 WHERE id BETWEEN 300 AND 319;";
    expect(rich).not.toBe(written);
    expect(await refusal(rich + bonus)).toBe("awards_bonus_shares");
    expect(await refusal(written + bonus)).toBeNull();
    expect(await refusal("UPDATE awards SET bonus = id - 300 WHERE id BETWEEN 300 AND 319;")).toBe(
      "awards_bonus_shares",
    );
  });
  it("change their state each with its row, and rows only with the state", async () => {
    const submit = "UPDATE awards SET state = 'submitted' WHERE id BETWEEN 300 AND 319;";
    expect(await refusal(submit + states(many.slice(1), "submitted"))).toBe("awards_state_recorded");
    expect(await refusal(submit + states([...many, 1], "submitted"))).toBe("award_state_changes_true");
    expect(await refusal(states(many, "submitted") + submit)).toBeNull();
    expect(
      await world.ownerSql(
        "SELECT DISTINCT from_state, to_state FROM award_state_changes WHERE award_id BETWEEN 300 AND 319 ORDER BY 2",
      ),
    ).toEqual([
      { from_state: null, to_state: "draft" },
      { from_state: "draft", to_state: "submitted" },
    ]);
  });
  it("are found by the units of all their recipients and members", async () => {
    const units = await world.ownerSql(
      "SELECT organization_id FROM award_units WHERE award_id = 300 ORDER BY 1",
    );
    expect(units).toEqual([{ organization_id: 2 }, { organization_id: 3 }]);
  });
});

describe("an award that comes in as submitted", () => {
  const whole = (id: number) => award(id, { state: "'submitted'" }).split(";")[0] + ";";
  const entered = (id: number) =>
    whole(id) + recipient(id, 1, "employee_id", "1") + states([id], "submitted");
  it("has its recipients and its first state, or it does not come in", async () => {
    expect(await refusal(entered(400))).toBeNull();
    expect(await refusal(whole(401) + states([401], "submitted"))).toBe("awards_have_recipients");
    expect(await refusal(whole(402) + recipient(402, 1, "employee_id", "1"))).toBe("awards_state_recorded");
    expect(
      await refusal(whole(403) + recipient(403, 1, "employee_id", "1") + states([403], "draft")),
    ).toMatch(/awards_state_recorded|award_state_changes_true/);
  });
  it("is as frozen as any other once its state is put down, for the transaction that enters it too", async () => {
    expect(await refusal(recipient(400, 2, "employee_id", "2"))).toBe("award_recipients_frozen");
    expect(await refusal("UPDATE awards SET rank = 1 WHERE id = 400")).toBe("awards_frozen");
    expect(await refusal(entered(404) + recipient(404, 2, "employee_id", "2"))).toBe(
      "award_recipients_frozen",
    );
    expect(await refusal(entered(405) + "UPDATE awards SET rank = 1 WHERE id = 405")).toBe("awards_frozen");
  });
  it("is confirmed by another, and no award comes in any further on its way", async () => {
    expect(await refusal(move(400, "effective", 1))).toBe("awards_checker_is_another");
    expect(await refusal(move(400, "effective", 2))).toBeNull();
    for (const state of ["returned", "effective", "expired", "revoked", "void"])
      expect(await refusal(award(406, { state: `'${state}'` }))).toBe("awards_begin_as_draft");
  });
});

it("a recipient is not added beside a submission that is on its way", async () => {
  const [submitting, adding] = [0, 1].map(() => new pg.Client({ connectionString: world.urls.ownerUrl }));
  await Promise.all([submitting!.connect(), adding!.connect()]);
  try {
    await submitting!.query(`BEGIN; ${events("awards", [1])} ${move(1, "submitted", 1)}`);
    const added = adding!.query(events("awards", [1]) + recipient(1, 2, "employee_id", "2"));
    added.catch(() => {});
    await submitting!.query("COMMIT");
    await expect(added).rejects.toMatchObject({ constraint: "award_recipients_frozen" });
  } finally {
    await Promise.all([submitting!.end(), adding!.end()]);
  }
});

it("nobody reaches the list of what is still to be asked", async () => {
  for (const sql of [
    "SELECT * FROM deferred_checks.lists",
    "DELETE FROM deferred_checks.lists",
    "SELECT deferred_checks.put('audit_required', 'awards', '{1}')",
    "ALTER TABLE awards DISABLE TRIGGER ALL",
  ])
    expect(await refusal(sql, { audited: false, role: "app" })).toBe("42501");
  expect(await world.ownerSql("SELECT count(*)::int AS left FROM deferred_checks.lists")).toEqual([
    { left: 0 },
  ]);
});

it("dates that are partly known are told from what is none, as before", async () => {
  const texts = [
    "2022",
    "2022-05",
    "2024-02-29",
    "2023-02-29",
    "2022-04-31",
    "2022-13",
    "2022-00",
    "1799",
    "2200",
    "2022-5",
    "2022-01-00",
    "x",
  ];
  const [row] = await world.ownerSql(
    "SELECT array_agg(t ORDER BY n) FILTER (WHERE is_partial_date(t)) AS dates FROM unnest($1::text[]) WITH ORDINALITY AS x(t, n)",
    [texts],
  );
  expect(row).toEqual({ dates: ["2022", "2022-05", "2024-02-29"] });
});
