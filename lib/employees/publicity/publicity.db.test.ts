import { describe, expect, test } from "vitest";
import { actors, buildLedger, person } from "@/e2e/world/ledger";
import { decidePublicity } from "./commands";
import { getPublicity } from "./queries";

const { db, ownerSql } = await buildLedger();
const { jia, recorder, recorderB, checker, hr, sysadmin } = actors;
const stateOf = async (scope: string, id: number = person.jia) =>
  (await getPublicity(id)).find((one) => one.scope === scope)!;

describe("what may be shown of a person", () => {
  test("stands on the wall until they say otherwise; story and picture wait for a yes", async () => {
    const states = (await getPublicity(person.jia)).map(({ scope, allowed, decided }) => [
      scope,
      allowed,
      decided,
    ]);
    expect(states).toEqual([
      ["wall", true, null],
      ["story", false, null],
      ["photo", false, null],
    ]);
  });

  test("is the person's own to decide, again and again; each decision stays, with its event", async () => {
    for (const allowed of ["false", "true", "false"])
      expect(await decidePublicity(jia, { id: person.jia, scope: "wall", allowed })).toMatchObject({
        ok: true,
      });
    expect(await db.employee.findFirst({ where: { id: person.jia } })).toMatchObject({
      hiddenFromWall: true,
    });
    expect(await stateOf("wall")).toMatchObject({
      allowed: false,
      decided: { by: jia.name, bySelf: true, note: null },
    });
    expect(await decidePublicity(jia, { id: person.jia, scope: "photo", allowed: "true" })).toMatchObject({
      ok: true,
    });
    expect(await stateOf("photo")).toMatchObject({ allowed: true });
    expect(await db.publicityDecision.count({ where: { employeeId: person.jia } })).toBe(4);
    const events = await db.auditEvent.findMany({
      where: { event: "employees.publicity_decided" },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ before, after }) => [before, after])[2]).toEqual([
      { scope: "wall", allowed: true },
      { scope: "wall", allowed: false, bySelf: true },
    ]);
  });

  test("is put down by the union with its source, but never over the person's own no", async () => {
    const asked = { id: person.li, scope: "wall", allowed: "false" };
    expect(await decidePublicity(recorder, asked)).toMatchObject({
      fault: { fields: { note: ["required"] } },
    });
    expect(await decidePublicity(recorder, { ...asked, note: "本人书面意见" })).toMatchObject({ ok: true });
    expect(await stateOf("wall", person.li)).toMatchObject({
      allowed: false,
      decided: { bySelf: false, by: recorder.name, note: "本人书面意见" },
    });
    expect(await decidePublicity(hr, { ...asked, allowed: "true", note: "本人来电" })).toMatchObject({
      ok: true,
    });
    expect(
      await decidePublicity(recorder, { id: person.jia, scope: "wall", allowed: "true", note: "领导意见" }),
    ).toMatchObject({
      fault: { code: "conflict", detail: { message: "publicityDecidedBySelf" } },
    });
  });

  test("another unit cannot, nor another person, a checker or an administrator", async () => {
    for (const actor of [recorderB, checker, sysadmin])
      expect(
        await decidePublicity(actor, { id: person.li, scope: "wall", allowed: "true", note: "x" }),
      ).toMatchObject({
        fault: { code: "not_found" },
      });
    expect(
      await decidePublicity(jia, { id: person.li, scope: "wall", allowed: "true", note: "x" }),
    ).toMatchObject({
      fault: { code: "not_found" },
    });
  });

  test("twenty at once leave one state that the last decision tells", async () => {
    const tries = Array.from({ length: 20 }, (_, index) =>
      decidePublicity(jia, { id: person.jia, scope: "wall", allowed: String(index % 2 === 0) }),
    );
    expect((await Promise.all(tries)).every(({ ok }) => ok)).toBe(true);
    const [last] = await ownerSql(
      "SELECT allowed FROM publicity_decisions WHERE scope = 'wall' AND employee_id = 1 ORDER BY id DESC LIMIT 1",
    );
    expect(await db.employee.findFirst({ where: { id: person.jia } })).toMatchObject({
      hiddenFromWall: !last!.allowed,
    });
  });

  test("the database changes no decision, and takes none without its event", async () => {
    await expect(ownerSql("UPDATE publicity_decisions SET allowed = true")).rejects.toThrow(/never changed/);
    await expect(ownerSql("DELETE FROM publicity_decisions")).rejects.toThrow(/never changed/);
    await expect(
      ownerSql(
        "INSERT INTO publicity_decisions (employee_id, scope, allowed, decided_by_id, by_self) VALUES (1, 'wall', true, 1, false)",
      ),
    ).rejects.toThrow(/audit event/);
  });
});
