import { beforeAll, describe, expect, it } from "vitest";
import { normalizeDocumentNumber, nameKey } from "@/lib/kernel/text";
import { award, plantWorld, recipient, refusal, world } from "./world";

beforeAll(plantWorld);

describe("3. partial dates", () => {
  it.each([
    "'-05'",
    "'2022--03'",
    "'2022-13'",
    "'2022-02-30'",
    "'2022-2'",
    "'22'",
    "'2022-05-'",
    "''",
    "'2022-05-03T00:00'",
  ])("%s is none", async (value) => {
    expect(await refusal(award(30, { award_date: value }))).toBe("awards_award_date_partial_date");
  });
  it("have a first and a last day that no writer chooses", async () => {
    expect(
      await refusal(
        award(31, { award_date: "'2024-02'", first_day: "'1999-01-01'", last_day: "'1999-01-01'" }),
      ),
    ).toBeNull();
    expect(await world.ownerSql("SELECT award_date, first_day, last_day FROM awards WHERE id = 31")).toEqual([
      { award_date: "2024-02", first_day: "2024-02-01", last_day: "2024-02-29" },
    ]);
  });
  it("sort by what they say", async () => {
    const rows = await world.ownerSql<{ d: string }>(
      `SELECT d FROM unnest(ARRAY['2022-05-03','2022-05','2022','2021-12-31']) d ORDER BY d COLLATE "C"`,
    );
    expect(rows.map(({ d }) => d)).toEqual(["2021-12-31", "2022", "2022-05", "2022-05-03"]);
  });
});

describe("4. document numbers", () => {
  it.each(["青工发[2022]15号", "青工发（2022）15", "青工发【2022】第15号", "青工发 〔２０２２〕 １５ 号"])(
    "%s is the number that is there",
    async (number) => {
      expect(
        await refusal(
          `INSERT INTO documents (number, title, kind, recording_unit_id, updated_at) VALUES ('${number}', 't', 'notice', 2, now())`,
        ),
      ).toBe("documents_number_key_key");
    },
  );
  it("have the same normal form here and in the application, and so have names", async () => {
    for (const text of ["青工发[2022]15", "鲁工发【２０２１】第003号文", "（2020）7", "总工办 2019-5"]) {
      expect(await world.ownerSql("SELECT document_number_key($1) AS key", [text])).toEqual([
        { key: normalizeDocumentNumber(text) },
      ]);
    }
    for (const text of ["买买提•艾力", "买买提・艾 力", "ＡＢＣ", "张　伟", "㛃䶮𠮷", "a.b"]) {
      expect(await world.ownerSql("SELECT name_key($1) AS key", [text])).toEqual([{ key: nameKey(text) }]);
    }
  });
});

describe("5. nothing with awards is deleted", () => {
  it.each([
    ["employees", 1],
    ["honor_titles", 1],
    ["documents", 1],
    ["awards", 1],
    ["organizations", 2],
    ["users", 1],
    ["levels", "'city'"],
    ["prize_levels", "'third'"],
    ["categories", "'innovation'"],
  ])("%s", async (table, id) => {
    expect(
      await refusal(`DELETE FROM ${table} WHERE ${typeof id === "string" ? "code" : "id"} = ${id}`),
    ).toMatch(/_fkey$/);
  });
});

