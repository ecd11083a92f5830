import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { browserSettings } from "../lib/env/early.mjs";
import { demonstrationIdNumber, demonstrationPhone } from "../prisma/seed/numbers";
import { demonstrationPassword } from "../prisma/seed/sign-ins";
import { expect, test } from "./fixtures";
import { everyone } from "./world/access";
import { actionSamples } from "./world/action-samples";
import { postAction, serverActions } from "./world/actions";
import { number, query } from "./world/database";
import { fill, routesOf } from "./world/routes";
import { mark } from "./world/steps";
import { importAwards } from "./world/workbooks";

test.describe.configure({ timeout: 300_000 });

/** Every ID and phone number of the demonstration, and of the tests beside this one. */
const numbers = /37029\d{13}[\dXx]?|1990\d{7}/;

for (const who of everyone) {
  test(`no page, list or hint that ${who} gets carries an ID or phone number`, async ({ as }) => {
    const { request } = (await as(who)).context();
    const { ids } = await actionSamples();
    const lists = ["/employees?size=100", "/employees/search?q=", "/awards?year=all&size=100", "/?"];
    const routes = [...routesOf("page.tsx"), ...routesOf("route.ts")].filter(
      (one) => !one.startsWith("/api/auth"),
    );
    for (const address of [...lists, ...routes.map((route) => fill(route, ids))])
      for (const headers of [{}, { RSC: "1" }] as Record<string, string>[])
        expect([address, await textOf(request, address, headers)]).toEqual([
          address,
          expect.not.stringMatching(numbers),
        ]);
  });
}

