import { beforeAll, describe, expect, it } from "vitest";
import { ask, buildExports, exported, grant, lastEvent, openSessions, table } from "@/e2e/world/exports";
import { actors, unit } from "@/e2e/world/ledger";
import { readAwardFilter } from "@/lib/awards/schema";
import type { TestDatabase } from "@/lib/db/testing";
import { countExport } from "./queries";

const { hr, recorder, checker, sysadmin, jia } = actors;

let world: TestDatabase;
beforeAll(async () => {
  world = await buildExports();
}, 60_000);

describe("the right", () => {
  it("is one of its own: without it there is no file, no count and no event", async () => {
    const before = await exported();
    for (const actor of [
      recorder,
      checker,
      sysadmin,
      jia,
      { ...jia, grants: [grant("exporter", unit.group, "/1/")] },
      { ...sysadmin, grants: [] },
    ])
      expect(await ask(actor)).toEqual({ ok: false, fault: { code: "not_found" } });
    expect(await exported()).toBe(before);
  });

  it("reaches as far as its own scope, within what the actor reads", async () => {
    const wide = {
      ...recorder,
      grants: [grant("recorder", unit.union, "/11/"), grant("exporter", unit.companyB, "/1/3/")],
    };
    expect((await table(wide, { columns: ["name"] })).slice(1)).toEqual(
      [["张伟、贾建华"], ["张伟"]].toSorted(),
    );
    expect(await countExport(wide, readAwardFilter({ year: "all" }, 2023))).toMatchObject({
      listed: 7,
      awards: 2,
    });
    expect((await table(hr, { columns: ["name"] })).flat()).not.toContain("张伟");
    expect(
      await table(
        { ...hr, grants: [grant("hr", unit.companyB, "/1/3/")] },
        { columns: ["name"], unit: String(unit.companyA) },
      ),
    ).toHaveLength(1);
  });

  it("is put down with filter, columns, count and reason", async () => {
    await table(hr, {
      rowPer: "recipient",
      columns: ["name", "title", "name"],
      level: "city",
      page: "3",
      reason: " 报市总 \u0000",
    });
    expect(await lastEvent()).toMatchObject({
      ...{
        noun: "awards",
        nounId: null,
        actorUserId: hr.userId,
        actorRoles: ["hr"],
        address: "127.0.0.1",
        reason: "报市总",
        before: null,
      },
      after: {
        filter: { year: null, level: "city", sort: "date", direction: "desc" },
        columns: ["name", "title"],
        rowPer: "recipient",
        format: "csv",
        count: 7,
        awards: 5,
      },
    });
  });
});

describe("who sits there", () => {
  const longAgo = () => openSessions(world, new Date(Date.now() - 6 * 60_000));

  it("is asked again for columns about people, and nothing goes out before", async () => {
    await longAgo();
    const before = await exported();
    for (const column of ["workNumber", "gender"])
      expect(await ask(hr, { columns: ["title", column] })).toEqual({
        ok: false,
        fault: { code: "unconfirmed" },
      });
    expect(await exported()).toBe(before);
    expect(await table(hr)).not.toEqual([]);
    await openSessions(world, new Date());
    expect(await table(hr, { columns: ["title", "workNumber"] })).not.toEqual([]);
  });

  it("is asked again where the session has ended meanwhile", async () => {
    await world.ownerSql("UPDATE sessions SET ended_at = now(), end_reason = 'signed_out'");
    expect(await ask(hr, { columns: ["workNumber"] })).toMatchObject({ fault: { code: "unconfirmed" } });
  });
});

describe("bad input", () => {
  it.each([
    [{ columns: [] }, { columns: ["columnRequired"] }],
    [{ columns: ["title", "idNumberSealed"] }, { "columns.1": ["unknownValue"] }],
    [{ columns: "password_hash" }, { "columns.0": ["unknownValue"] }],
    [{ format: "exe" }, { format: ["unknownValue"] }],
    [{ rowPer: undefined }, { rowPer: ["unknownValue"] }],
    [{ reason: " \u3000" }, { reason: ["required"] }],
    [{ reason: "长".repeat(501) }, { reason: ["tooLong:500"] }],
    [{ reason: new Blob(["x"]) }, { reason: ["invalid"] }],
  ])("is refused by field, and nothing goes out: %o", async (more, fields) => {
    const before = await exported();
    expect(await ask(hr, more)).toEqual({ ok: false, fault: { code: "invalid", fields } });
    expect(await exported()).toBe(before);
  });
});
