import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { mark, pick, ready, scan } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

test("a document is recorded once, whatever its brackets, and its scan comes back byte for byte", async ({
  as,
}) => {
  const { digits } = mark();
  const title = `关于表彰安装能手的决定${digits}`;
  const file = {
    ...scan,
    name: `决定扫描件${digits}.pdf`,
    buffer: Buffer.concat([scan.buffer.subarray(0, 9), Buffer.from(`%${digits}\n`), scan.buffer.subarray(9)]),
  };
  const page = await as("recorder");

  await test.step("the recorder enters it with its scan", async () => {
    await page.goto("/documents/new");
    await ready(page);
    await page.getByLabel("文号").fill(`测工发[2026]${digits}号`);
    await page.getByLabel("标题").fill(title);
    await pick(page, "发文机关", "青岛市总工会", /青岛市总工会/);
    await page.getByLabel("成文日期").fill("2026.5");
    await page.locator("input[type=file]").setInputFiles(file);
    await expect(page.locator('input[type="hidden"][name="files[]"]')).toHaveCount(1);
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  });
  const path = new URL(page.url()).pathname;
  const link = page.getByRole("link", { name: `下载 ${file.name}` });

  await test.step("the scan is the same file", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe(file.name);
    expect((await readFile(await download.path())).equals(file.buffer)).toBe(true);
  });
  const fileHref = (await link.getAttribute("href"))!;

  await test.step("the same number in other brackets and widths is refused, with the way to the first", async () => {
    await page.goto("/documents/new");
    await ready(page);
    await page.getByLabel("文号").fill(`测工发（２０２６）${digits}`);
    await expect(page.getByText(`已有相同文号的文件：${title}`)).toBeVisible();
    await expect(page.getByRole("link", { name: "查看该文件" })).toHaveAttribute("href", path);
    await page.getByLabel("标题").fill("另一份通报");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByText("已有相同文号的文件，请直接选用，或核对文号").first()).toBeVisible();
    await expect(page.getByLabel("标题")).toHaveValue("另一份通报");
    await expect(page).toHaveURL(/\/documents\/new$/);
  });

  await test.step("the list finds it by any writing of its number", async () => {
    await page.goto(`/documents?q=${encodeURIComponent(`测工发【2026】${digits}号`)}`);
    await expect(page.getByText("共 1 条", { exact: true })).toBeVisible();
    await expect(page.getByRole("row", { name: title })).toBeVisible();
  });

  await test.step("for another unit neither the document nor its scan exists", async () => {
    const other = await as("exporter");
    expect((await other.request.get(path)).status()).toBe(404);
    expect((await other.request.get(fileHref)).status()).toBe(404);
    await other.goto("/documents/new");
    await ready(other);
    await other.getByLabel("文号").fill(`测工发〔2026〕${digits}号`);
    await expect(other.getByText("该文号已由其他单位登记")).toBeVisible();
    await expect(other.getByText(title)).toHaveCount(0);
  });
});

test("a file that is not what its name says is refused, and the form keeps what was typed", async ({
  as,
}) => {
  const page = await as("recorder");
  await page.goto("/documents/new");
  await ready(page);
  // Whatever is fetched now comes later than the answer to the file, the words for what is wrong with it among it.
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.route("**/_next/static/**", async (route) => {
    await answered;
    await route.continue();
  });
  await page.getByLabel("标题").fill("扫描件不是扫描件");
  await page.locator("input[type=file]").setInputFiles({
    name: "假.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("<script>1</script>"),
  });
  await expect(page.getByRole("alert").filter({ hasText: /PDF|文件类型不符/ })).toBeVisible();
  await expect(page.locator('input[type="hidden"][name="files[]"]')).toHaveCount(0);
  await expect(page.getByLabel("标题")).toHaveValue("扫描件不是扫描件");
});
