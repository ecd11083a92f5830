import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures";
import { actionSamples } from "./world/action-samples";
import { answerOf, insides, ownOrigin, postAction, serverActions } from "./world/actions";
import { number } from "./world/database";
import { fill, routesOf, samples } from "./world/routes";
import { scan } from "./world/steps";

/** Bad input past the forms: uploads, ids, actions and the sign-in, asked by hand. */
const headers = () => ({ Origin: ownOrigin() });

function upload(request: APIRequestContext, name: string, buffer: Buffer, mimeType = "application/pdf") {
  return request.post("/files", { headers: headers(), multipart: { file: { name, mimeType, buffer } } });
}

test("files that are too large, empty or not what they say are refused by content, and not kept", async ({
  as,
}) => {
  const { request } = (await as("recorder")).context();
  const mark = crypto.randomUUID();
  const name = `${mark}.pdf`;
  const twenty = 20 * 1024 * 1024;
  const large = Buffer.concat([scan.buffer, Buffer.alloc(twenty)]);
  const tries: [string, Buffer, number][] = [
    ["over 20 MB", large.subarray(0, twenty + 1), 413],
    ["over what the door lets in", Buffer.alloc(22 * 1024 * 1024, "x"), 413],
    ["a program", Buffer.from(`MZ${"\0".repeat(200)}`, "latin1"), 415],
    ["a web page", Buffer.from("<!doctype html><script>alert(1)</script>"), 415],
    ["a zip", Buffer.from("PK\u0003\u0004".padEnd(100, "\0"), "latin1"), 415],
    ["text", Buffer.from("文字"), 415],
    ["nothing", Buffer.alloc(0), 400],
  ];
  for (const [what, buffer, status] of tries) {
    const response = await upload(request, name, buffer);
    expect([what, response.status()]).toEqual([what, status]);
    const { fault } = (await response.json()) as { fault: { code: string } };
    expect(fault.code).toMatch(/^(too_large|unsupported|invalid)$/);
  }
  const others: Parameters<APIRequestContext["post"]>[1][] = [
    { multipart: { other: { name, mimeType: "application/pdf", buffer: scan.buffer } } },
    { multipart: { file: "text" } },
    { data: scan.buffer, headers: { ...headers(), "Content-Type": "application/pdf" } },
    { data: "--x\r\nbroken", headers: { ...headers(), "Content-Type": "multipart/form-data; boundary=x" } },
    { data: "{}", headers: { ...headers(), "Content-Type": "multipart/form-data" } },
  ];
  for (const options of others) {
    const response = await request.post("/files", { headers: headers(), ...options });
    expect([JSON.stringify(options).slice(0, 60), response.status()]).toEqual([expect.any(String), 400]);
    expect(await response.text()).not.toMatch(insides);
  }
  expect(await number("SELECT count(*) AS n FROM stored_files WHERE name LIKE $1", [`%${mark}%`])).toBe(0);
  expect((await upload(request, name, scan.buffer)).status()).toBe(201);
  expect(await number("SELECT count(*) AS n FROM stored_files WHERE name LIKE $1", [`%${mark}%`])).toBe(1);
});

