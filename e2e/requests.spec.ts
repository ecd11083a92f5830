import { expect, test } from "./fixtures";
import { number } from "./world/database";
import { ask, mark, ready, scan } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

test("an employee declares a missing honor on a phone, the union answers, and the employee is told", async ({
  as,
}) => {
  const { digits } = mark();
  const honor = `青年安全标兵${digits}`;
  const file = `证书照片${digits}.pdf`;
  const phone = await as("lixiaojie", { viewport: { width: 390, height: 844 } });

  await test.step("the employee declares it with a file", async () => {
    await phone.goto("/me");
    await phone.getByRole("link", { name: "补报荣誉" }).click();
    await ready(phone, "提交申请");
    await phone.getByLabel("荣誉称号").fill(honor);
    await phone.getByLabel("授予单位").fill("共青团青岛市委");
    await phone.getByLabel("获奖日期").fill("2021年");
    await phone.getByLabel("说明", { exact: true }).fill("证书上的单位是热控调试班");
    await phone.locator("input[type=file]").setInputFiles({ ...scan, name: file });
    await expect(phone.locator('input[type="hidden"][name="files[]"]')).toHaveCount(1);
    await phone.getByRole("button", { name: "提交申请" }).click();
    await expect(phone).toHaveURL(/\/me$/);
  });
  const own = phone.getByRole("list", { name: "我的申请" }).getByRole("listitem").filter({ hasText: honor });
  await expect(own.first()).toContainText("待答复");

  const recorder = await as("recorder");
  await test.step("it lies among what waits for the union's answer, with its file", async () => {
    await recorder.goto(`/awards/requests?q=${honor}`);
    await recorder.getByRole("rowheader", { name: honor }).getByRole("link").click();
    await expect(recorder.getByText("证书上的单位是热控调试班")).toBeVisible();
    const link = recorder.getByRole("link", { name: `下载 ${file}` });
    const answer = await recorder.request.get((await link.getAttribute("href"))!);
    expect((await answer.body()).equals(scan.buffer)).toBe(true);
    for (const who of ["exporter", "jiajianhua"] as const) {
      const { request } = (await as(who)).context();
      expect((await request.get((await link.getAttribute("href"))!)).status()).toBe(404);
    }
  });

  await test.step("the recorder accepts it and is led to the form", async () => {
    const dialog = await ask(recorder, "采纳");
    await dialog.getByLabel("答复").fill(`已核对证书${digits}，即行登记`);
    await dialog.getByRole("button", { name: "采纳", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(recorder.getByText("下一步：登记这项荣誉")).toBeVisible();
    await expect(recorder.getByRole("button", { name: "采纳", exact: true })).toHaveCount(0);
  });

  await test.step("the employee is told, and reads the answer", async () => {
    await phone.reload();
    const messages = phone.getByRole("list", { name: "消息" });
    await expect(messages.getByText(`您关于“${honor}”的申请已被采纳`).first()).toBeVisible();
    await expect(own.first()).toContainText("已采纳");
    await expect(own.first()).toContainText(`已核对证书${digits}，即行登记`);
  });
});

test("a correction is asked for once, declined with a reason, and may be withdrawn no more", async ({
  as,
}) => {
  const { digits } = mark();
  const text = `岗位应为热控高级工${digits}`;
  const phone = await as("lixiaojie", { viewport: { width: 390, height: 844 } });
  await phone.goto("/me");
  await phone
    .getByRole("link", { name: /^申请更正：/ })
    .first()
    .click();
  await ready(phone, "提交申请");
  const form = phone.url();
  await phone.getByLabel("需要更正的内容").fill(text);
  await phone.getByRole("button", { name: "提交申请" }).click();
  await expect(phone).toHaveURL(/\/me$/);
  const own = phone.getByRole("list", { name: "我的申请" }).getByRole("listitem").filter({ hasText: text });
  await expect(own).toContainText("待答复");
  await expect(phone.getByText("更正申请待答复").first()).toBeVisible();

  await test.step("a second one for the same honor is refused, and what was typed stays", async () => {
    await phone.goto(form);
    await ready(phone, "提交申请");
    const again = phone.getByLabel("需要更正的内容");
    await again.fill("再申请一次");
    await phone.getByRole("button", { name: "提交申请" }).click();
    await expect(phone.getByText("您对这项荣誉已有一份待答复的更正申请").first()).toBeVisible();
    await expect(again).toHaveValue("再申请一次");
  });

  const recorder = await as("recorder");
  const id = await number("SELECT id AS n FROM award_requests WHERE explanation = $1", [text]);
  await recorder.goto(`/awards/requests/${id}`);
  await expect(recorder.getByText(text)).toBeVisible();
  const dialog = await ask(recorder, "不采纳");
  await dialog.getByLabel("答复").fill(`文件上是热控工${digits}`);
  await dialog.getByRole("button", { name: "不采纳", exact: true }).click();
  await expect(dialog).toBeHidden();

  await phone.goto("/me");
  await expect(own).toContainText(`文件上是热控工${digits}`);
  await expect(own).toContainText("未采纳");
  await expect(own.getByRole("button", { name: /^撤回/ })).toHaveCount(0);
});
