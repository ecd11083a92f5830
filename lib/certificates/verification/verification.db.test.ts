import { beforeAll, describe, expect, it } from "vitest";
import { moving, recipientsOf, registered } from "@/e2e/world/certificates";
import { actors, buildLedger } from "@/e2e/world/ledger";
import { admin2, conferred, paper, plantRevocations, recorded } from "@/e2e/world/revocations";
import { limits } from "@/lib/auth/rules";
import { confirmAnnulment, recordAnnulment } from "@/lib/awards/annulments/commands";
import { voidAward } from "@/lib/awards/review/commands";
import { changeRecall, confirmRevocation } from "@/lib/awards/revocations/commands";
import { asNobody } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import type { TestDatabase } from "@/lib/db/testing";
import { moveCertificate, reissueCertificate } from "../commands";
import { listCertificatesOfAward, listCertificatesOfCase } from "../queries";
import { listCertificates } from "../register/queries";
import { formatCode } from "../rules";
import { readCertificateFilter } from "../schema";
import { verifyCertificate } from "./queries";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
  await plantRevocations(world);
});

const { recorder, admin, checker2 } = actors;
const stranger = "203.0.113.9";
/** As a visitor asks, of whom nobody knows anything. */
const ask = async (code: string, address = stranger) => {
  const answer = await asNobody(() => verifyCertificate(address, code));
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
};
const verdictOf = async (code: string) => (await ask(code))?.verdict;
const toRecall = async () => {
  const { rows } = await listCertificates(recorder, readCertificateFilter({ state: "recall", size: "100" }));
  return rows.map(({ id }) => id);
};
const annul = async (id: number) => {
  expect(
    await recordAnnulment(admin, {
      ...{ id, version: 2, documentId: String(paper.annulment), annulledOn: "2025-08-01", reason: "复查" },
      files: [],
    }),
  ).toMatchObject({ ok: true });
  expect(await confirmAnnulment(admin2, { id, version: 3 })).toMatchObject({ ok: true });
};

describe("anyone who has the code", () => {
  it("is told what is printed, the honor and that it is valid, and nothing else", async () => {
    const { code } = await registered(await conferred());
    expect(await ask(formatCode(code).toLowerCase())).toEqual({
      ...{ verdict: "valid", kind: "certificate", number: "青工证2022015", holder: "李晓杰、贾建华" },
      ...{ issuedOn: "2022-12", awardDate: "2022-12", validTo: null, since: null, documentNumber: null },
      title: { zh: "青岛市职工创新成果", en: "Qingdao employee innovation achievement" },
      prizeLevel: { zh: "三等奖", en: expect.any(String) },
      bodies: { zh: ["青岛市总工会"], en: ["青岛市总工会"] },
      replacement: null,
    });
    // The function is the only way in: the table shows a visitor nothing.
    expect(await asNobody(() => db.certificate.count())).toBe(0);
  });

  it("learns of a revocation the moment it is confirmed, and of its annulment; the certificate is on the list of what to recall between", async () => {
    const awardId = await conferred();
    const { id, code } = await registered(awardId);
    const caseId = await recorded(awardId);
    expect(await verdictOf(code)).toBe("valid");
    expect(await toRecall()).not.toContain(id);
    expect(await confirmRevocation(admin2, { id: caseId, version: 1 })).toMatchObject({ ok: true });
    expect(await ask(code)).toMatchObject({
      ...{ verdict: "revoked", since: "2024-03-01", documentNumber: "青工发〔2024〕3号" },
    });
    expect(await toRecall()).toContain(id);
    expect(await listCertificatesOfCase(admin, caseId)).toMatchObject([
      { id, state: "held", toRecall: true },
    ]);
    await annul(caseId);
    expect(await ask(code)).toMatchObject({ verdict: "valid", since: null, documentNumber: null });
    expect(await toRecall()).not.toContain(id);
  });

  it("learns who of several was struck: that certificate is revoked, the other's and the award's stand", async () => {
    const awardId = await conferred();
    const [first, second] = await recipientsOf(awardId);
    const [kept, struck, whole] = [
      await registered(awardId, { target: `recipient:${first}` }),
      await registered(awardId, { target: `recipient:${second}` }),
      await registered(awardId, { kind: "plaque" }),
    ];
    const caseId = await recorded(awardId, { target: `recipient:${second}` });
    await confirmRevocation(admin2, { id: caseId, version: 1 });
    expect(await Promise.all([kept, struck, whole].map(({ code }) => verdictOf(code)))).toEqual([
      ...["valid", "revoked", "valid"],
    ]);
    expect(await toRecall()).toEqual(expect.arrayContaining([struck.id]));
    expect(await toRecall()).not.toEqual(expect.arrayContaining([kept.id]));
    expect((await listCertificatesOfCase(admin, caseId)).map(({ id }) => id)).toEqual([struck.id]);
    await annul(caseId);
    expect(await verdictOf(struck.code)).toBe("valid");
  });

  it("learns which member of a collective was struck", async () => {
    const awardId = await conferred({ recipients: [{ achievementId: "1" }], bonus: "" });
    const [whole] = await recipientsOf(awardId);
    const of = [
      await registered(awardId, { target: `recipient:${whole}` }),
      await registered(awardId, { target: `member:${whole}:1` }),
      await registered(awardId, { target: `member:${whole}:2` }),
    ];
    const caseId = await recorded(awardId, { target: `member:${whole}:2` });
    await confirmRevocation(admin2, { id: caseId, version: 1 });
    expect(await Promise.all(of.map(({ code }) => verdictOf(code)))).toEqual(["valid", "valid", "revoked"]);
    expect((await listCertificatesOfAward(admin, awardId)).rows.map((row) => row.toRecall)).toEqual([
      ...[false, false, true],
    ]);
  });

  it("learns that one was lost and replaced, came back, ran out, was made void, or was never of an honor", async () => {
    const awardId = await conferred();
    const { id, code } = await registered(awardId);
    await moveCertificate(recorder, moving(id, "lost"));
    expect(await ask(code)).toMatchObject({ verdict: "lost", since: "2026-05-06", replacement: null });
    const key = crypto.randomUUID();
    await reissueCertificate(recorder, { key, id, number: "补1", issuedOn: "2026-05" });
    expect(await ask(code)).toMatchObject({ verdict: "lost", replacement: { number: "补1" } });
    const back = await registered(awardId);
    await moveCertificate(recorder, moving(back.id, "returned"));
    expect(await verdictOf(back.code)).toBe("returned");
    const wrong = await registered(awardId);
    await moveCertificate(recorder, moving(wrong.id, "void", { note: "印错" }));
    expect(await verdictOf(wrong.code)).toBe("void");

    const short = await conferred({ validTo: "2023" });
    const { code: old } = await registered(short);
    expect(await ask(old)).toMatchObject({ verdict: "expired", validTo: "2023" });

    const mistaken = await conferred();
    const { code: never } = await registered(mistaken);
    const [award] = await world.ownerSql<{ version: number }>("SELECT version FROM awards WHERE id = $1", [
      mistaken,
    ]);
    expect(await voidAward(admin, { id: mistaken, version: award!.version, reason: "录错" })).toMatchObject({
      ok: true,
    });
    expect(await verdictOf(never)).toBe("void");
  });
});

