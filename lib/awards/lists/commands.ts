import { recordEvent, recordEvents } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import { once } from "@/lib/db/idempotency";
import type { Tx } from "@/lib/db/transaction";
import { visibleTo as visibleDocuments } from "@/lib/documents/policy";
import { parseInput } from "@/lib/kernel/fields";
import { yearOf } from "@/lib/kernel/partial-date";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { findUnit, writeDrafts, type Prepared } from "../drafts/commands";
import { tellCheckersOfList } from "../notices/commands";
import { canRecord } from "../policy";
import { readNames } from "../mentions/queries";
import { readTitle } from "../recipients/queries";
import type { Title } from "../recipients/rules";
import { submitWritten } from "../review/commands";
import { checkAward, endOfValidity, zonedDay, type FieldFaults } from "../rules";
import { refKey } from "../schema";
import { resolveSubjects } from "../subjects/queries";
import type { Subject } from "../subjects/rules";
import { faultPath, needsAward, rolesOf } from "./rules";
import { listInput, type ListGroup, type ListInput, type ListRow } from "./schema";

type List = Omit<ListInput, "key">;
/** A name that waits, with the group and row that it stands in. */
type Waiting = { group: ListGroup; row: ListRow; position: number; award: number | null };
type Read = { drafts: Prepared[]; complete: boolean[]; waiting: Waiting[] };

/**
 * Enters a document's whole list, once for each key: every row an award that obeys the rules of one entered by itself, every
 * name that nobody could place a row of the to-reconcile list. One bad row, and nothing is saved.
 */
