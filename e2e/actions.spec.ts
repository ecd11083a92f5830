import type { APIRequestContext } from "@playwright/test";
import { expect, test, type Who } from "./fixtures";
import { everyone } from "./world/access";
import { actionSamples, deedsOf, refusalsOf, rowsAsTheyStand, tablesWith } from "./world/action-samples";
import { attempts, openActions } from "./world/action-table";
import { answerOf, codeOf, insides, ownOrigin, postAction, serverActions } from "./world/actions";
import { number, query } from "./world/database";
import { fill, routesOf } from "./world/routes";

/**
 * Every server action, posted by hand to whoever would listen: who is not meant to call it is refused, the refusal is
 * written down, and nothing has changed. Other specs work on the same database at the same time, so the rows aimed at,
 * the marked text and the deeds of the session itself are looked at, never totals.
 */
const newMark = () => crypto.randomUUID().replaceAll("-", "").slice(0, 20);
const refusals = ["unauthenticated", "forbidden", "not_found"];
const leaks = /贾建华|锅炉工程公司|node_modules|\bat \S+ \(|Prisma|"stack"|"digest"|SELECT /;

test("every action of the build has its line in the table", async () => {
  const listed = [...Object.keys(attempts(await actionSamples(), newMark())), ...openActions];
  expect([...serverActions().keys()].sort()).toEqual(listed.sort());
});

/** Tries everything that is not meant for this person; gives back what was answered. */
async function tryAll(request: APIRequestContext, who: Who | null, mark: string) {
  const samples = await actionSamples();
  const actions = serverActions();
  const tries = Object.entries(attempts(samples, mark)).flatMap(([name, list]) =>
    list.map((attempt, index) => ({ ...attempt, name, label: `${name} ${index + 1}` })),
  );
  const forbidden = tries.filter(({ may }) => who === null || !may.includes(who));
  const rows = forbidden.flatMap(({ row }) => (row ? [row] : []));
  const before = await rowsAsTheyStand(rows);
  const seen: Record<string, string> = {};
  const declared: Record<string, string> = {};
  for (const { name, label, input, invalid } of forbidden) {
    const response = await postAction(request, actions.get(name)!, input, { ids: samples.ids, mark });
    const code = await codeOf(response);
    expect([label, await response.text()]).toEqual([label, expect.not.stringMatching(leaks)]);
    seen[label] = refusals.includes(code) ? "refused" : code;
    declared[label] = who !== null && invalid?.includes(who) ? "invalid" : "refused";
    if (who === null) expect([label, code]).toEqual([label, "unauthenticated"]);
  }
  expect(seen).toEqual(declared);
  expect(await rowsAsTheyStand(rows)).toEqual(before);
  expect(await tablesWith(mark)).toEqual([]);
  return Object.values(seen).filter((code) => code === "refused").length;
}

for (const who of everyone) {
  test(`${who} is refused every action that is not theirs; it is written down, and nothing changes`, async ({
    as,
  }) => {
    const mark = newMark();
    const { request } = (await as(who)).context();
    const refused = await tryAll(request, who, mark);
    const events = await refusalsOf(mark);
    expect(events).toHaveLength(refused);
    const sessions = new Set(events.map((event) => event.session_id));
    expect(sessions.size).toBe(1);
    // The session that was refused has done nothing else between: no event is without its session, no change without its event.
    const [session] = sessions;
    const [first] = await query<{ id: string }>(
      "SELECT min(id) AS id FROM audit_events WHERE session_id = $1 AND after ->> 'path' LIKE $2",
      [session, `%${mark}%`],
    );
    const deeds = await query(
      "SELECT event FROM audit_events WHERE session_id = $1 AND id >= $2 AND event <> 'auth.refused'",
      [session, first!.id],
    );
    expect(deeds).toEqual([]);
  });
}

test("without a session every action is refused, and the open ones lead nowhere", async ({ request }) => {
  const mark = newMark();
  const refused = await tryAll(request, null, mark);
  const events = await refusalsOf(mark);
  expect(events).toHaveLength(refused);
  expect(new Set(events.map(({ session_id }) => session_id))).toEqual(new Set([null]));
  const samples = await actionSamples();
  for (const name of openActions) {
    const response = await postAction(request, serverActions().get(name)!, mark, { ids: samples.ids, mark });
    expect([name, response.headers()["set-cookie"] ?? ""]).toEqual([
      name,
      expect.not.stringMatching(/registry-session=[^;]/),
    ]);
    // Where these lead to is the sign-in page: everybody may read it.
    expect([name, response.status()]).toEqual([name, expect.any(Number)]);
    expect([name, response.status() < 400]).toEqual([name, true]);
  }
  expect(await refusalsOf(mark)).toHaveLength(refused);
});

test("an unknown action does nothing, and says nothing of the inside", async ({ as, request }) => {
  const { ids } = await actionSamples();
  for (const context of [request, (await as("union")).context().request]) {
    for (const id of ["0".repeat(42), "evil", "../../x"]) {
      const action = { name: "", id, page: "/sign-in" };
      const response = await postAction(context, action, {}, { ids, mark: newMark() });
      // Well-formed, it may be of a newer build: the page is told to load itself anew.
      expect([id, response.status()]).toEqual([id, id.startsWith("0") ? 409 : 400]);
      expect(await response.text()).not.toMatch(leaks);
    }
  }
});

test("a post from another site is refused whatever it claims to be; the same one from here is done", async ({
  as,
}) => {
  const { request } = (await as("union")).context();
  const { ids } = await actionSamples();
  const save = serverActions().get("lib/honors/bodies/actions.ts saveBody")!;
  const mark = newMark();
  const body = { name: `跨站 ${mark}`, code: `X${mark}`, kind: "union" };
  const host = new URL(ownOrigin()).host;
  const origins: (string | undefined)[] = [
    undefined,
    "null",
    "https://evil.example",
    `https://evil.example/${host}`,
    `http://${host}.evil.example`,
    `http://evil.${host}`,
    "http://localhost:1",
    "",
  ];
  const types = [
    "text/plain;charset=UTF-8",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json",
  ];
  const field = `--x\r\nContent-Disposition: form-data; name="1_$ACTION_ID_${save.id}"\r\n\r\n${JSON.stringify(body)}\r\n--x--\r\n`;
  const seen: string[] = [];
  for (const origin of origins) {
    for (const type of types) {
      const headers = {
        ...(origin !== undefined && { Origin: origin }),
        "Content-Type": type,
        "Next-Action": save.id,
      };
      const data = type.startsWith("multipart") ? field : JSON.stringify([body]);
      const { "Next-Action": _, ...plain } = headers;
      for (const [path, sent] of [
        [save.page, headers],
        [save.page, plain],
        ["/files", plain],
        ["/awards/export/file", plain],
        ["/api/auth/signout", plain],
        ["/api/auth/callback/credentials", plain],
      ] as const) {
        const response = await request.post(fill(path, ids), { headers: sent, data, maxRedirects: 0 });
        if (response.status() !== 403) seen.push(`${path} ${origin} ${type} ${response.status()}`);
      }
      for (const method of ["PUT", "PATCH", "DELETE"]) {
        const response = await request.fetch(save.page, { method, headers: plain, data, maxRedirects: 0 });
        if (response.status() !== 403) seen.push(`${method} ${origin} ${type} ${response.status()}`);
      }
    }
  }
  expect(seen).toEqual([]);
  expect(await tablesWith(mark)).toEqual([]);

  // The session is alive, and the very same post from here is done: what stood in the way was the origin alone.
  const answer = await answerOf(await postAction(request, save, body, { ids, mark }));
  expect(answer).toMatchObject({ ok: true, value: { id: expect.any(Number) } });
  expect(await number("SELECT count(*) AS n FROM granting_bodies WHERE code = $1", [body.code])).toBe(1);
});

test("forms and text posted to a page without naming an action change nothing", async ({ as }) => {
  const { request } = (await as("union")).context();
  const mark = newMark();
  const headers = { Origin: ownOrigin() };
  for (const path of ["/honors/bodies/new", "/awards/new", "/settings/users/new"]) {
    for (const options of [
      { form: { name: mark, code: mark, kind: "union" } },
      { multipart: { name: mark, code: mark, kind: "union" } },
      { data: mark, headers: { "Content-Type": "text/plain" } },
    ]) {
      const response = await request.post(path, {
        ...options,
        headers: { ...headers, ...("headers" in options ? options.headers : {}) },
        maxRedirects: 0,
      });
      expect([path, response.status() < 500]).toEqual([path, true]);
      expect(await response.text()).not.toMatch(insides);
    }
  }
  expect(await tablesWith(mark)).toEqual([]);
});

for (const who of ["union", "admin", "jiajianhua"] as const) {
  test(`no address that ${who} may open changes anything by being opened`, async ({ as }) => {
    const { request } = (await as(who)).context();
    const samples = await actionSamples();
    const mark = newMark();
    const actions = serverActions();
    // A refusal tells which session this is.
    const denied = who === "admin" ? "lib/awards/actions.ts saveAward" : "lib/users/actions.ts createUser";
    await postAction(request, actions.get(denied)!, {}, { ids: samples.ids, mark });
    const session = (await refusalsOf(mark))[0]!.session_id!;
    const before = await deedsOf(session);
    const rows = Object.values(attempts(samples, mark)).flatMap((list) =>
      list.flatMap(({ row }) => (row ? [row] : [])),
    );
    const standing = await rowsAsTheyStand(rows);
    const unread = () =>
      query(
        "SELECT m.id FROM inbox_messages m JOIN sessions s ON s.user_id = m.user_id WHERE s.id = $1 AND m.read_at IS NOT NULL ORDER BY 1",
        [session],
      );
    const read = await unread();
    for (const route of [...routesOf("page.tsx"), ...routesOf("route.ts")].filter(
      (one) => !one.startsWith("/api/auth"),
    )) {
      const address = `${fill(route, samples.ids)}?intent=submit&id=${samples.draft.id}&state=void&name=${mark}`;
      const response = await request.get(address, { maxRedirects: 0 });
      expect([address, response.status() < 500]).toEqual([address, true]);
    }
    // An action asked for by GET is no action.
    for (const { id, page } of who === "union" ? actions.values() : []) {
      const response = await request.get(`${fill(page, samples.ids)}?$ACTION_ID_${id}=`, {
        headers: { "Next-Action": id },
        maxRedirects: 0,
      });
      expect([page, response.status() < 500]).toEqual([page, true]);
    }
    expect(await rowsAsTheyStand(rows)).toEqual(standing);
    expect(await deedsOf(session)).toEqual(before);
    expect(await unread()).toEqual(read);
    expect(await tablesWith(mark)).toEqual([]);
    // Nor does one end the session.
    expect((await request.get("/me", { maxRedirects: 0 })).status()).toBe(200);
  });
}
