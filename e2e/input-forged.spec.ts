import { expect, test } from "./fixtures";
import {
  awardsFor,
  beginAward,
  expectRefusal,
  expectSaved,
  forge,
  newReason,
  reasonOf,
  saveDraft,
} from "./world/award-form";
import { query } from "./world/database";

/** The award form, forged on its way to the server. */
test("a forged prize level, two subjects in one recipient, and a foreign unit are refused with the field named", async ({
  as,
}) => {
  const page = await as("recorder");
  const reason = newReason("伪造");
  await beginAward(page, reason);
  const [unit] = await query<{ id: number }>("SELECT id FROM organizations WHERE code = 'HD01-GH'");
  const forgeries: [(fields: Record<string, unknown>) => object, string | RegExp][] = [
    [(fields) => ({ ...fields, prizeLevelCode: "first" }), "该荣誉称号没有这个等级"],
    [(fields) => ({ ...fields, prizeLevelCode: "no_such'; --" }), "该荣誉称号没有这个等级"],
    [(fields) => ({ ...fields, levelCode: "national" }), "该荣誉称号没有这个级别"],
    [(fields) => ({ ...fields, recipients: '[{"employeeId":1,"teamId":1}]' }), "每个获奖主体只能选一个对象"],
    [(fields) => ({ ...fields, recipients: "[{}]" }), "请选择获奖主体"],
    [(fields) => ({ ...fields, recipients: '[{"employeeId":2000000000}]' }), /不在您的权限范围内|无效|没有/],
    [(fields) => ({ ...fields, recordingUnitId: unit!.id }), "不在您的权限范围内"],
    [(fields) => ({ ...fields, titleId: "1; DROP TABLE awards" }), "所选项无效"],
  ];
  for (const [change, fault] of forgeries) {
    await page.unrouteAll();
    await forge(page, change);
    await saveDraft(page);
    await expectRefusal(page, fault);
    await expect(reasonOf(page)).toHaveValue(reason);
  }
  expect(await awardsFor(reason)).toBe(0);
});

test("fields that a form does not have are never written", async ({ as }) => {
  const page = await as("recorder");
  const reason = newReason("多余");
  await beginAward(page, reason);
  await forge(page, (fields) => ({
    ...fields,
    ...{
      state: "effective",
      ledgerNumber: "2022-999999",
      createdById: 1,
      source: "legacy",
      enteredByIds: [1],
    },
  }));
  await saveDraft(page);
  const id = await expectSaved(page);
  const [row] = await query(
    "SELECT a.state, a.ledger_number, a.source, u.username FROM awards a JOIN users u ON u.id = a.created_by_id WHERE a.id = $1",
    [id],
  );
  expect(row).toEqual({ state: "draft", ledger_number: null, source: "manual", username: "recorder" });
});
