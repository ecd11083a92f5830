import { documentKey, type DocumentMatch } from "@/lib/documents/intake/rules";
import type { PersonMatch } from "@/lib/employees/matching/rules";
import type { IntakeVerdict } from "@/lib/kernel/intake";
import { verdictOf } from "@/lib/kernel/intake-row";
import { yearOf } from "@/lib/kernel/partial-date";
import { lengthOf, nameKey } from "@/lib/kernel/text";
import type { CollectiveMatch } from "../collectives/rules";
import { placeOf, type Draft, type Named } from "../intake/rules";
import type { IntakeOptions, IntakeRecipient, IntakeValues } from "../intake/schema";
import type { Title } from "../recipients/rules";
import { repeatKey, type Repeat } from "../repeats/rules";
import { checkAward, checkComplete, type FieldFaults } from "../rules";

/** A document that rows of this workbook want made, as the first of them says. */
type PendingDocument = { number: string | null; title: string; issuers: number[]; at: number };
/** What the workbook's rows are held against beside the ledger. */
export type Ground = {
  options: IntakeOptions;
  today: string;
  unit: { tree: "company" | "union" } | null;
  documents: ReadonlyMap<string, DocumentMatch>;
  pending: Map<string, PendingDocument>;
};

/** A row with every name looked up. */
type Judged = {
  draft: Draft<Title>;
  values: IntakeValues | null;
  /** By what it would be the same as another award. */
  key: string | null;
};

/** The recipients of a row, in order; for each that is not known a fault is noted. */
function recipientsOf(
  { reader, kind, named }: Draft<Title>,
  matches: readonly (PersonMatch | CollectiveMatch)[],
): { recipients: IntakeRecipient[]; facts: ({ hiredOn: string | null } | null)[]; places: number[] } {
  const recipients: IntakeRecipient[] = [];
  const facts: ({ hiredOn: string | null } | null)[] = [];
  const places: number[] = [];
  matches.forEach((match, index) => {
    if (match.id == null) {
      const { fault } = match;
      const candidates = "candidates" in match ? match.candidates : undefined;
      reader.fault("recipients", fault!, { nameIndex: index, ...(candidates && { candidates }) });
      return;
    }
    const { unit, post, role } = named[index]!;
    const unitText = unit.join("、").slice(0, 200) || null;
    recipients.push({ kind, id: match.id, role, unitText, postText: post });
    facts.push("person" in match ? { hiredOn: match.person?.hiredOn ?? null } : { hiredOn: null });
    places.push(index);
  });
  return { recipients, facts, places };
}

/** Asks every rule of the form, and notes each fault at its column. */
export function judge(
  ground: Ground,
  draft: Draft<Title>,
  matches: readonly (PersonMatch | CollectiveMatch)[],
): Judged {
  const { reader, title, award } = draft;
  if (!ground.unit) reader.fault(null, "outOfScope");
  const { recipients, facts, places } = recipientsOf(draft, matches);
  const document = documentOf(ground, draft);
  if (!title || !award) return { draft, values: null, key: null };
  const levelCode = award.levelCode ?? (title.levels.length === 1 ? title.levels[0]! : null);
  const given = recipients.map((one, index) => ({
    ...{ ...one, share: null, bonus: null },
    subject: { ...facts[index]!, mergedIntoId: null },
  }));
  const rules: FieldFaults = {
    ...checkAward({ ...award, levelCode, recipients: given }, title, ground.today),
    ...(ground.options.state === "submitted" &&
      checkComplete({
        recipients: matches.length,
        documents: document === null ? 0 : 1,
        reason: draft.reasoned ? award.reason : null,
      })),
  };
  for (const [path, messages] of Object.entries(rules)) {
    const { column, nameIndex } = placeOf(path);
    const place = nameIndex === undefined ? {} : { nameIndex: places[nameIndex]! };
    if (!reader.faults.some((one) => one.column === column && one.nameIndex === place.nameIndex))
      reader.fault(column, messages[0]!, place);
  }
  if (reader.faults.length > 0 || levelCode === null) return { draft, values: null, key: null };
  const { prizeLevelCode, rank, awardDate, bonus, reason, deeds } = award;
  const bodies = [draft.grantingBodies, document?.issuers ?? [], title.organisers];
  return {
    draft,
    values: {
      ...{ titleId: title.id, levelCode, prizeLevelCode, rank, awardDate, bonus, reason, deeds, recipients },
      awardYear: award.awardYear ?? yearOf(awardDate),
      document: document?.value ?? null,
      grantingBodies: [...(bodies.find((ids) => ids.length > 0) ?? [])],
    },
    key: repeatKey({
      ...{ familyId: title.familyId, prizeLevelCode, awardDate, subjects: recipients },
      document: document?.mark ?? null,
    }),
  };
}

