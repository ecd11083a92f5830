import type { APIResponse } from "@playwright/test";
import { expect, test } from "./fixtures";
import { ownOrigin } from "./world/actions";
import { handlerSamples } from "./world/handlers";

/** What every answer carries, whatever it is. */
function expectGuarded(what: string, response: APIResponse, kept = false) {
  const headers = response.headers();
  const policy = headers["content-security-policy"] ?? "";
  for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect([what, policy]).toEqual([what, expect.stringContaining(rule)]);
  // A name for one request alone: inline scripts of anybody else do not run.
  expect([what, policy]).toEqual([
    what,
    expect.stringMatching(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='/),
  ]);
  expect([what, policy]).not.toEqual([what, expect.stringMatching(/script-src[^;]*'unsafe-(inline|eval)'/)]);
  expect([what, headers["x-content-type-options"]]).toEqual([what, "nosniff"]);
  expect([what, headers["x-frame-options"]]).toEqual([what, "DENY"]);
  expect([what, headers["referrer-policy"]]).toEqual([what, "same-origin"]);
  expect([what, headers["x-powered-by"], headers.server]).toEqual([what, undefined, undefined]);
  const cached = headers["cache-control"] ?? "";
  expect([what, cached]).toEqual([what, expect.stringMatching(kept ? /max-age/ : /no-store/)]);
}

test("every answer carries the headers that guard it, errors and downloads too; none is kept but the build's own files", async ({
  as,
  request: visitor,
}) => {
  test.setTimeout(180_000);
  const { request } = (await as("union")).context();
  const { ids, file, place } = await handlerSamples(request);
  const headers = { Origin: ownOrigin(), Accept: "application/json" };
  const exported = { year: "2022", columns: "title", rowPer: "award", format: "csv", reason: "核对" };
  const at = (path: string) => request.get(path, { maxRedirects: 0 });

  const answers: Record<string, [number, APIResponse]> = {
    page: [200, await at("/awards")],
    "page out of React": [200, await request.get("/awards", { headers: { RSC: "1" } })],
    record: [200, await at(`/awards/${ids.award}`)],
    "no such record": [404, await at("/awards/2000000000")],
    "no such page": [404, await at("/there/is/none")],
    "hostile address": [400, await at("/%zz")],
    handler: [200, await at("/employees/search?q=03001")],
    "handler, refused": [404, await at("/exchange/imports/2000000000/progress")],
    "wrong method": [405, await at("/files")],
    "unheard-of method": [405, await request.fetch("/awards", { method: "TRACE", headers })],
    download: [
      200,
      await at(`/documents/${place.document}/files/${file}`).then(async (one) =>
        one.ok() ? one : at(`/documents/${ids.document}/files/${file}`),
      ),
    ],
    export: [200, await request.post("/awards/export/file", { headers, form: exported })],
    "export, refused": [400, await request.post("/awards/export/file", { headers, form: {} })],
    "export, refused to a browser": [
      400,
      await request.post("/awards/export/file", { headers: { ...headers, Accept: "text/html" }, form: {} }),
    ],
    upload: [400, await request.post("/files", { headers, multipart: { other: "x" } })],
    "too much": [413, await request.post("/files", { headers, data: Buffer.alloc(34 * 1024 * 1024) })],
    "from another site": [
      403,
      await request.post("/files", { headers: { Origin: "https://evil.example" }, data: "x" }),
    ],
    "template of an import": [200, await at("/exchange/imports/template?kind=awards")],
    "sent to sign in": [307, await visitor.get("/awards", { maxRedirects: 0 })],
    "sign-in": [200, await visitor.get("/sign-in")],
    "not signed in": [401, await visitor.get("/employees/search?q=x")],
    "sign-in, refused": [
      403,
      await visitor.post("/api/auth/callback/credentials", { headers, form: { username: "x" } }),
    ],
    health: [200, await visitor.get("/api/health")],
  };
  const seen = Object.fromEntries(
    Object.entries(answers).map(([what, [, answer]]) => [what, answer.status()]),
  );
  expect(seen).toEqual(Object.fromEntries(Object.entries(answers).map(([what, [status]]) => [what, status])));
  for (const [what, [, answer]] of Object.entries(answers)) expectGuarded(what, answer);

  // A file that somebody uploaded, or that is made of their words, runs nothing even if it is opened.
  for (const what of ["download", "export"] as const) {
    const sent = answers[what]![1].headers();
    expect([what, sent["content-disposition"]]).toEqual([what, expect.stringMatching(/^attachment;/)]);
    expect([what, sent["content-security-policy"]]).toEqual([what, expect.stringContaining("sandbox")]);
  }

  const html = await (await visitor.get("/sign-in")).text();
  const script = /\/_next\/static\/[^"\\]+\.js/.exec(html)![0];
  expectGuarded("a script of the build", await visitor.get(script), true);
  const two = await Promise.all(["/sign-in", "/sign-in"].map((path) => visitor.get(path)));
  expect(
    new Set(two.map((answer) => /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"]!)![1]))
      .size,
  ).toBe(2);
});
