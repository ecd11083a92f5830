import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { number, query } from "./world/database";
import { cell, chooseTitle, newList, paste, whoIs } from "./world/lists";
import { confirm, mark, pick } from "./world/steps";

test.describe.configure({ timeout: 240_000 });

const title = "公司先进生产者";
const awardsOf = (path: string) =>
  number("SELECT count(*) AS n FROM award_documents WHERE document_id = $1", [Number(path.split("/").pop())]);
const saved = (page: Page, path: string) => expect(page).toHaveURL(new RegExp(`${path}$`));

test("the text of a notice becomes rows, names are chosen by key, and an unknown one is reconciled later", async ({
  as,
}) => {
  const { digits, stems } = mark();
  const page = await as("recorder");
  const path = await newList(page, digits);
  const stranger = `钱${stems.slice(-2)}`;

  await test.step("the text is read and shown before any of it is taken over", async () => {
    await page.keyboard.press("Alt+t");
    await page
      .getByRole("textbox", { name: "名单文本" })
      .fill(
        `各单位：\n一、先进生产者（5名）\n1.贾建华  三公司  焊工\n张伟、${stranger}\n某公司：阿依努尔·买买提（女）\n特此通报，希望再接再厉。`,
      );
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(title)).toBeVisible();
    await expect(dialog.getByText("公布 5，识别 4")).toBeVisible();
    await expect(dialog.getByText("第1行：各单位：")).toBeVisible();
    await page.keyboard.press("Control+Enter");
    await expect(dialog).toBeHidden();
  });

  await test.step("who is named with the unit is proposed; namesakes are a choice, by key", async () => {
    await expect(whoIs(page, 1)).toContainText("03001");
    await expect(whoIs(page, 1)).toContainText("按单位对应");
    await expect(whoIs(page, 2)).toContainText("2人可选");
    await expect(whoIs(page, 3)).toContainText("没有找到");
    await expect(page.getByText("公布 5 人，已录 4 人")).toBeVisible();
    await cell(page, 1, "姓名/主体").focus();
    await page.keyboard.press("Alt+n");
    await expect(page.getByRole("dialog", { name: "张伟是谁" })).toContainText("03004");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(whoIs(page, 2)).toContainText("03004");
    await expect(cell(page, 2, "姓名/主体")).toBeFocused();
    expect(await awardsOf(path)).toBe(0);
  });

  await test.step("what is open is said before it is saved, and waits on the to-reconcile list", async () => {
    await page.keyboard.press("Control+Enter");
    const dialog = page.getByRole("dialog", { name: "提交名单" });
    await expect(dialog).toContainText(stranger);
    await expect(dialog).toContainText("公布 5，已录 4");
    await dialog.getByRole("button", { name: "2 人列入待核对并保存" }).click();
    await saved(page, path);
    await expect(page.getByText("待核", { exact: true })).toHaveCount(2);
    await page.getByRole("link", { name: "本文件还有 2 人待核对" }).click();
  });

  await test.step("somebody says who it is: the award is a draft", async () => {
    const row = page.getByRole("row", { name: new RegExp(stranger) });
    await row.getByRole("button", { name: "对应职工" }).click();
    await pick(page.getByRole("dialog"), "职工", "03002", /李晓杰.*03002/);
    await confirm(page, "对应职工");
    await expect(row).toBeHidden();
    const other = page.getByRole("row", { name: /阿依努尔/ });
    await other.getByRole("button", { name: "不再处理" }).click();
    await confirm(page, "不再处理", "外单位人员，不在名册");
    await expect(other).toBeHidden();
    await page.getByRole("link", { name: /^已对应/ }).click();
    await page
      .getByRole("row", { name: new RegExp(stranger) })
      .getByRole("link", { name: "李晓杰" })
      .click();
    await expect(page.getByRole("main").getByText("草稿", { exact: true }).first()).toBeVisible();
  });
});

