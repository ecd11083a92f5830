import { expect, test } from "./fixtures";
import { answerOf, postAction, serverActions } from "./world/actions";
import { query } from "./world/database";
import { handlerSamples } from "./world/handlers";
import { mark } from "./world/steps";

/** What no form has, sent along with what it has. */
const extra = {
  ...{ version: 77, state: "void", status: "deceased", demonstration: true, mergedIntoId: 1, employeeId: 1 },
  ...{ createdById: 1, updatedById: 1, enteredByIds: [1], createdAt: "2001-01-01", updatedAt: "2001-01-01" },
  ...{
    ledgerNumber: "2022-999999",
    role: "sysadmin",
    passwordHash: "x",
    disabledAt: null,
    __proto__: { id: 1 },
  },
};

test("fields that a form does not have are written nowhere", async ({ as }) => {
  test.setTimeout(180_000);
  const { request } = (await as("union")).context();
  const { ids, place } = await handlerSamples(request);
  const { digits, stems } = mark();
  const name = `多余${stems}`;
  const key = () => crypto.randomUUID();
  const forms: [string, string, object][] = [
    ["granting_bodies", "lib/honors/bodies/actions.ts saveBody", { code: `Z${digits}`, kind: "union" }],
    ["programmes", "lib/honors/programmes/actions.ts saveProgramme", { cycle: "yearly" }],
    ["teams", "lib/teams/actions.ts createTeam", { key: key(), kind: "crew", unitId: ids.unit, members: [] }],
    ["studios", "lib/studios/actions.ts createStudio", { key: key(), unitId: ids.unit, members: [] }],
    [
      "achievements",
      "lib/achievements/actions.ts createAchievement",
      { key: key(), kind: "innovation", units: [place.company], contributors: [] },
    ],
  ];
  for (const [table, action, form] of forms) {
    const { version: _, ...rest } = extra;
    // An id makes some of these a change; a version of its own goes where none is asked for.
    const more = "key" in form ? extra : rest;
    const response = await postAction(
      request,
      serverActions().get(action)!,
      { name, ...form, ...more },
      { ids, mark: digits },
    );
    expect([action, await answerOf(response)]).toEqual([action, expect.objectContaining({ ok: true })]);
    const [row] = await query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE name = $1`,
      [name],
    );
    const written = row!.row;
    expect([table, written.version]).toEqual([table, 1]);
    for (const column of ["created_at", "updated_at"])
      expect([table, String(written[column] ?? "2026") > "2020"]).toEqual([table, true]);
    expect([table, written.demonstration ?? false, written.merged_into_id ?? null]).toEqual([
      table,
      false,
      null,
    ]);
    expect([table, JSON.stringify(written)]).toEqual([
      table,
      expect.not.stringMatching(/999999|"void"|sysadmin/),
    ]);
  }
});
