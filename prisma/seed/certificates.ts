import type { Tx } from "@/lib/db/transaction";
import { newCode } from "@/lib/certificates/commands";
import { oneOf } from "@/lib/kernel/ids";

/** The demonstration's own, to be tried at /verify. */
const knownCode = "ACDEFGHJKLMNPQRTUVWX";

/**
 * A few certificates: those of 贾建华, 李晓杰 and some others of the third company, of which one was lost and replaced; of the
 * revoked honors one has come back, and that of the struck winner is still out.
 */
export async function seedCertificates(tx: Tx): Promise<void> {
  const third = { state: "effective" as const, recordingUnit: { code: "HD03-GH" } };
  const known = await tx.award.findMany({
    where: {
      state: "effective",
      recipients: { some: { employee: { workNumber: { in: ["03001", "03002"] } } } },
    },
    orderBy: { id: "asc" },
    take: 6,
    select,
  });
  const others = await tx.award.findMany({
    where: { ...third, levelCode: "city", NOT: oneOf(known) },
    orderBy: [{ awardYear: "desc" }, { id: "asc" }],
    take: 8,
    select,
  });
  const revoked = await tx.award.findMany({
    where: { OR: [{ state: "revoked" }, { recipients: { some: { struckAt: { not: null } } } }] },
    orderBy: { id: "asc" },
    select,
  });
  let lost: number | null = null;
  for (const { id: awardId, awardYear, awardDate, state, recipients } of [...known, ...others, ...revoked])
    for (const [index, { id: recipientId, name, subjectKind }] of recipients.entries()) {
      const personal = subjectKind === "employee";
      const given: Given = {
        ...{ awardId, recipientId, holder: name, kind: personal ? "certificate" : "plaque" },
        number: `YZ${awardYear}-${String(awardId * 10 + index + 1).padStart(5, "0")}`,
        ...{ issuedOn: awardDate, custody: personal ? "本人" : "公司荣誉室" },
      };
      const id = await add(tx, given, awardId === known[0]?.id && index === 0 ? knownCode : undefined);
      if (state === "revoked") await put(tx, id, "returned", "2024-07-12", "本人交回（演示）");
      else if (awardId === others[0]?.id) lost ??= id;
    }
  if (lost === null) return;
  const old = await put(tx, lost, "lost", "2025-09-12", "搬家时遗失（演示）");
  await add(tx, { ...old, number: `${old.number}补`, issuedOn: "2025-10", replacesId: lost });
}

function put(tx: Tx, id: number, state: "lost" | "returned", stateOn: string, stateNote: string) {
  return tx.certificate.update({
    where: { id },
    data: { state, stateOn, stateNote, version: { increment: 1 } },
    select: { awardId: true, recipientId: true, holder: true, kind: true, number: true, custody: true },
  });
}

type Given = {
  awardId: number;
  recipientId: number | null;
  holder: string;
  kind: "certificate" | "plaque" | "medal" | "citation" | "trophy" | "banner";
  number: string | null;
  issuedOn: string;
  custody: string | null;
  replacesId?: number;
};

async function add(tx: Tx, data: Given, code = newCode()): Promise<number> {
  const { id } = await tx.certificate.create({ data: { ...data, code }, select: { id: true } });
  return id;
}

const select = {
  ...{ id: true, awardYear: true, awardDate: true, state: true },
  recipients: { orderBy: { position: "asc" }, select: { id: true, name: true, subjectKind: true } },
} as const;