test("names of files are made harmless", async ({ as }) => {
  const { request } = (await as("recorder")).context();
  for (const name of ["../../etc/passwd.pdf", `${"长".repeat(300)}.pdf`, 'a"b;c.pdf', "通报\u202efdp.exe"]) {
    const response = await upload(request, name, scan.buffer);
    expect([name, response.status()]).toEqual([name, 201]);
    const kept = ((await response.json()) as { name: string }).name;
    expect(kept).not.toMatch(/[/\\"\r\n\u202e]|\.exe$/);
    expect([...kept].length).toBeLessThanOrEqual(255);
  }
});

test("without a session handlers answer 401, whatever they are sent", async ({ request }) => {
  expect((await upload(request, "a.pdf", scan.buffer)).status()).toBe(401);
  const exported = await request.post("/awards/export/file", { headers: headers(), form: { reason: "x" } });
  expect(exported.status()).toBe(401);
  for (const route of routesOf("route.ts").filter((one) => /search|number|units|served|rules/.test(one))) {
    const response = await request.get(`${fill(route, await samples())}?q=${encodeURIComponent("贾")}`);
    expect([route, response.status()]).toEqual([route, 401]);
    expect(await response.json()).toEqual({ fault: { code: "unauthenticated" } });
  }
});

test("unknown and impossible ids are not found by handlers", async ({ as }) => {
  const { request } = (await as("union")).context();
  for (const id of ["0", "-1", "2147483648", "999999999", "abc", "1e3", "%27", "1;2"]) {
    for (const path of [
      `/documents/${id}/files/1`,
      `/documents/1/files/${id}`,
      `/awards/requests/${id}/files/1`,
      `/awards/requests/1/files/${id}`,
      `/honors/${id}/award-rules`,
    ]) {
      const response = await request.get(path, { maxRedirects: 0 });
      expect([path, response.status()]).toEqual([path, 404]);
      expect(await response.text()).not.toMatch(insides);
    }
  }
});

test("actions take any object, keep what is text, and refuse the rest by field", async ({ as }) => {
  const { request } = (await as("union")).context();
  const { ids, programme } = await actionSamples();
  const mark = crypto.randomUUID().slice(0, 8);
  const save = serverActions().get("lib/honors/bodies/actions.ts saveBody")!;
  const post = async (input: unknown) => {
    const response = await postAction(request, save, input, { ids, mark });
    expect(response.status()).toBe(200);
    expect(await response.text()).not.toMatch(insides);
    return answerOf(response);
  };
  const body = { name: "甲", code: `Q${mark}`, kind: "union" };
  const refused: [object | null | string, string][] = [
    [{ ...body, name: "长".repeat(1024 * 1024) }, "name"],
    [{ ...body, name: "\u0000\ud800\u200b" }, "name"],
    [{ ...body, name: ["x"] }, "name"],
    [{ ...body, name: { toString: "x" } }, "name"],
    [{ ...body, code: "a b'; --" }, "code"],
    [{ ...body, kind: "evil" }, "kind"],
    [{ ...body, rank: "1e20" }, "rank"],
    [{ ...body, rank: -1 }, "rank"],
    [{ ...body, id: "1; DROP", version: 1 }, "id"],
    [{ ...body, successorId: 2_147_483_648 }, "successorId"],
    [null, ""],
    ["text", ""],
    [{ ...body, id: programme.id, version: "x" }, "version"],
  ];
  for (const [input, field] of refused) {
    const { ok, fault } = await post(input);
    expect([field, ok, fault?.code, Object.keys(fault?.fields ?? {})]).toEqual([
      field,
      false,
      "invalid",
      expect.arrayContaining([field]),
    ]);
  }
  for (const text of ["garbage", "[", "", '{"a":', "[".repeat(50_000)]) {
    const forged = await request.post(save.page, {
      headers: { ...headers(), "Next-Action": save.id, "Content-Type": "text/plain;charset=UTF-8" },
      data: text,
    });
    expect([text.slice(0, 9), forged.status()]).toEqual([text.slice(0, 9), 400]);
    expect(await forged.json()).toEqual({ fault: { code: "invalid" } });
  }
  const kept = `'; DROP TABLE granting_bodies; -- % _ \\ 😀 㛃 ${mark}`;
  expect((await post({ ...body, name: `\u200b\u0000 ${kept}\ud800\u202e` })).ok).toBe(true);
  expect(await number("SELECT count(*) AS n FROM granting_bodies WHERE name = $1", [kept])).toBe(1);
});

test("an unknown name and a wrong password are answered alike", async ({ request, page }) => {
  const enter = async (username: string, password: string) => {
    const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
    const response = await request.post("/api/auth/callback/credentials", {
      headers: headers(),
      form: { csrfToken, username, password, json: "true" },
      maxRedirects: 0,
    });
    return {
      status: response.status(),
      text: await response.text(),
      cookie: /registry-session=[^;]/.test(response.headers()["set-cookie"] ?? ""),
    };
  };
  const unknown = await enter(`nobody-${crypto.randomUUID()}`, "Wrong-Password-1");
  const wrong = await enter("discipline", "Wrong-Password-1");
  expect(unknown).toEqual({ status: 401, text: expect.stringContaining("unauthenticated"), cookie: false });
  expect(wrong).toEqual(unknown);
  // Whatever is sent for a name is unknown or missing, and no error.
  expect((await enter("a\u0000b' OR '1'='1", "x")).status).toBe(401);
  expect((await enter("长".repeat(100_000), "x")).status).toBe(401);
  expect((await enter("", "")).status).toBe(400);

  await page.goto("/sign-in");
  await page.getByLabel("用户名或工号").fill(`nobody-${crypto.randomUUID()}`);
  await page.getByLabel("密码", { exact: true }).fill("Wrong-Password-1");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByText("用户名或密码错误，或账号不可用。请核对后再试。")).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
});

test("the doors of the sign-in library that are not in use are shut", async ({ request }) => {
  for (const path of [
    "providers",
    "session",
    "signin",
    "error?error=%3Cscript%3E",
    "callback/credentials",
    "_log",
    "x/y/z",
  ]) {
    const response = await request.get(`/api/auth/${path}`, { maxRedirects: 0 });
    expect([path, response.status()]).toEqual([path, 404]);
    expect(await response.text()).not.toMatch(/<script>|node_modules/);
  }
});