describe("9. audit", () => {
  it("nothing changes without its event in the same transaction", async () => {
    expect(await refusal("UPDATE employees SET post = 'p' WHERE id = 1", { audited: false })).toBe(
      "audit_required",
    );
    expect(await refusal("DELETE FROM teams WHERE id = 1", { audited: false })).toBe("audit_required");
    await world.ownerSql(
      "INSERT INTO audit_events (event, noun, noun_id, actor_name, actor_roles, address, transaction_id) VALUES ('test', 'employees', 1, 't', '{}', 'l', 7)",
    );
    expect(await refusal("UPDATE employees SET post = 'p' WHERE id = 1", { audited: false })).toBe(
      "audit_required",
    );
  });
  it.each(["owner", "app"] as const)("events cannot be changed or removed by the %s", async (role) => {
    for (const sql of [
      "UPDATE audit_events SET actor_name = 'x'",
      "DELETE FROM audit_events",
      "TRUNCATE audit_events",
      "TRUNCATE audit_events CASCADE",
    ]) {
      expect(await refusal(sql, { audited: false, role })).toMatch(
        role === "owner" ? /for_ever/ : /42501|for_ever/,
      );
    }
  });
  it("the application's role cannot switch the rules off", async () => {
    for (const sql of [
      "ALTER TABLE audit_events DISABLE TRIGGER ALL",
      "DROP TRIGGER audit_events_for_ever ON audit_events",
      "SET session_replication_role = replica",
      "DROP TABLE audit_events",
    ]) {
      expect(await refusal(sql, { audited: false, role: "app" })).toBe("42501");
    }
  });
});

describe("units", () => {
  it("keep their place, refuse rings and the other tree, and carry what lies below", async () => {
    expect(await refusal("UPDATE organizations SET parent_id = 4, period_from = '2020' WHERE id = 1")).toBe(
      "organizations_no_ring",
    );
    expect(await refusal("UPDATE organizations SET parent_id = 2, period_from = '2020' WHERE id = 3")).toBe(
      "organizations_parent_same_tree",
    );
    expect(
      await refusal("UPDATE organizations SET parent_id = NULL, period_from = '2020' WHERE id = 3"),
    ).toBeNull();
    expect(await world.ownerSql("SELECT path FROM organizations WHERE id IN (3, 4) ORDER BY id")).toEqual([
      { path: "/3/" },
      { path: "/3/4/" },
    ]);
  });
  it("keep the names they had", async () => {
    expect(await refusal("UPDATE organizations SET name = '新名' WHERE id = 4")).toBe(
      "organizations_rename_needs_period",
    );
    expect(
      await refusal("UPDATE organizations SET name = '新名', period_from = '2021-06-01' WHERE id = 4"),
    ).toBeNull();
    expect(
      await world.ownerSql(
        "SELECT name, valid_from, valid_to FROM organization_periods WHERE organization_id = 4 ORDER BY id",
      ),
    ).toEqual([
      { name: "一班", valid_from: "2005", valid_to: "2021-06-01" },
      { name: "新名", valid_from: "2021-06-01", valid_to: null },
    ]);
    expect(
      await refusal(
        "INSERT INTO organization_periods (organization_id, name, valid_from) VALUES (4, 'z', '2019')",
      ),
    ).toBe("organization_periods_no_overlap");
  });
  it("then and now both find an award after a transfer", async () => {
    expect(await refusal(award(110) + recipient(110, 1, "employee_id, unit_id", "2, 4"))).toBeNull();
    expect(await refusal("UPDATE employees SET unit_id = 1, assigned_from = '2024' WHERE id = 2")).toBeNull();
    const units = await world.ownerSql<{ organization_id: number }>(
      "SELECT organization_id FROM award_units WHERE award_id = 110 ORDER BY 1",
    );
    expect(units.map((unit) => unit.organization_id)).toEqual([1, 2, 4]);
    expect(
      await world.ownerSql(
        "SELECT unit_id, valid_from, valid_to FROM employee_assignments WHERE employee_id = 2 ORDER BY id",
      ),
    ).toEqual([
      { unit_id: 4, valid_from: "2010", valid_to: "2024" },
      { unit_id: 1, valid_from: "2024", valid_to: null },
    ]);
  });
  it("a work number is one person's at a time, and may be given again later", async () => {
    const hire = (from: string) =>
      `INSERT INTO employees (name, pinyin, initials, employer_id, work_number, hired_on, updated_at) VALUES ('新人', '', '', 1, '0003', '${from}', now())`;
    expect(await refusal(hire("2015"))).toBe("employees_work_number_in_period");
    expect(
      await refusal(`UPDATE employees SET left_on = '2020' WHERE id = 3; ${hire("2020-03-01")}`),
    ).toBeNull();
  });
});
