import { beforeAll, describe, expect, it } from "vitest";
import { base, buildIntakeLedger, check, one, take } from "@/e2e/world/awards-intake";
import { actors } from "@/e2e/world/ledger";
import type { Actor } from "@/lib/auth/roles";
import type { TestDatabase } from "@/lib/db/testing";
import { transaction } from "@/lib/db/transaction";
import { announceConfirmed, announceIntake, confirmIntake, undoIntake } from "./commands";
import { intakeChoices, openIntake } from "./queries";
import { intakeOptions } from "./schema";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildIntakeLedger();
});

const { recorder, checker, both, recorderB } = actors;

describe("what is there already", () => {
  const cells = { ...base, recipients: "贾建华、李晓杰", unit: "甲公司", awardDate: "2016-05" };
  it("is linked, and made another time only when a person says so", async () => {
    const [written] = await take(recorder, [cells]);
    const again = { ...cells, recipients: "李晓杰、贾建华", awardDate: "42491" };
    const [month] = await check(recorder, [{ ...cells, awardDate: "2016年05月" }]);
    expect(month).toMatchObject({ outcome: "duplicate", nounId: written!.nounId, nounVersion: 1 });
    expect((await check(recorder, [again]))[0]!.outcome).toBe("new");
    const other = { cells, decision: { isAnother: true } };
    expect((await check(recorder, [other]))[0]!.outcome).toBe("new");
    expect((await one({ ...cells, documentNumber: "" })).outcome).toBe("new");
    expect((await one({ ...cells, prizeLevel: "二等奖" })).outcome).toBe("new");
  });
  it("is found within the file too, whoever is named first", async () => {
    const rows = [
      { ...cells, awardDate: "2015" },
      { ...cells, awardDate: "2014" },
      { ...cells, awardDate: "2015年", recipients: "李晓杰，贾建华" },
    ];
    const verdicts = await check(recorder, rows);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(["new", "new", "duplicate"]);
    expect(verdicts[2]).toMatchObject({ nounId: null, faults: [{ column: null, message: "rowTwice:2" }] });
  });
});

describe("a batch", () => {
  const rows = ["2001", "2002", "2003"].map((awardDate) => ({
    ...base,
    awardDate,
    recipients: "贾建华",
    workNumber: "0001",
  }));
  const statesOf = async (ids: number[]) =>
    (
      await world.ownerSql<{ state: string }>("SELECT state FROM awards WHERE id = ANY ($1) ORDER BY id", [
        ids,
      ])
    ).map(({ state }) => state);

  it("is confirmed by another person, who leaves their own; the honored are told", async () => {
    const written = await take(recorder, rows, { state: "submitted" });
    const own = await take(
      both,
      [{ ...rows[0]!, awardDate: "2011", recipients: "李晓杰", workNumber: "0002" }],
      { state: "submitted" },
    );
    const ids = [...written, ...own].map(({ nounId }) => nounId);
    const confirm = (actor: Actor) => transaction((tx) => confirmIntake(tx, actor, ids));
    expect(await confirm(recorder)).toEqual({ confirmed: 0, own: 3 });
    expect(await confirm(actors.checkerB)).toEqual({ confirmed: 0, own: 0 });
    expect(await confirm(both)).toEqual({ confirmed: 3, own: 1 });
    expect(await confirm(both)).toEqual({ confirmed: 0, own: 1 });
    expect(await statesOf(ids)).toEqual(["effective", "effective", "effective", "submitted"]);
    const told = await world.ownerSql<{ user_id: number; noun_id: number }>(
      "SELECT user_id, noun_id FROM inbox_messages WHERE kind = 'award_conferred' AND noun_id = ANY ($1) ORDER BY noun_id",
      [ids],
    );
    expect(told.map(({ user_id }) => user_id)).toEqual([10, 10, 10]);
    const numbers = await world.ownerSql(
      "SELECT ledger_number FROM awards WHERE id = ANY ($1) AND state = 'effective' ORDER BY id",
      [ids],
    );
    expect(numbers).toEqual(["2001", "2002", "2003"].map((year) => ({ ledger_number: `${year}-000001` })));
  });

  it("is told of once to those who check, and once to who brought it in", async () => {
    const news = { importId: 7, title: "台账.xlsx", count: 3 };
    await transaction(async (tx) => {
      await announceIntake(tx, recorder, { ...news, unitId: 12 });
      await announceConfirmed(tx, checker, {
        ...news,
        userIds: [recorder.userId, recorder.userId, checker.userId],
      });
    });
    const messages = await world.ownerSql(
      "SELECT kind, user_id, data FROM inbox_messages WHERE noun = 'imports' ORDER BY kind DESC, user_id",
    );
    const data = { title: "台账.xlsx", count: "3" };
    expect(messages).toMatchObject([
      { kind: "import_submitted", user_id: checker.userId, data },
      { kind: "import_submitted", user_id: both.userId, data },
      { kind: "import_confirmed", user_id: recorder.userId, data },
    ]);
  });

  it("is taken back by voiding it, as long as nobody has touched it", async () => {
    const late = { ...base, recipients: "贾建华", workNumber: "0001" };
    const written = await take(
      recorder,
      ["2005", "2006", "2007"].map((awardDate) => ({ ...late, awardDate })),
      { state: "submitted" },
    );
    const undo = (actor: Actor) =>
      transaction((tx) =>
        undoIntake(
          tx,
          { actor },
          written.map((row) => ({ ...row, outcome: "new" as const })),
          "文件选错了",
        ),
      );
    expect(await undo(recorderB)).toMatchObject([
      { message: "forbidden" },
      { message: "forbidden" },
      { message: "forbidden" },
    ]);
    expect(await undo(actors.recorder2)).toMatchObject([
      { message: "forbidden" },
      { message: "forbidden" },
      { message: "forbidden" },
    ]);
    await transaction((tx) => confirmIntake(tx, checker, [written[1]!.nounId]));
    expect(await undo(recorder)).toEqual([
      { position: 2, nounId: written[1]!.nounId, message: "changedSinceImport" },
    ]);
    expect(await statesOf(written.map(({ nounId }) => nounId))).toEqual(["void", "effective", "void"]);
    const [change] = await world.ownerSql(
      "SELECT reason FROM award_state_changes WHERE award_id = $1 ORDER BY id DESC LIMIT 1",
      [written[0]!.nounId],
    );
    expect(change).toEqual({ reason: "文件选错了" });
    expect((await one({ ...late, awardDate: "2005" })).outcome).toBe("new");
  });
});

it("offers what the catalog holds", async () => {
  const session = await transaction((tx) => openIntake(tx, recorder, intakeOptions.parse({})));
  expect(intakeChoices(session, "zh-CN")).toMatchObject({
    title: expect.arrayContaining(["青岛工匠", "青岛大工匠"]),
    subjectKind: ["个人", "班组", "创新工作室", "单位", "创新成果"],
  });
  expect(intakeChoices(session, "en").level).toContain("City");
});
