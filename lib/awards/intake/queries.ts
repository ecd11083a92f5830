import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { findDocuments } from "@/lib/documents/intake/queries";
import { documentKey, type DocumentMatch } from "@/lib/documents/intake/rules";
import { matchPeople } from "@/lib/employees/matching/queries";
import type { PersonMatch } from "@/lib/employees/matching/rules";
import type { IntakeRow, IntakeVerdict } from "@/lib/kernel/intake";
import { labelsOf, partsOf } from "@/lib/kernel/intake-row";
import { nameKey } from "@/lib/kernel/text";
import { loadUnits } from "@/lib/organizations/intake/queries";
import type { UnitIndex } from "@/lib/organizations/intake/rules";
import { findCollectives } from "../collectives/queries";
import type { CollectiveMatch } from "../collectives/rules";
import { recordingUnits } from "../policy";
import { readTitles } from "../recipients/queries";
import type { Title } from "../recipients/rules";
import { findRepeats } from "../repeats/queries";
import { zonedDay } from "../rules";
import { sightOf, type Sight } from "../subjects/queries";
import { conclude, judge, type Ground } from "../verdicts/rules";
import { readDraft, type Catalog, type Draft } from "./rules";
import { kindWords, roleWords, type IntakeOptions } from "./schema";

/** What a workbook's rows are compared with, and what was seen of them so far. */
export type IntakeSession = Ground & {
  actor: Actor;
  /** The unit that records; null where the actor records for none such. */
  unit: { id: number; name: string; path: string; tree: "company" | "union" } | null;
  catalog: Catalog<Title>;
  titles: ReadonlyMap<number, Title>;
  bodyNames: ReadonlyMap<number, string>;
  units: UnitIndex;
  sight: Sight;
  documents: Map<string, DocumentMatch>;
  /** Rows by what makes two of them one award. */
  seen: Map<string, number>;
};

export async function openIntake(
  tx: Tx,
  actor: Actor,
  options: IntakeOptions,
  now = new Date(),
): Promise<IntakeSession> {
  const titles = await readTitles(tx);
  const named = { select: { code: true, nameZh: true, nameEn: true }, orderBy: { sort: "asc" } } as const;
  const [levels, prizeLevels] = [await tx.level.findMany(named), await tx.prizeLevel.findMany(named)];
  const bodies = await tx.grantingBody.findMany({
    select: { id: true, name: true, nameEn: true, code: true },
    orderBy: { id: "asc" },
  });
  return {
    ...{ actor, options, today: zonedDay(now) },
    unit: await findUnit(tx, actor, options.unitId),
    catalog: {
      titles: keyed(titles, ({ name, nameEn }) => [name, nameEn]),
      levels: wordsOf(levels),
      prizeLevels: wordsOf(prizeLevels),
      bodies: new Map(
        bodies.flatMap(({ id, ...body }) =>
          [body.code, body.nameEn, body.name].flatMap((text) => (text ? [[nameKey(text), id] as const] : [])),
        ),
      ),
    },
    titles: new Map(titles.map((title) => [title.id, title])),
    bodyNames: new Map(bodies.map(({ id, name }) => [id, name])),
    units: await loadUnits(tx),
    sight: sightOf(actor),
    ...{ documents: new Map(), pending: new Map(), seen: new Map() },
  };
}

export function intakeChoices(
  { titles, catalog, bodyNames, today }: IntakeSession,
  locale: "zh-CN" | "en",
): Record<string, string[]> {
  const given = [...titles.values()].filter(({ validTo }) => !validTo || validTo >= today);
  return {
    title: [...new Set(given.map(({ name, nameEn }) => (locale === "en" ? (nameEn ?? name) : name)))],
    prizeLevel: labelsOf(catalog.prizeLevels, locale),
    level: labelsOf(catalog.levels, locale),
    subjectKind: labelsOf(kindWords, locale),
    role: labelsOf(roleWords, locale),
    grantingBodies: [...bodyNames.values()],
  };
}