test("a block of cells fills as many rows as it has; what fits no column is shown, and kept", async ({
  as,
}) => {
  const { digits } = mark();
  const page = await as("recorder");
  const path = await newList(page, digits);
  await chooseTitle(page, title);

  await test.step("out of Excel: headings name the columns, a quoted cell holds a line end", async () => {
    await cell(page, 1, "姓名/主体").focus();
    await paste(page, {
      text: '序号\t姓名\t工号\t所在单位\t工种\t籍贯\r\n1\t贾建华\t03001\t三公司\t焊工\t青岛\r\n2\t"李晓杰\n张伟"\t\t\t\t\r\n',
    });
    await expect(cell(page, 1, "姓名/主体")).toHaveValue("贾建华 03001");
    await expect(cell(page, 1, "未对应")).toHaveValue("籍贯：青岛");
    await expect(cell(page, 2, "姓名/主体")).toHaveValue("李晓杰、张伟");
    await expect(whoIs(page, 1)).toContainText("03001");
  });

  await test.step("one person a row, undone by key and done again", async () => {
    await whoIs(page, 2).click();
    await page.getByRole("button", { name: "分成2行，每人一条" }).click();
    await expect(cell(page, 3, "姓名/主体")).toHaveValue("张伟");
    await page.keyboard.press("Alt+z");
    await expect(cell(page, 2, "姓名/主体")).toHaveValue("李晓杰、张伟");
  });

  await test.step("out of Word: a table without headings, from the cell on", async () => {
    await cell(page, 2, "姓名/主体").focus();
    await page.keyboard.press("Alt+Delete");
    await cell(page, 1, "姓名/主体").press("Enter");
    await expect(cell(page, 2, "姓名/主体")).toBeFocused();
    await paste(page, {
      text: "李晓杰 三公司",
      html: "<table><tr><td>李晓杰</td><td>三公司</td><td>热控工</td></tr><tr><td><p>张伟</p></td><td>本体班</td><td></td></tr></table>",
    });
    await expect(cell(page, 3, "单位")).toHaveValue("本体班");
    await expect(whoIs(page, 3)).toContainText("03004");
  });

  await test.step("a refusal names the cell and loses nothing", async () => {
    await cell(page, 2, "奖金（元）").fill("0.005");
    await page.keyboard.press("Control+s");
    await confirm(page, "保存草稿");
    await expect(page.getByText("金额最多保留两位小数")).toBeVisible();
    expect(await awardsOf(path)).toBe(0);
    await cell(page, 2, "奖金（元）").fill("500");
    await page.keyboard.press("Control+s");
    await confirm(page, "保存草稿");
    await saved(page, path);
    const rows = await query<{ reason: string | null; bonus: string | null; name: string }>(
      "SELECT a.reason, a.bonus::text, r.name FROM awards a JOIN award_documents d ON d.award_id = a.id JOIN award_recipients r ON r.award_id = a.id WHERE d.document_id = $1 ORDER BY a.id",
      [Number(path.split("/").pop())],
    );
    expect(rows).toEqual([
      { reason: "籍贯：青岛", bonus: null, name: "贾建华" },
      { reason: null, bonus: "500.00", name: "李晓杰" },
      { reason: null, bonus: null, name: "张伟" },
    ]);
  });
});

test("an unsaved list outlives a reload, and leaving it is asked about", async ({ as }) => {
  const { digits } = mark();
  const page = await as("recorder");
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void (dialog.type() === "confirm" ? dialog.dismiss() : dialog.accept());
  });
  await newList(page, digits);
  await cell(page, 1, "姓名/主体").fill("贾建华");
  await cell(page, 1, "单位").fill("三公司");
  await expect(whoIs(page, 1)).toContainText("03001");
  await page.reload();
  await expect(page.getByText("已恢复上次未保存的名单")).toBeVisible();
  await expect(cell(page, 1, "姓名/主体")).toHaveValue("贾建华");
  await page.getByRole("link", { name: "表彰文件", exact: true }).first().click();
  await expect(page).toHaveURL(/\/list$/);
  expect(asked).toEqual(["beforeunload", "confirm"]);
});

test("a double click, a lost answer and a second tab: one result", async ({ as }) => {
  const { digits } = mark();
  const page = await as("recorder");
  const path = await newList(page, digits);
  const address = page.url();
  const fill = async (tab: Page, name: string) => {
    await chooseTitle(tab, title);
    await cell(tab, 1, "姓名/主体").fill(name);
    await cell(tab, 1, "单位").fill("三公司");
    await expect(whoIs(tab, 1)).toContainText("按单位对应");
  };
  await fill(page, "贾建华");
  const other = await page.context().newPage();
  await other.goto(address);
  await fill(other, "李晓杰");

  await test.step("the answer is lost on the way; pressed again, it is there once", async () => {
    let lost = 0;
    await page.route(
      (url) => url.pathname === `${path}/list`,
      async (route) => {
        if (route.request().method() !== "POST" || lost > 0) return route.continue();
        lost += 1;
        await route.fetch();
        await route.abort();
      },
    );
    await page.getByRole("button", { name: "保存草稿", exact: true }).dblclick();
    await expect(page.getByText("网络中断")).toBeVisible();
    expect(await awardsOf(path)).toBe(1);
    await page.getByRole("button", { name: "保存草稿", exact: true }).dblclick();
    await saved(page, path);
    expect(await awardsOf(path)).toBe(1);
  });

  await test.step("the other tab is told, and saves what is left", async () => {
    await other.keyboard.press("Control+s");
    await expect(other.getByText("这份名单已在另一个窗口保存过", { exact: true })).toBeVisible();
    expect(await awardsOf(path)).toBe(1);
    await other.getByRole("button", { name: "核对后另存" }).click();
    await expect(other.getByText("这份名单已在另一个窗口保存过", { exact: true })).toBeHidden();
    await expect(async () => {
      if (new URL(other.url()).pathname !== path) await other.keyboard.press("Control+s");
      await saved(other, path);
    }).toPass();
    expect(await awardsOf(path)).toBe(2);
  });
});

test("somebody whom the registry does not know is entered from within the list", async ({ as }) => {
  const { digits, stems } = mark();
  const page = await as("recorder");
  const path = await newList(page, digits);
  await chooseTitle(page, title);
  await cell(page, 1, "姓名/主体").fill(`赵${stems.slice(-2)}`);
  await expect(whoIs(page, 1)).toContainText("没有找到");
  await cell(page, 1, "姓名/主体").press("Alt+ArrowDown");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "新建职工" });
  await expect(dialog.getByLabel("姓名", { exact: true })).toHaveValue(`赵${stems.slice(-2)}`);
  await dialog.getByRole("button", { name: "新建并选用" }).click();
  await expect(dialog).toBeHidden();
  await expect(whoIs(page, 1)).toContainText("新建职工");
  await page.keyboard.press("Control+s");
  await saved(page, path);
  await expect(page.getByRole("cell", { name: `赵${stems.slice(-2)}` })).toBeVisible();
});
