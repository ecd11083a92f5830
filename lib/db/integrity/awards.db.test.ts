import { beforeAll, describe, expect, it } from "vitest";
import { award, move, plantWorld, recipient, refusal, world } from "./world";

beforeAll(plantWorld);

describe("1. recipients", () => {
  it("have exactly one subject", async () => {
    expect(await refusal(recipient(1, 2, "employee_id, team_id", "2, 1"))).toBe(
      "award_recipients_one_subject",
    );
    expect(
      await refusal("INSERT INTO award_recipients (award_id, position, name) VALUES (1, 2, 'x')"),
    ).toMatch(/one_subject|kind_allowed/);
  });
  it("have an order that is unique in the award", async () => {
    expect(await refusal(recipient(1, 1, "employee_id", "2"))).toBe("award_recipients_award_id_position_key");
  });
  it("stand once in an award, though people of the same name may stand there together", async () => {
    expect(await refusal(recipient(1, 2, "employee_id", "1"))).toBe(
      "award_recipients_award_id_employee_id_key",
    );
    expect(
      await refusal(award(11) + recipient(11, 1, "employee_id", "2") + recipient(11, 2, "employee_id", "3")),
    ).toBeNull();
  });
  it("are of a kind that the title is given to", async () => {
    expect(await refusal(recipient(1, 2, "team_id", "1"))).toBe("award_recipients_kind_allowed");
    expect(
      await refusal(
        award(12) +
          recipient(12, 1, "achievement_id", "1") +
          "UPDATE awards SET title_id = 2, category_code = 'craftsman', prize_level_code = NULL WHERE id = 12;",
      ),
    ).toBe("award_recipients_kind_allowed");
  });
});

describe("2. level, category and prize level lie in what the title allows", () => {
  it.each([
    ["another level", { level_code: "'national'" }, "awards_title_id_level_code_fkey"],
    [
      "a prize level that the title lacks",
      { prize_level_code: "'first'" },
      "awards_title_id_prize_level_code_fkey",
    ],
    ["no prize level where the title has them", { prize_level_code: "NULL" }, "awards_prize_level_required"],
    ["another category", { category_code: "'craftsman'" }, "awards_category_of_title"],
  ])("%s", async (_, more, rule) => {
    expect(await refusal(award(20, more))).toBe(rule);
  });
});

describe("6. bonuses and shares", () => {
  it("add up to no more than the total", async () => {
    const rows = (bonus: number) =>
      award(60, { bonus: "1000" }) +
      recipient(60, 1, "employee_id, bonus", "1, 600") +
      recipient(60, 2, "employee_id, bonus", `2, ${bonus}`);
    expect(await refusal(rows(400.01))).toBe("awards_bonus_shares");
    expect(await refusal(rows(400))).toBeNull();
    expect(await refusal("UPDATE awards SET bonus = 999 WHERE id = 60")).toBe("awards_bonus_shares");
    expect(
      await refusal(
        award(61) +
          recipient(61, 1, "employee_id, share", "1, 60") +
          recipient(61, 2, "employee_id, share", "2, 41"),
      ),
    ).toBe("awards_shares");
    expect(await refusal(award(62, { bonus: "-1" }))).toBe("awards_bonus_not_negative");
  });
});

describe("7 and 8. states and snapshots", () => {
  it("an award begins as a draft, and a change of state is a row", async () => {
    expect(await refusal(award(70, { state: "'effective'" }))).toBe("awards_begin_as_draft");
    expect(await refusal(award(71) + recipient(71, 1, "employee_id", "1"))).toBeNull();
    expect(await refusal("UPDATE awards SET state = 'submitted' WHERE id = 71")).toBe(
      "awards_state_recorded",
    );
    expect(
      await refusal(
        "INSERT INTO award_state_changes (award_id, to_state, changed_by_id) VALUES (71, 'effective', 2)",
      ),
    ).toBe("award_state_changes_true");
    expect(await refusal(move(71, "effective", 2))).toBe("awards_state_transition");
    expect(await refusal(move(71, "submitted", 1))).toBeNull();
  });
  it("who checks is not who entered, whoever of several it was", async () => {
    expect(await refusal(move(71, "effective", 1))).toBe("awards_checker_is_another");
    expect(
      await refusal(
        award(72) +
          recipient(72, 1, "employee_id", "1") +
          "UPDATE awards SET reason = 'r', updated_by_id = 2 WHERE id = 72;" +
          move(72, "submitted", 1),
      ),
    ).toBeNull();
    expect(await refusal(move(72, "effective", 2))).toBe("awards_checker_is_another");
  });
  it("returning and voiding need a reason", async () => {
    expect(await refusal(move(71, "returned", 2))).toBe("award_state_changes_reason");
    expect(await refusal(move(71, "returned", 2, "' '"))).toBe("award_state_changes_reason");
  });
  it("an effective award has a ledger number, and its snapshots are frozen", async () => {
    expect(await refusal(move(71, "effective", 2))).toBeNull();
    expect(await world.ownerSql("SELECT state, ledger_number FROM awards WHERE id = 71")).toEqual([
      { state: "effective", ledger_number: "2022-000001" },
    ]);
    for (const change of [
      "title_name = 'y'",
      "prize_level_code = 'second'",
      "award_date = '2021'",
      "bonus = 5",
      "level_code = 'city', reason = 'z'",
    ]) {
      expect(await refusal(`UPDATE awards SET ${change} WHERE id = 71`)).toBe("awards_frozen");
    }
    expect(await refusal("UPDATE awards SET ledger_number = '2022-000009' WHERE id = 71")).toBe(
      "awards_ledger_number_fixed",
    );
    for (const change of [
      "UPDATE award_recipients SET name = 'y' WHERE award_id = 71",
      "DELETE FROM award_recipients WHERE award_id = 71",
      recipient(71, 2, "employee_id", "2"),
    ]) {
      expect(await refusal(change)).toBe("award_recipients_frozen");
    }
  });
  it("an award without a recipient stays a draft", async () => {
    expect(await refusal(award(73))).toBeNull();
    expect(await refusal(move(73, "submitted", 1))).toBe("awards_have_recipients");
  });
  it("history of states is never rewritten", async () => {
    expect(await refusal("UPDATE award_state_changes SET changed_by_id = 2")).toBe(
      "award_state_changes_for_ever",
    );
    expect(await refusal("DELETE FROM award_state_changes")).toBe("award_state_changes_for_ever");
  });
});

describe("10. several winners", () => {
  it("of one title and year are normal", async () => {
    expect(
      await refusal(
        award(100) +
          recipient(100, 1, "employee_id", "1") +
          award(101) +
          recipient(101, 1, "employee_id", "1"),
      ),
    ).toBeNull();
  });
});