/** What each row is, in order; rows and documents seen before are remembered in the session. */
export async function checkIntake(
  tx: Tx,
  session: IntakeSession,
  rows: readonly IntakeRow[],
): Promise<IntakeVerdict[]> {
  const drafts = rows.map((row) => readDraft(row, session.catalog));
  const unknown = drafts.filter(({ document }) => !session.documents.has(documentKey(document) ?? ""));
  const documents = unknown.map(({ document }) => document);
  for (const [key, match] of await findDocuments(tx, session.actor, documents))
    session.documents.set(key, match);
  const people = await findPeople(tx, session, drafts);
  const collectives = await findGroups(tx, session, drafts);
  const judged = drafts.map((draft) =>
    judge(session, draft, people.get(draft) ?? collectives.get(draft) ?? []),
  );
  const asks = judged.flatMap(({ draft: { title }, values }) => {
    if (!values || !title || (values.document !== null && !("id" in values.document))) return [];
    const { prizeLevelCode, awardDate, recipients: subjects } = values;
    return [
      {
        familyId: title.familyId,
        prizeLevelCode,
        awardDate,
        document: values.document?.id ?? null,
        subjects,
      },
    ];
  });
  const repeats = await findRepeats(tx, asks);
  return judged.map((one) => conclude(one, repeats.get(one.key ?? ""), session.seen));
}

/** Who is meant by the names of each row that is about people. */
async function findPeople(
  tx: Tx,
  { actor, units }: IntakeSession,
  drafts: readonly Draft<Title>[],
): Promise<Map<Draft<Title>, PersonMatch[]>> {
  const about = drafts.filter(({ kind }) => kind === "employee");
  const asks = about.flatMap(({ named, award, reader }) =>
    named.map(({ name, workNumber, unit, last4, birth }, index) => ({
      ...{ name, workNumber, unit, last4, birthYear: birth, on: award?.awardDate ?? null },
      chosen: reader.row.decision?.people?.[String(index)] ?? null,
    })),
  );
  const matches: PersonMatch[] = [];
  for (let at = 0; at < asks.length; at += most)
    matches.push(...(await matchPeople(tx, actor, asks.slice(at, at + most), units)));
  let at = 0;
  return new Map(about.map((draft) => [draft, matches.slice(at, (at += draft.named.length))]));
}

/** The teams, studios, units or achievements of each row: the whole cell is one name, or else its parts are. */
async function findGroups(
  tx: Tx,
  { sight, units }: IntakeSession,
  drafts: readonly Draft<Title>[],
): Promise<Map<Draft<Title>, CollectiveMatch[]>> {
  const asks = drafts.flatMap((draft) => {
    const { kind, named } = draft;
    if (kind === "employee" || named.length === 0) return [];
    const [{ name, unit }] = named as [Draft<Title>["named"][number]];
    const parts = partsOf(name);
    return [name, ...(parts.length > 1 ? parts : [])].map((text) => ({ draft, kind, name: text, unit }));
  });
  const matches = await findCollectives(tx, sight, units, asks);
  const found = new Map<Draft<Title>, CollectiveMatch[]>();
  asks.forEach(({ draft }, index) => found.set(draft, [...(found.get(draft) ?? []), matches[index]!]));
  for (const [draft, [whole, ...parts]] of found) {
    const apart = parts.length > 0 && whole?.fault === "subjectUnknown";
    found.set(draft, apart ? parts : [whole!]);
    const [first] = draft.named;
    if (apart) draft.named = partsOf(first!.name).map((name) => ({ ...first!, name }));
  }
  return found;
}

/** As many as are asked for at once (lib/employees/matching). */
const most = 5000;

/** The unit named, if the actor may record for it; the actor's own where none is named, as in the form. */
async function findUnit(tx: Tx, actor: Actor, id: number | null): Promise<IntakeSession["unit"]> {
  const own =
    actor.grants.find(({ role }) => role === "recorder") ??
    actor.grants.find(({ role }) => role === "union_admin");
  return tx.organization.findFirst({
    where: { AND: [{ id: id ?? own?.organizationId ?? 0 }, recordingUnits(actor)] },
    select: { id: true, name: true, path: true, tree: true },
  });
}

function wordsOf(values: readonly { code: string; nameZh: string; nameEn: string }[]) {
  return Object.fromEntries(values.map(({ code, nameZh, nameEn }) => [code, [nameZh, nameEn]]));
}

function keyed<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => (string | null)[],
): Map<string, Item[]> {
  const map = new Map<string, Item[]>();
  for (const item of items)
    for (const key of new Set(namesOf(item).flatMap((name) => (name ? [nameKey(name)] : []))))
      map.set(key, [...(map.get(key) ?? []), item]);
  return map;
}
