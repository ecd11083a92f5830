import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Tx } from "@/lib/db/transaction";
import { attachFiles } from "@/lib/files/upload";
import { parseInput } from "@/lib/kernel/fields";
import { type Fault, ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { canRecordDocuments, recordingUnits, visibleTo, writableBy } from "./policy";
import { findByNumber } from "./queries";
import { addScans, removeScans, type HeldScan } from "./scans/commands";
import { documentInput, type DocumentInput, existing, type SavedDocument } from "./schema";

type Refusal = { ok: false; fault: Fault };
type Facts = Omit<DocumentInput, "issuers" | "files" | "shownFiles">;

export async function createDocument(actor: Actor, input: unknown): Promise<Result<SavedDocument>> {
  if (!canRecordDocuments(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(documentInput, input);
  if (!parsed.ok) return parsed;
  const { issuers, files, shownFiles: _, ...facts } = parsed.value;
  const result = await runCommand(async (tx) => {
    const refused = await referenceRefusal(tx, actor, facts, issuers);
    if (refused) return refused;
    const scans = await attachFiles(tx, actor, files);
    if (!scans.ok) return scans;
    const { id } = await tx.document.create({ data: facts, select: { id: true } });
    await putIssuers(tx, id, issuers);
    const after = await present(tx, actor, id);
    await recordEvent(tx, actor, {
      event: "documents.created",
      noun: "documents",
      nounId: id,
      after: after ? told(after) : { ...facts, issuers },
    });
    await addScans(tx, actor, id, scans.value, 0);
    return ok({ id, number: facts.number, title: facts.title });
  });
  return withHolder(actor, result, facts.number);
}

export async function changeDocument(actor: Actor, input: unknown): Promise<Result<SavedDocument>> {
  if (!canRecordDocuments(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(existing.and(documentInput), input);
  if (!parsed.ok) return parsed;
  const { id, version, issuers, files, shownFiles, ...typed } = parsed.value;
  const result = await runCommand(async (tx): Promise<Result<SavedDocument>> => {
    const before = await present(tx, actor, id);
    if (!before) return refuse({ code: "not_found" });
    if (!before.writable) return refuse({ code: "forbidden" });
    if (before.version !== version) return stale(before);
    const facts = await withUnseenLinks(tx, actor, typed, before.facts);
    const changes = differences(
      { ...before.facts, issuers: before.issuers.map(({ id }) => id) },
      { ...facts, issuers },
    );
    const fresh = files.filter(
      (file) => !shownFiles.includes(file) && !before.files.some((held) => held.id === file),
    );
    const gone = before.files.filter((held) => shownFiles.includes(held.id) && !files.includes(held.id));
    const done = ok({ id, number: facts.number, title: facts.title });
    if (Object.keys(changes.after).length === 0 && fresh.length === 0 && gone.length === 0) return done;
    const refused = await referenceRefusal(tx, actor, facts, issuers, before.facts, id);
    if (refused) return refused;
    const scans = await attachFiles(tx, actor, fresh);
    if (!scans.ok) return scans;
    const written = await tx.document.updateMany({
      where: { AND: [{ id, version }, writableBy(actor)] },
      data: { ...facts, version: { increment: 1 } },
    });
    if (written.count === 0) return stale(await present(tx, actor, id));
    await tx.documentIssuer.deleteMany({ where: { documentId: id } });
    await putIssuers(tx, id, issuers);
    const after = (await present(tx, actor, id)) ?? before;
    await recordEvent(tx, actor, {
      event: "documents.changed",
      noun: "documents",
      nounId: id,
      ...differences(told(before), told(after)),
    });
    await removeScans(tx, actor, id, gone);
    await addScans(tx, actor, id, scans.value, before.lastPosition);
    return done;
  });
  return withHolder(actor, result, typed.number, id);
}

type Present = {
  facts: Facts;
  issuers: { id: number; label: string }[];
  files: HeldScan[];
  lastPosition: number;
  unit: { id: number; label: string };
  links: { corrects: string | null; forwards: string | null };
  writable: boolean;
  version: number;
};

async function present(tx: Tx, actor: Actor, id: number): Promise<Present | null> {
  const document = await tx.document.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    include: {
      issuers: {
        orderBy: { position: "asc" },
        select: { grantingBody: { select: { id: true, name: true } } },
      },
      files: {
        orderBy: { position: "asc" },
        select: { position: true, file: { select: { id: true, name: true, sha256: true } } },
      },
      recordingUnit: { select: { id: true, name: true } },
    },
  });
  if (!document) return null;
  const {
    id: _id,
    numberKey: _key,
    createdAt: _made,
    updatedAt: _saved,
    version,
    issuers,
    files,
    recordingUnit,
    ...facts
  } = document;
  const { correctsId, forwardsId } = facts;
  const linked = await tx.document.findMany({
    where: { AND: [visibleTo(actor), { id: { in: [correctsId ?? 0, forwardsId ?? 0] } }] },
    select: { id: true, number: true, title: true },
  });
  const label = (other: number | null) =>
    linked.filter((one) => one.id === other).map((one) => one.number ?? one.title)[0] ?? null;
  return {
    facts: facts as Facts,
    issuers: issuers.map(({ grantingBody }) => ({ id: grantingBody.id, label: grantingBody.name })),
    files: files.map(({ file }) => file),
    lastPosition: files.at(-1)?.position ?? 0,
    unit: { id: recordingUnit.id, label: recordingUnit.name },
    links: { corrects: label(correctsId), forwards: label(forwardsId) },
    writable: (await tx.document.count({ where: { AND: [{ id }, writableBy(actor)] } })) > 0,
    version,
  };
}

/** For the audit: what is referred to also by its name, as it was called then. */
function told({ facts, issuers, unit, links }: Present): Record<string, unknown> {
  return {
    ...facts,
    recordingUnit: unit.label,
    ...(links.corrects && { corrects: links.corrects }),
    ...(links.forwards && { forwards: links.forwards }),
    issuers: issuers.map(({ label }) => label),
    issuersId: issuers.map(({ id }) => id),
  };
}

/** The row as it is now, in the shape of the form's fields. */
function stale(now: Present | null): Refusal {
  if (!now) return refuse({ code: "not_found" });
  const { correctsId, forwardsId, ...facts } = now.facts;
  const item = (id: number | null, label: string | null) =>
    id !== null && label !== null ? { id, label } : "";
  return refuse({
    code: "stale",
    current: {
      ...facts,
      version: now.version,
      correctsId: item(correctsId, now.links.corrects),
      forwardsId: item(forwardsId, now.links.forwards),
      recordingUnitId: now.unit,
      issuers: now.issuers,
    },
  });
}

/** A link to a document that the actor does not see stands in no form, so a form that is silent on it leaves it. */
async function withUnseenLinks(tx: Tx, actor: Actor, typed: Facts, before: Facts): Promise<Facts> {
  const kept = { ...typed };
  for (const link of ["correctsId", "forwardsId"] as const) {
    if (typed[link] !== null || before[link] === null) continue;
    if ((await tx.document.count({ where: { AND: [{ id: before[link] }, visibleTo(actor)] } })) === 0)
      kept[link] = before[link];
  }
  return kept;
}

async function referenceRefusal(
  tx: Tx,
  actor: Actor,
  facts: Facts,
  issuers: number[],
  before?: Facts,
  id = 0,
): Promise<Refusal | null> {
  const { recordingUnitId } = facts;
  const unchanged = before?.recordingUnitId === recordingUnitId;
  if (
    !unchanged &&
    (await tx.organization.count({ where: { AND: [{ id: recordingUnitId }, recordingUnits(actor)] } })) === 0
  )
    return refuseField("recordingUnitId", "outOfScope");
  if ((await tx.grantingBody.count({ where: { id: { in: issuers } } })) < issuers.length)
    return refuseField("issuers", "unknownValue");
  for (const link of ["correctsId", "forwardsId"] as const) {
    const other = facts[link];
    if (other === null || other === before?.[link]) continue;
    if (other === id) return refuseField(link, "documentItself");
    if ((await tx.document.count({ where: { AND: [{ id: other }, visibleTo(actor)] } })) === 0)
      return refuseField(link, "unknownValue");
  }
  return null;
}

/** The database's unique key found the number taken: by whom is looked up afterwards, and told to whoever may see it. */
async function withHolder<T>(
  actor: Actor,
  result: Result<T>,
  number: string | null,
  except = 0,
): Promise<Result<T>> {
  if (result.ok || number === null || !result.fault.fields?.number?.includes("duplicateDocumentNumber"))
    return result;
  const { document } = await findByNumber(actor, number, except);
  if (!document) return refuseField("number", "documentNumberElsewhere");
  return refuse({ ...result.fault, detail: { documentId: document.id } });
}

async function putIssuers(tx: Tx, documentId: number, ids: number[]): Promise<void> {
  await tx.documentIssuer.createMany({
    data: ids.map((grantingBodyId, index) => ({ documentId, position: index + 1, grantingBodyId })),
  });
}
