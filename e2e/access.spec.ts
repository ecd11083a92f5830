import { expect, test, type Who } from "./fixtures";
import { access, everyone } from "./world/access";
import { fill, routesOf, samples } from "./world/routes";

/** Who reaches what: every address that exists, for every role, against the declared table. A route without a line in it fails. */
test("every page and handler has its line in the table", () => {
  const pages = [...routesOf("page.tsx"), ...routesOf("route.ts")].filter(
    (route) => !route.startsWith("/api/auth"),
  );
  expect(Object.keys(access).sort()).toEqual(pages.sort());
});

for (const who of everyone) {
  test(`${who} reaches the declared pages and handlers, and no others`, async ({ as }) => {
    test.setTimeout(180_000);
    const { request } = (await as(who)).context();
    const ids = await samples();
    const seen: Record<string, number> = {};
    const declared: Record<string, number> = {};
    for (const [route, line] of Object.entries(access)) {
      const response = await request.get(fill(route, ids), { maxRedirects: 0 });
      seen[route] = response.status();
      declared[route] = line.answers?.[who] ?? (line.reached.includes(who) ? (line.ok ?? 200) : 404);
    }
    expect(seen).toEqual(declared);
  });
}

test("without a session pages lead to the sign-in page and handlers answer 401", async ({ request }) => {
  const ids = await samples();
  for (const route of routesOf("page.tsx")) {
    if (/^\/(sign-in|verify|wall)/.test(route)) continue;
    const response = await request.get(fill(route, ids), { maxRedirects: 0 });
    expect([route, response.status(), response.headers().location]).toEqual([
      route,
      307,
      expect.stringMatching(/^(http:\/\/[^/]+)?\/sign-in(\?next=.+)?$/),
    ]);
  }
  for (const route of routesOf("route.ts")) {
    if (/^\/api\/(auth|health)/.test(route) || access[route]?.ok === 405) continue;
    const response = await request.get(fill(route, ids), { maxRedirects: 0 });
    expect([route, response.status()]).toEqual([route, 401]);
  }
});

const otherUnit: Who[] = ["exporter"];
for (const who of otherUnit) {
  test(`what lies in another unit does not exist for ${who}`, async ({ as }) => {
    const { request } = (await as(who)).context();
    const ids = await samples();
    for (const route of [
      "/awards/[id]",
      "/awards/[id]/edit",
      "/employees/[id]",
      "/employees/[id]/edit",
      "/teams/[id]",
      "/studios/[id]",
      "/treatments/[id]",
      "/achievements/[id]",
      "/organizations/[id]",
      "/awards/requests/[id]",
      "/exchange/imports/[id]",
    ]) {
      const there = await request.get(fill(route, ids), { maxRedirects: 0 });
      const nowhere = await request.get(route.replace("[id]", "2000000000"), { maxRedirects: 0 });
      expect([route, there.status(), nowhere.status()]).toEqual([route, 404, 404]);
      expect(await there.text()).not.toMatch(/贾建华|锅炉工程公司/);
    }
  });
}

test("unknown, overlong and hostile ids are not found, never an error", async ({ as }) => {
  const { request } = (await as("union")).context();
  for (const route of [
    "/awards/",
    "/employees/",
    "/documents/",
    "/honors/",
    "/teams/",
    "/studios/",
    "/treatments/",
    "/achievements/",
    "/organizations/",
    "/awards/requests/",
    "/honors/programmes/",
    "/honors/bodies/",
    "/exchange/imports/",
  ]) {
    for (const id of ["0", "-1", "2147483648", "9".repeat(40), "1e3", "1%20OR%201=1", "%27", "1%2F..%2F2"]) {
      expect([route + id, (await request.get(route + id, { maxRedirects: 0 })).status()]).toEqual([
        route + id,
        404,
      ]);
    }
  }
});