test("no export carries them unless its columns were chosen", async ({ as }) => {
  const page = await as("union");
  await page.goto("/awards/export?year=all");
  const origin = new URL(page.url()).origin;
  const columns = ["title", "name", "workNumber", "gender", "unitThen", "unitNow", "postThen"];
  const ask = (more: string[]) =>
    page.request.post("/awards/export/file", {
      headers: { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
      data: new URLSearchParams([
        ...[...columns, ...more].map((column) => ["columns", column]),
        ...Object.entries({ year: "all", rowPer: "recipient", format: "csv", reason: "核对" }),
      ]).toString(),
    });
  await postAction(
    page.request,
    serverActions().get("lib/auth/actions.ts confirmIdentity")!,
    { proof: demonstrationPassword },
    { ids: {}, mark: "" },
  );
  const usual = await ask([]);
  expect(usual.status()).toBe(200);
  expect(await usual.text()).not.toMatch(numbers);
  expect(await (await ask(["idNumber"])).text()).toMatch(numbers);
  const exporter = (await as("exporter")).context().request;
  const response = await exporter.post("/awards/export/file", {
    headers: { Origin: origin, Accept: "application/json" },
    form: { columns: "idNumber", year: "all", rowPer: "recipient", format: "csv", reason: "核对" },
  });
  expect(await response.text()).not.toMatch(/37029\d{13}[\dXx]?,/);
});

test("logs hold no number, no password, no token and no secret, whatever goes wrong", async ({
  as,
  browser,
}) => {
  const { dataDir } = browserSettings();
  test.skip(!dataDir || !existsSync("test-results/server.log"), "another server's log is not ours to read");
  const secret = mark();
  const wrong = `wrong-${secret.digits}-密码`;
  const page = await as("recorder");
  const actions = serverActions();
  const { ids, employee } = await actionSamples();
  const typed = {
    idNumber: demonstrationIdNumber(Number(secret.digits.slice(-3)), "1971-01-01", true),
    phone: demonstrationPhone(4711),
  };

  await test.step("wrong passwords, a broken form, an unknown action", async () => {
    const stranger = await browser.newContext();
    const visitor = await stranger.newPage();
    await visitor.goto("/sign-in");
    for (let count = 0; count < 3; count += 1) {
      await visitor.getByLabel("用户名或工号").fill(`nobody${secret.digits}`);
      await visitor.getByLabel("密码", { exact: true }).fill(wrong);
      await visitor.getByRole("button", { name: "登录", exact: true }).click();
      await expect(visitor.getByRole("alert").first()).toBeVisible();
    }
    await stranger.request.get(`/employees?q=${typed.idNumber}`);
    await stranger.close();
    const save = actions.get("lib/employees/actions.ts createEmployee")!;
    for (const data of [
      "{",
      `["$1",{"idNumber":"${typed.idNumber}"}]`,
      `[{"name":"","idNumber":"${typed.idNumber}x"}]`,
    ])
      await page.request.post(fill(save.page, ids), {
        headers: {
          Origin: browserSettings().baseUrl!,
          "Next-Action": save.id,
          "Content-Type": "text/plain;charset=UTF-8",
        },
        data,
        maxRedirects: 0,
      });
  });

  await test.step("an import with numbers, right and wrong", async () => {
    const text = `姓名,身份证号,手机号,备注\n日志${secret.stems},${typed.idNumber},${typed.phone},${typed.idNumber}\n,${typed.idNumber.slice(0, 17)},${typed.phone}x,`;
    await importAwards(
      page,
      { name: `日志${secret.digits}.csv`, mimeType: "text/csv", buffer: Buffer.from(text) },
      "employees",
    );
  });

  await test.step("a number is shown", async () => {
    const context = { ids, mark: secret.digits };
    await postAction(
      page.request,
      actions.get("lib/auth/actions.ts confirmIdentity")!,
      { proof: demonstrationPassword },
      context,
    );
    const shown = await postAction(
      page.request,
      actions.get("lib/employees/identities/actions.ts revealIdentity")!,
      { id: employee.id, field: "idNumber", reason: "日志" },
      context,
    );
    expect(await shown.text()).toMatch(numbers);
  });

  await test.step("the database breaks in the middle of a save: 500, and it is logged", async () => {
    const name = `坏${secret.stems}`;
    await query(`CREATE OR REPLACE FUNCTION break_${secret.digits}() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'broken on purpose ${secret.digits}' USING ERRCODE = 'XX000', DETAIL = NEW.name; END $$;
      CREATE TRIGGER break_${secret.digits} BEFORE INSERT ON employees FOR EACH ROW WHEN (NEW.name = '${name}') EXECUTE FUNCTION break_${secret.digits}()`);
    const unit = await number("SELECT id AS n FROM organizations WHERE code = 'HD03-GL-B1'");
    const union = await number("SELECT union_unit_id AS n FROM employees WHERE id = $1", [employee.id]);
    const input = { name, unitId: unit, unionUnitId: union, ...typed };
    const broken = await postAction(
      page.request,
      actions.get("lib/employees/actions.ts createEmployee")!,
      input,
      { ids, mark: secret.digits },
    );
    expect(broken.status()).toBe(500);
    expect(await broken.text()).not.toContain("broken on purpose");
    await query(`DROP TRIGGER break_${secret.digits} ON employees; DROP FUNCTION break_${secret.digits}`);
    await expect
      .poll(() => readFileSync("test-results/server.log", "utf8"))
      .toContain(`broken on purpose ${secret.digits}`);
  });

  const cookies = (await page.context().cookies())
    .map(({ value }) => value)
    .filter((value) => value.length > 20);
  const secrets = ["secret", "personal-data-key"].map((file) =>
    readFileSync(join(dataDir!, file), "utf8").trim(),
  );
  for (const file of ["test-results/server.log", join(dataDir!, "postgres", "server.log")]) {
    // The first lines of a demonstration tell its accounts, on purpose.
    const log = readFileSync(file, "utf8").replace(/^ {4}\w+ +Honors-Demo-2026 .*$/gm, "");
    expect([file, log.match(numbers)?.[0]]).toEqual([file, undefined]);
    for (const text of [wrong, demonstrationPassword, ...cookies, ...secrets])
      expect([file, log.includes(text)]).toEqual([file, false]);
  }
});

async function textOf(
  request: APIRequestContext,
  address: string,
  headers: Record<string, string>,
): Promise<string> {
  const response = await request.get(address, { headers, maxRedirects: 0 });
  return response.text();
}
