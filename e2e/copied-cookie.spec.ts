import type { APIRequestContext, Browser } from "@playwright/test";
import { demonstrationPassword } from "../prisma/seed/sign-ins";
import { expect, signIn, test } from "./fixtures";
import { codeOf, ownOrigin, postAction, serverActions } from "./world/actions";
import { query } from "./world/database";
import { mark } from "./world/steps";

/** A cookie that somebody has copied is worth nothing from the very next request on, whichever way access ended. */
test.describe.configure({ timeout: 240_000 });

type Person = { userId: number; version: number; grants: number[] };

/** A recorder of the third company who may export as well, with the demonstration's password. */
async function recorder(username: string): Promise<Person> {
  await query(
    `WITH one AS (INSERT INTO users (username, name, password_hash, updated_at)
       SELECT $1, '凭证' || $1, password_hash, now() FROM users WHERE username = 'union' RETURNING id),
     two AS (INSERT INTO user_roles (user_id, role, organization_id)
       SELECT one.id, r.role::role, o.id FROM one, organizations o, unnest(ARRAY['recorder', 'exporter']) AS r(role) WHERE o.code = 'HD03-GH' RETURNING id)
     INSERT INTO audit_events (event, noun, noun_id, actor_name, actor_roles, address) SELECT 'users.created', 'users', id, 'test', '{}', 'local' FROM one`,
    [username],
  );
  const [user] = await query<{ userId: number; version: number }>(
    `SELECT id AS "userId", version FROM users WHERE username = $1`,
    [username],
  );
  const grants = await query<{ id: number }>("SELECT id FROM user_roles WHERE user_id = $1 ORDER BY id", [
    user!.userId,
  ]);
  return { ...user!, grants: grants.map(({ id }) => id) };
}

/** What the holder of a cookie gets: a page, an action, a handler, an export. */
async function tryAll(request: APIRequestContext) {
  const page = await request.get("/awards", { maxRedirects: 0 });
  const action = serverActions().get("lib/awards/actions.ts saveAward")!;
  const acted = await postAction(request, action, {}, { ids: {}, mark: mark().digits });
  const handler = await request.get("/employees/search?q=03001", { maxRedirects: 0 });
  const exported = await request.post("/awards/export/file", {
    headers: { Origin: ownOrigin(), Accept: "application/json" },
    form: { year: "2022", columns: "title", rowPer: "award", format: "csv", reason: "核对" },
    maxRedirects: 0,
  });
  return {
    page: page.status(),
    action: await codeOf(acted),
    handler: handler.status(),
    export: exported.status(),
  };
}

const inside = { page: 200, action: "invalid", handler: 200, export: 200 };
const outside = { page: 307, action: "unauthenticated", handler: 401, export: 401 };
const without = { page: 404, action: "forbidden", handler: 404, export: 404 };

/** Signs in, and gives back the owner's browser and one into which the cookie was copied. */
async function copied(browser: Browser, username: string) {
  const owner = await browser.newContext();
  await signIn(await owner.newPage(), username, demonstrationPassword);
  const thief = await browser.newContext({ storageState: await owner.storageState() });
  return { owner, thief };
}

const call = async (request: APIRequestContext, name: string, input: unknown) => {
  const response = await postAction(request, serverActions().get(name)!, input, {
    ids: {},
    mark: mark().digits,
  });
  expect([name, response.status() < 400]).toEqual([name, true]);
  return response;
};

type As = (who: "admin" | "security") => Promise<APIRequestContext>;
const endings: Record<
  string,
  { end: (owner: APIRequestContext, person: Person, as: As) => Promise<unknown>; left?: object }
> = {
  "its owner signed out": { end: (owner) => call(owner, "lib/auth/actions.ts signOut", undefined) },
  "the password was changed": {
    end: async (owner) => {
      const own = "Weld-Seam-2026-安装";
      const input = { current: demonstrationPassword, password: own, again: own };
      expect(await codeOf(await call(owner, "lib/auth/actions.ts changeOwnPassword", input))).toBe("ok");
    },
  },
  "the account was disabled": {
    end: async (_, { userId, version }, as) => {
      const input = { id: userId, userId, version, reason: "岗位调整" };
      expect(await codeOf(await call(await as("admin"), "lib/users/actions.ts disableUser", input))).toBe(
        "ok",
      );
    },
  },
  "the role was taken away": {
    end: async (_, { userId, grants }, as) => {
      const security = await as("security");
      for (const grantId of grants)
        expect(
          await codeOf(await call(security, "lib/users/actions.ts withdrawRole", { userId, grantId })),
        ).toBe("ok");
    },
    left: without,
  },
  "an administrator ended it": {
    end: async (_, { userId }, as) => {
      const input = { userId, sessionId: "" };
      expect(await codeOf(await call(await as("admin"), "lib/users/actions.ts endUserSessions", input))).toBe(
        "ok",
      );
    },
  },
};

for (const [what, { end, left = outside }] of Object.entries(endings)) {
  test(`a copied cookie opens nothing once ${what}: page, action, handler, export`, async ({
    as,
    browser,
  }) => {
    const username = `pz${mark().digits}`;
    const person = await recorder(username);
    const { owner, thief } = await copied(browser, username);
    expect(await tryAll(thief.request)).toEqual(inside);
    const administrator: As = async (who) => {
      const { request } = (await as(who)).context();
      await query(
        "UPDATE sessions SET verified_at = now() WHERE user_id = (SELECT id FROM users WHERE username = $1)",
        [who],
      );
      return request;
    };
    await end(owner.request, person, administrator);
    expect(await tryAll(thief.request)).toEqual(left);
    await Promise.all([owner.close(), thief.close()]);
  });
}
