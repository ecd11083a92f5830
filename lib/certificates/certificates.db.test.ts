import { beforeAll, describe, expect, it } from "vitest";
import { certificate, moving, recipientsOf, registered } from "@/e2e/world/certificates";
import { actors, audited, buildLedger, draft, person, unit } from "@/e2e/world/ledger";
import { alone, conferred, discipline, plantRevocations } from "@/e2e/world/revocations";
import { getHistory } from "@/lib/audit/queries";
import type { Actor } from "@/lib/auth/roles";
import { saveAward } from "@/lib/awards/commands";
import { actingAs } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import type { TestDatabase } from "@/lib/db/testing";
import { changeCertificate, moveCertificate, registerCertificate, reissueCertificate } from "./commands";
import { visibleTo } from "./policy";
import { listCertificatesOfAward, listOwnCertificates } from "./queries";
import { listCertificates } from "./register/queries";
import { readCertificateFilter } from "./schema";

let world: TestDatabase;
let awardId = 0;
beforeAll(async () => {
  world = await buildLedger();
  await plantRevocations(world);
  awardId = await conferred();
});

const { recorder, recorder2, checker, admin, recorderB, hr, sysadmin, jia } = actors;
const rowsOf = async (actor: Actor, id = awardId) => (await listCertificatesOfAward(actor, id)).rows;
const find = async (id: number) => (await rowsOf(admin)).find((row) => row.id === id)!;

describe("a certificate", () => {
  it("is entered for a winner, with the snapshot's name, a code of its own and its event; a second sending is the same one", async () => {
    const [first] = await recipientsOf(awardId);
    const input = certificate(awardId, { target: `recipient:${first}`, kind: "medal" });
    const made = await registerCertificate(recorder, input);
    expect(made).toMatchObject({ ok: true });
    expect(await registerCertificate(recorder, input)).toEqual(made);
    const id = made.ok ? made.value.id : 0;
    expect(await find(id)).toMatchObject({
      ...{ kind: "medal", holder: "李晓杰", number: "青工证2022015", issuedOn: "2022-12", state: "held" },
      ...{ toRecall: false, version: 1, custody: "档案室" },
      code: expect.stringMatching(/^([ACDEFGHJKLMNPQRTUVWXY34679]{4}-){4}[ACDEFGHJKLMNPQRTUVWXY34679]{4}$/),
    });
    expect((await getHistory("certificates", id)).map(({ event }) => event)).toEqual([
      "certificates.registered",
    ]);
  });

  it("is not entered of a draft, of another award's winner, with somebody's number in it, or with a day to come", async () => {
    const other = await conferred(alone);
    const [foreign] = await recipientsOf(other);
    const saved = await saveAward(recorder, draft());
    const draftId = saved.ok ? saved.value.id : 0;
    const fault = async (more: Record<string, unknown>, id = awardId) =>
      registerCertificate(recorder, certificate(id, more));
    expect(await fault({}, draftId)).toMatchObject({ fault: { detail: { message: "certificateOfDraft" } } });
    expect(await fault({ target: `recipient:${foreign}` })).toMatchObject({
      fault: { fields: { target: ["unknownValue"] } },
    });
    expect(await fault({ holder: "贾建华 370203197001011234" })).toMatchObject({
      fault: { fields: { holder: ["numberInPublicText"] } },
    });
    expect(await fault({ issuedOn: "2199" })).toMatchObject({
      fault: { fields: { issuedOn: ["dateInFuture"] } },
    });
  });

  it("is lost and replaced once, even by two people at the same moment; the award stays untouched", async () => {
    const before = await world.ownerSql("SELECT * FROM awards WHERE id = $1", [awardId]);
    const { id } = await registered(awardId);
    const anew = (actor: Actor) =>
      reissueCertificate(actor, {
        key: crypto.randomUUID(),
        id,
        number: "青工证2022015补",
        issuedOn: "2026-05",
      });
    expect(await anew(recorder)).toMatchObject({ fault: { detail: { message: "notReplaceable" } } });
    expect(await moveCertificate(recorder, moving(id, "lost", { note: "搬家" }))).toMatchObject({ ok: true });
    const both = await Promise.all([anew(recorder), anew(recorder2)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ fault: { detail: { message: "notReplaceable" } } });
    expect(await find(id)).toMatchObject({
      ...{ state: "lost", stateOn: "2026-05-06", stateNote: "搬家" },
      replacedBy: { number: "青工证2022015补" },
      can: { reissue: false, moves: ["returned", "void"] },
    });
    expect(await moveCertificate(recorder, moving(id, "held", { version: 2 }))).toMatchObject({
      fault: { fields: { to: ["certificateCannotMove"] } },
    });
    expect(await world.ownerSql("SELECT * FROM awards WHERE id = $1", [awardId])).toEqual(before);
  });

  it("is moved by one of two who say so at once, and made void with a reason alone", async () => {
    const { id } = await registered(awardId);
    expect(await moveCertificate(recorder, moving(id, "void"))).toMatchObject({
      fault: { fields: { note: ["reasonRequired"] } },
    });
    const both = await Promise.all([
      moveCertificate(recorder, moving(id, "void", { note: "印错" })),
      moveCertificate(recorder2, moving(id, "lost")),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      fault: { detail: { message: "changedMeanwhile" } },
    });
  });

  it("is changed once by each version that was read", async () => {
    const { id } = await registered(awardId);
    const change = (number: string) =>
      changeCertificate(recorder, { ...certificate(awardId), id, version: 1, number, holder: "李晓杰等" });
    expect(await change("甲")).toMatchObject({ ok: true });
    expect(await change("乙")).toMatchObject({ fault: { code: "stale", current: { number: "甲" } } });
    expect((await getHistory("certificates", id))[0]).toMatchObject({
      event: "certificates.changed",
      changes: expect.arrayContaining([{ field: "number", before: "青工证2022015", after: "甲" }]),
    });
  });
});

