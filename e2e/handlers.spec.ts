import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect, test } from "./fixtures";
import { everyone } from "./world/access";
import { query } from "./world/database";
import { ownOrigin } from "./world/actions";
import { handlers, handlerSamples } from "./world/handlers";
import { handlerTable, openHandlers, type Line } from "./world/handler-table";

/**
 * Every method of every handler, for every role, inside and outside of its unit: who is meant to gets the third company's
 * record, and for everybody else the answer is the very one to a record that does not exist.
 */
type Ask = ReturnType<Line["there"]>;

test("every method of every handler has its line in the table", () => {
  expect(Object.keys(handlerTable).sort()).toEqual(handlers().sort());
});

function send(
  request: APIRequestContext,
  name: string,
  { path, form, multipart }: Ask,
): Promise<APIResponse> {
  return request.fetch(path, {
    method: name.split(" ")[0]!,
    headers: { Origin: ownOrigin(), Accept: "application/json" },
    ...(form && { form }),
    ...(multipart && { multipart }),
    maxRedirects: 0,
  });
}

const answerOf = async (response: APIResponse) => `${response.status()} ${await response.text()}`;

for (const who of everyone) {
  test(`${who} gets from handlers what lies inside, and no trace of what lies outside`, async ({ as }) => {
    test.setTimeout(240_000);
    const { request } = (await as(who)).context();
    const samples = await handlerSamples((await as("union")).context().request);
    // What asks again who sits there was tried elsewhere.
    await query(
      "UPDATE sessions SET verified_at = now() WHERE user_id = (SELECT id FROM users WHERE username = $1)",
      [who],
    );
    const seen: Record<string, unknown> = {};
    const declared: Record<string, unknown> = {};
    for (const [name, { there, nowhere, may, ok = 200, shows, to }] of Object.entries(handlerTable)) {
      const [reached, found] = [may.includes(who), Boolean(shows && to?.includes(who))];
      const answer = await send(request, name, there(samples));
      const text = await answer.text();
      declared[name] = { status: reached ? ok : 404, shows: found };
      seen[name] = { status: answer.status(), shows: Boolean(shows && text.includes(shows(samples))) };
      if (!nowhere || found || (reached && !shows)) continue;
      const none = await send(request, name, nowhere);
      expect([name, `${answer.status()} ${text}`]).toEqual([name, await answerOf(none)]);
    }
    expect(seen).toEqual(declared);
  });
}

test("without a session every handler but the open ones answers 401", async ({ request, as }) => {
  const samples = await handlerSamples((await as("union")).context().request);
  for (const [name, { there }] of Object.entries(handlerTable)) {
    if (openHandlers.includes(name)) continue;
    const answer = await send(request, name, there(samples));
    expect([name, answer.status()]).toEqual([name, 401]);
    expect(await answer.json()).toEqual({ fault: { code: "unauthenticated" } });
  }
});