describe("whoever tries codes", () => {
  it("is told the same of all that nothing has, and has to wait after too many; codes that exist do not count", async () => {
    const { code } = await registered(await conferred());
    const address = "203.0.113.77";
    const wrong = ["", "x", "'; DROP TABLE certificates", "A".repeat(20), code.slice(1), `${code}A`, "证书"];
    for (const one of wrong) expect([one, await ask(one, address)]).toEqual([one, null]);
    for (let turn = 0; turn < limits.lookUps.failures; turn += 1)
      expect((await ask(code, address))?.verdict).toBe("valid");
    for (let turn = wrong.length; turn < limits.lookUps.failures; turn += 1)
      await ask("A".repeat(20), address);
    const refused = await asNobody(() => verifyCertificate(address, "A".repeat(20)));
    expect(refused).toMatchObject({ fault: { code: "throttled", detail: { minutes: 15 } } });
    expect(await asNobody(() => verifyCertificate(address, code))).toMatchObject({
      fault: { code: "throttled" },
    });
    expect(await ask(code, "203.0.113.78")).toMatchObject({ verdict: "valid" });
  });
});

describe("a case of revocation", () => {
  it("cannot say that there is no certificate, nor that all came back while one is out", async () => {
    const awardId = await conferred();
    const { id } = await registered(awardId);
    const caseId = await recorded(awardId);
    await confirmRevocation(checker2, { id: caseId, version: 1 });
    const say = (recall: string) => changeRecall(admin, { id: caseId, version: 2, recall, recallNote: "" });
    expect(await say("none")).toMatchObject({ fault: { fields: { recall: ["certificatesRegistered"] } } });
    expect(await say("recalled")).toMatchObject({ fault: { fields: { recall: ["certificatesOut"] } } });
    expect(await moveCertificate(recorder, moving(id, "returned", { note: "交回" }))).toMatchObject({
      ok: true,
    });
    expect(await listCertificatesOfCase(admin, caseId)).toMatchObject([
      {
        state: "returned",
        stateOn: "2026-05-06",
        stateNote: "交回",
        toRecall: false,
        can: { moves: ["void"] },
      },
    ]);
    expect(await moveCertificate(recorder, moving(id, "held", { version: 2 }))).toMatchObject({
      fault: { fields: { to: ["certificateCannotMove"] } },
    });
    expect(await say("recalled")).toMatchObject({ ok: true });
  });
});