type Document = {
  value: NonNullable<IntakeValues["document"]>;
  issuers: readonly number[];
  mark: number | string;
};

/** The document that a row names: one that is there, or one that is to be made and says enough for that. */
function documentOf(ground: Ground, { reader, document, grantingBodies }: Draft<Title>): Document | null {
  const key = documentKey(document);
  const match = key === null ? undefined : ground.documents.get(key);
  if (key === null || !match) return null;
  const column = document.number === null ? "documentTitle" : "documentNumber";
  if (match.fault !== undefined) return reader.fault(column, match.fault) ?? null;
  if (match.found)
    return { value: { id: match.found.id }, issuers: match.found.issuers, mark: match.found.id };
  if (ground.options.unknownDocuments === "fault") return reader.fault(column, "documentUnknown") ?? null;
  if (ground.unit?.tree === "company") return reader.fault(column, "documentNeedsUnion") ?? null;

  const at = reader.row.sheetRow ?? reader.row.position;
  const first = ground.pending.get(key);
  const title = document.title ?? first?.title ?? null;
  if (title === null) return reader.fault("documentTitle", "documentTitleNeeded") ?? null;
  if (first && nameKey(first.title) !== nameKey(title))
    return reader.fault("documentTitle", `documentTwoTitles:${first.at}`) ?? null;
  const issuers = first?.issuers ?? grantingBodies;
  if (issuers.length === 0) return reader.fault("grantingBodies", "documentBodyNeeded") ?? null;
  if (lengthOf(document.number ?? "") > 100) return reader.fault("documentNumber", "tooLong:100") ?? null;
  if (lengthOf(title) > 300) return reader.fault("documentTitle", "tooLong:300") ?? null;
  const made = first ?? { number: document.number, title, issuers, at };
  ground.pending.set(key, made);
  return { value: { number: made.number, title: made.title, issuers }, issuers, mark: key };
}

/** A row's verdict once it is known what else looks the same: an award in the ledger, or an earlier row. */
export function conclude(
  { draft, values, key }: Judged,
  repeat: Repeat | undefined,
  seen: Map<string, number>,
): IntakeVerdict {
  const { reader } = draft;
  const label = [shortened(draft.named), draft.title?.name].filter(Boolean).join(" · ");
  if (values === null || key === null) return verdictOf(reader, label, { outcome: "faulty" });
  const at = reader.row.sheetRow ?? reader.row.position;
  const earlier = seen.get(key);
  // The same row once more is a chunk that is checked again.
  if (earlier === undefined) seen.set(key, at);
  if (reader.row.decision?.isAnother) return verdictOf(reader, label, { outcome: "new", values });
  if (repeat)
    return verdictOf(reader, label, {
      ...{ outcome: "duplicate", nounId: repeat.id, nounVersion: repeat.version },
    });
  if (earlier === undefined || earlier === at) return verdictOf(reader, label, { outcome: "new", values });
  return {
    ...verdictOf(reader, label, { outcome: "duplicate" }),
    faults: [{ column: null, value: "", message: `rowTwice:${earlier}` }],
  };
}

function shortened(named: readonly Named[]): string {
  const names = named.slice(0, 3).map(({ name }) => name);
  return names.join("、") + (named.length > 3 ? "…" : "");
}
