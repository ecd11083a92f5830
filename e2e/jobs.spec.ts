import { expect, test } from "./fixtures";
import { query } from "./world/database";
import { confirm } from "./world/steps";

// Several people, and pages that a busy machine takes its time for.
test.describe.configure({ timeout: 240_000 });

/** A job that nobody's worker knows, so that it stays where it lies. */
async function plant(task: string) {
  const [row] = await query<{ id: string }>(
    `SELECT id::text FROM graphile_worker.add_job($1, json_build_object('by', json_build_object('userId', (SELECT id FROM users WHERE username = 'recorder'))), run_at => now() + interval '1 hour', max_attempts => 5)`,
    [task],
  );
  await query(
    `UPDATE graphile_worker._private_jobs SET attempts = 3, last_error = E'value "李晓杰" is wrong\\n at x' WHERE id = $1`,
    [row!.id],
  );
  return row!.id;
}

test("the system administrator sees the queue, has a failed job run now and cancels it; nobody else does", async ({
  as,
}) => {
  const task = `trial.${Date.now()}`;
  const id = await plant(task);
  const admin = await as("admin");
  await admin.goto("/settings/jobs");
  await expect(admin.getByRole("heading", { level: 1, name: "后台任务" })).toBeVisible();
  const job = admin.getByRole("list", { name: "任务队列" }).getByRole("listitem").filter({ hasText: task });
  await expect(job).toContainText("失败待重试");
  await expect(job).toContainText("已尝试3次，最多5次");
  await expect(job).toContainText('最近一次错误： value "…" is wrong');
  await expect(job).not.toContainText("李晓杰");
  await expect(
    admin.getByRole("list", { name: "定期任务" }).getByRole("listitem").filter({ hasText: "荣誉到期处理" }),
  ).toBeVisible();

  await expect(async () => {
    await job.getByRole("button", { name: "立即重试" }).click({ timeout: 5_000 });
    await expect(job).toContainText("等待执行", { timeout: 5_000 });
  }).toPass();
  await expect(job).toContainText("已尝试0次");
  await job.getByRole("button", { name: "取消任务" }).click();
  await confirm(admin, "取消任务");
  await expect(job).toContainText("已放弃");
  await query("DELETE FROM graphile_worker._private_jobs WHERE id = $1", [id]);

  for (const who of ["union", "security", "auditor"] as const)
    expect((await (await as(who)).request.get("/settings/jobs")).status()).toBe(404);
});

test("the queue speaks English, too", async ({ as }) => {
  const page = await as("admin", { locale: "en" });
  await page.goto("/settings/jobs");
  await expect(page.getByRole("heading", { level: 1, name: "Background jobs" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Regular tasks" }).getByText("Expiry of honors")).toBeVisible();
});