describe("rights", () => {
  it("recorders and administrators of the award's unit write; readers read; nobody else knows of it", async () => {
    const { id } = await registered(awardId);
    const tries = (actor: Actor) =>
      Promise.all([
        registerCertificate(actor, certificate(awardId)),
        moveCertificate(actor, moving(id, "lost")),
        changeCertificate(actor, { ...certificate(awardId), id, version: 1, holder: "某人" }),
        reissueCertificate(actor, { key: crypto.randomUUID(), id }),
      ]);
    for (const actor of [checker, hr, discipline, sysadmin, jia])
      for (const result of await tries(actor)) expect(result).toMatchObject({ fault: { code: "forbidden" } });
    for (const result of await tries(recorderB))
      expect(result).toMatchObject({ fault: { code: "not_found" } });
    for (const actor of [recorder, checker, admin, hr, discipline])
      expect((await rowsOf(actor)).map((row) => row.id)).toContain(id);
    for (const actor of [recorderB, sysadmin]) {
      expect(await rowsOf(actor)).toEqual([]);
      // Within an AND, where Prisma drops an empty OR.
      expect(await db.certificate.count({ where: { AND: [{ awardId }, visibleTo(actor)] } })).toBe(0);
      expect((await listCertificates(actor, readCertificateFilter({}))).rows).toEqual([]);
    }
    for (const { can } of await rowsOf(hr)) expect(can).toEqual({ change: false, reissue: false, moves: [] });
  });

  it("a person sees their own, and that of the achievement they were behind; a colleague's they do not, whatever a query forgot", async () => {
    const [li, own] = await recipientsOf(awardId);
    const lis = await registered(awardId, { target: `recipient:${li}` });
    const mine = await registered(awardId, { target: `recipient:${own}` });
    const shared = await conferred({ recipients: [{ achievementId: "1" }], bonus: "" });
    const [whole] = await recipientsOf(shared);
    const plaque = await registered(shared, { target: `recipient:${whole}`, kind: "plaque" });
    const [ofLi, ofJia] = [
      await registered(shared, { target: `member:${whole}:1` }),
      await registered(shared, { target: `member:${whole}:2` }),
    ];
    const seen = [...(await listOwnCertificates(jia)).values()].flat().map(({ id }) => id);
    const behind = (await actingAs(jia, () => db.certificate.findMany({ select: { id: true } }))).map(
      ({ id }) => id,
    );
    for (const ids of [seen, behind]) {
      expect(ids).toEqual(expect.arrayContaining([mine.id, plaque.id, ofJia.id]));
      expect(ids).not.toContain(lis.id);
      expect(ids).not.toContain(ofLi.id);
    }
    expect(await listOwnCertificates(hr)).toEqual(new Map());
    const move = () => db.certificate.updateMany({ where: { id: mine.id }, data: { custody: "改" } });
    for (const actor of [jia, hr, checker, recorderB])
      expect(await actingAs(actor, move)).toEqual({ count: 0 });
  });

  it("who sees the award because its winner works with them now writes nothing of it", async () => {
    const moved = await conferred(alone);
    const { id } = await registered(moved);
    await world.ownerSql(`${audited}
      UPDATE employees SET unit_id = ${unit.companyB}, union_unit_id = ${unit.unionB}, assigned_from = '2026-05' WHERE id = ${person.jia};`);
    expect((await rowsOf(recorderB, moved)).map((row) => row.id)).toEqual([id]);
    const tries = [
      await registerCertificate(recorderB, certificate(moved)),
      await moveCertificate(recorderB, moving(id, "lost")),
      await changeCertificate(recorderB, { ...certificate(moved), id, version: 1, holder: "某人" }),
      await reissueCertificate(recorderB, { key: crypto.randomUUID(), id }),
    ];
    for (const result of tries) expect(result).toMatchObject({ fault: { code: "forbidden" } });
  });

  it("demands the event of every change, and lets no certificate go", async () => {
    const { id } = await registered(awardId);
    await expect(
      world.ownerSql("UPDATE certificates SET custody = '改' WHERE id = $1", [id]),
    ).rejects.toThrow(/audit event/);
    await expect(world.ownerSql("DELETE FROM certificates WHERE id = $1", [id])).rejects.toThrow(/never/);
  });
});