export async function saveList(
  actor: Actor,
  input: unknown,
  now = new Date(),
): Promise<Result<{ id: number }>> {
  if (!canRecord(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(listInput, input);
  if (!parsed.ok) return parsed;
  const { key, ...list } = parsed.value;
  return runCommand((tx) => once(tx, actor, key, list, () => enterList(tx, actor, list, now)), patience);
}

/** Three hundred awards with all their rules take seconds, on a busy machine several times as many. */
const patience = { timeout: 60_000 };

async function enterList(tx: Tx, actor: Actor, list: List, now: Date): Promise<Result<{ id: number }>> {
  const document = await tx.document.findFirst({
    where: { AND: [{ id: list.documentId }, visibleDocuments(actor)] },
    select: {
      ...{ id: true, number: true, title: true },
      issuers: { orderBy: { position: "asc" }, select: { grantingBodyId: true } },
    },
  });
  if (!document) return refuse({ code: "not_found" });
  const unit = await findUnit(tx, actor, list.recordingUnitId);
  if (!unit) return refuse({ code: "invalid", fields: { recordingUnitId: ["outOfScope"] } });
  const issuers = document.issuers.map(({ grantingBodyId }) => grantingBodyId);
  const read = await readRows(tx, actor, list, { unitId: unit.id, issuers, today: zonedDay(now) });
  if (!read.ok) return read;
  const { drafts, complete, waiting } = read.value;

  const names = await readNames(tx, {
    unitId: unit.id,
    documents: [list.documentId],
    grantingBodies: drafts.flatMap(({ links }) => links.grantingBodies),
  });
  const ids = await writeDrafts(tx, actor, drafts, "manual", names);
  const submitted = list.intent === "submit" ? ids.filter((_, index) => complete[index]) : [];
  await submitWritten(tx, actor, submitted);
  await writeWaiting(tx, actor, list.documentId, unit.id, waiting, ids);
  await recordEvent(tx, actor, {
    ...{ event: "documents.list_entered", noun: "documents", nounId: document.id },
    after: { listAwards: ids.length, listSubmitted: submitted.length, listUnresolved: waiting.length },
  });
  if (submitted.length > 0) {
    const title = document.number ?? document.title;
    const { path } = await tx.organization.findFirstOrThrow({
      where: { id: unit.id },
      select: { path: true },
    });
    await tellCheckersOfList(tx, actor, { documentId: document.id, title, recordingUnitPath: path });
  }
  return ok({ id: document.id });
}

type Frame = { unitId: number; issuers: number[]; today: string };

/** Asks every rule of every row before anything is written; a fault is named by the row's own path. */
async function readRows(tx: Tx, actor: Actor, list: List, frame: Frame): Promise<Result<Read>> {
  const faults: FieldFaults = {};
  const add = (path: string, keys: string[]) => void (faults[path] ??= []).push(...keys);
  const read: Read = { drafts: [], complete: [], waiting: [] };
  const titles = new Map<number, Title | null>();
  for (const { titleId } of list.groups)
    if (!titles.has(titleId)) titles.set(titleId, await readTitle(tx, titleId));
  const subjects = await subjectsByDate(tx, actor, list, frame.today);

  list.groups.forEach((group, g) => {
    const title = titles.get(group.titleId);
    if (!title) return add(`groups.${g}.titleId`, ["badId"]);
    group.rows.forEach((row, r) => {
      const prepared = prepareRow(group, row, title, subjects.get(group.awardDate)!, list, frame);
      for (const [path, keys] of Object.entries(prepared.faults)) {
        const known = (faults[faultPath(path, g, r, row)] ??= []);
        known.push(...keys.filter((key) => !known.includes(key)));
      }
      const { draft, unknown } = prepared;
      if (!draft) return;
      const awaits = needsAward(row);
      const award = awaits ? read.drafts.length : null;
      read.waiting.push(...unknown.map((position) => ({ group, row, position, award })));
      if (!awaits) return;
      read.drafts.push(draft);
      read.complete.push(unknown.length === 0);
    });
  });
  return Object.keys(faults).length > 0 ? refuse({ code: "invalid", fields: faults }) : ok(read);
}

function prepareRow(
  group: ListGroup,
  row: ListRow,
  title: Title,
  subjects: Map<string, Subject>,
  { documentId }: List,
  { unitId, issuers, today }: Frame,
): { faults: FieldFaults; draft: Prepared | null; unknown: number[] } {
  const { kind, bonus, rank, note, unitText, postText } = row;
  const roles = rolesOf(row);
  const known = row.recipients.flatMap(({ id }, index) =>
    id === null ? [] : [{ kind, id, role: roles[index]!, share: null, bonus: null, unitText, postText }],
  );
  const recipients = known.map((one) => ({ ...one, subject: subjects.get(refKey(one)) ?? null }));
  const unknown = row.recipients.flatMap(({ id }, index) => (id === null ? [index + 1] : []));
  const levelCode = group.levelCode ?? (title.levels.length === 1 ? title.levels[0]! : null);
  const validTo = endOfValidity(group.awardDate, title.validityMonths);
  const { titleId, prizeLevelCode, awardDate } = group;
  const faults = checkAward(
    { levelCode, prizeLevelCode, awardDate, validTo, bonus, recipients },
    title,
    today,
  );
  for (const position of unknown) {
    const wrong = kind !== "employee" ? "noSubject" : null;
    const barred = title.subjectKinds.includes(kind) ? null : "subjectKindNotAllowed";
    if (wrong ?? barred) faults[`unknown.${position - 1}`] = [wrong ?? barred!];
  }
  if (Object.keys(faults).length > 0 || levelCode === null) return { faults, draft: null, unknown };
  const grantingBodies = issuers.length > 0 ? issuers : title.organisers;
  const draft: Prepared = {
    row: {
      ...{ titleId, levelCode, prizeLevelCode, rank, awardDate, validTo, bonus, reason: note, deeds: null },
      ...{ titleName: title.name, titleNameEn: title.nameEn, categoryCode: title.categoryCode },
      ...{ recordingUnitId: unitId, awardYear: group.awardYear ?? yearOf(awardDate) },
    },
    links: {
      documents: [documentId],
      grantingBodies,
      recipients: recipients.map((one) => ({ ...one, subject: one.subject! })),
    },
  };
  return { faults, draft, unknown };
}

/** All subjects of the list as they stood at the dates of their groups: one look for each date, not for each row. */
async function subjectsByDate(tx: Tx, actor: Actor, { groups }: List, today: string) {
  const found = new Map<string, Map<string, Subject>>();
  for (const date of new Set(groups.map(({ awardDate }) => awardDate))) {
    const rows = groups.filter(({ awardDate }) => awardDate === date).flatMap((group) => group.rows);
    const refs = rows.flatMap(({ kind, recipients }) =>
      recipients.flatMap(({ id }) => (id === null ? [] : [{ kind, id }])),
    );
    found.set(date, await resolveSubjects(tx, actor, refs, [], date, today));
  }
  return found;
}

async function writeWaiting(
  tx: Tx,
  actor: Actor,
  documentId: number,
  recordingUnitId: number,
  waiting: readonly Waiting[],
  awardIds: readonly number[],
): Promise<void> {
  const made = await tx.unresolvedRecipient.createManyAndReturn({
    data: waiting.map(({ group, row, position, award }) => ({
      ...{ documentId, recordingUnitId, createdById: actor.userId, position },
      ...{ titleId: group.titleId, levelCode: group.levelCode, prizeLevelCode: group.prizeLevelCode },
      ...{ awardDate: group.awardDate, awardYear: group.awardYear ?? yearOf(group.awardDate) },
      ...{ awardId: award === null ? null : awardIds[award]!, rank: row.rank, note: row.note },
      ...{ role: rolesOf(row)[position - 1]!, name: row.recipients[position - 1]!.name },
      ...{ unitText: row.unitText, postText: row.postText },
    })),
    select: {
      ...{ id: true, name: true, unitText: true, postText: true },
      title: { select: { name: true } },
    },
  });
  await recordEvents(
    tx,
    actor,
    made.map(({ id, title, ...facts }) => ({
      ...{ event: "unresolved_recipients.created", noun: "unresolved_recipients", nounId: id },
      after: { ...facts, title: title.name },
    })),
  );
}
