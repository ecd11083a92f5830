import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { groupBy } from "@/lib/kernel/grouping";
import type { IntakeRow, IntakeVerdict } from "@/lib/kernel/intake";
import {
  fromChanges,
  labelsOf,
  readRow,
  type RowReader,
  seenBefore,
  type SeenRows,
  verdictOf,
  type Words,
  yesNo,
} from "@/lib/kernel/intake-row";
import { cleanText, nameKey } from "@/lib/kernel/text";
import { canEditCatalog } from "../policy";
import { type ListValue, titleInput, type TitleInput } from "../schema";
import {
  changesOf,
  type Choices,
  choiceFields,
  fields,
  inOrder,
  type Present,
  sheetColumn,
  valuesOf,
} from "./rules";
import { intakeColumns, type IntakeOptions, levelSynonyms, readCells, subjectKindWords } from "./schema";

type Ref = { id: number; name: string };
export type IntakeSession = {
  actor: Actor;
  lists: { categories: Words; levels: Words; prizeLevels: Words };
  titles: Map<string, (Present | Ref)[]>;
  programmes: Map<string, Ref[]>;
  seen: SeenRows;
};

/** The whole catalog: some hundreds of titles. */
export async function openIntake(tx: Tx, actor: Actor, _options: IntakeOptions): Promise<IntakeSession> {
  const list = { orderBy: [{ sort: "asc" as const }, { code: "asc" as const }] };
  const lists = {
    categories: wordsOf(await tx.category.findMany(list)),
    levels: wordsOf(await tx.level.findMany(list), levelSynonyms),
    prizeLevels: wordsOf(await tx.prizeLevel.findMany(list)),
  };
  const programmes = await tx.programme.findMany({ select: { id: true, name: true } });
  const titles = await presentTitles(tx);
  return {
    actor,
    lists,
    titles: groupBy(titles as (Present | Ref)[], ({ name }) => nameKey(name)),
    programmes: groupBy(programmes, ({ name }) => nameKey(name)),
    seen: new Map(),
  };
}

function wordsOf(values: readonly ListValue[], more: Record<string, readonly string[]> = {}): Words {
  return Object.fromEntries(
    values.map(({ code, nameZh, nameEn }) => [code, [nameZh, nameEn, ...(more[code] ?? [])]]),
  );
}

async function presentTitles(tx: Tx): Promise<Present[]> {
  const titles = await tx.honorTitle.findMany({
    omit: { familyId: true, createdAt: true, updatedAt: true },
    include: {
      ...{ levels: true, prizeLevels: true, subjectKinds: true },
      programme: { select: { name: true } },
      predecessor: { select: { name: true } },
    },
    orderBy: { id: "asc" },
  });
  return titles.map(({ levels, prizeLevels, subjectKinds, programme, predecessor, ...title }) => ({
    ...(title as Omit<Present, keyof Choices | "programme" | "predecessor">),
    levels: levels.map(({ levelCode }) => levelCode),
    prizeLevels: prizeLevels.map(({ prizeLevelCode }) => prizeLevelCode),
    subjectKinds: subjectKinds.map(({ subjectKind }) => subjectKind),
    programme: programme?.name ?? null,
    predecessor: predecessor?.name ?? null,
  }));
}

export function intakeChoices(
  { lists, programmes }: IntakeSession,
  locale: string,
): Record<string, string[]> {
  return {
    category: labelsOf(lists.categories, locale),
    programme: [...programmes.values()].flat().map(({ name }) => name),
    countsForMembers: labelsOf(yesNo, locale),
    levels: labelsOf(lists.levels, locale),
    prizeLevels: labelsOf(lists.prizeLevels, locale),
    subjectKinds: labelsOf(subjectKindWords, locale),
  };
}

export async function checkIntake(
  tx: Tx,
  session: IntakeSession,
  rows: readonly IntakeRow[],
): Promise<IntakeVerdict[]> {
  const judged = rows.map((row) => judge(session, readRow(row, intakeColumns)));
  const dropping = judged.flatMap(({ before, after }) =>
    before && after && drops(before, after) ? [before.id] : [],
  );
  const used = await usedChoices(tx, dropping);
  return judged.map(({ reader, before, after, finish }) => {
    if (before && after)
      for (const field of choiceFields) {
        const kept: readonly string[] = after[field];
        const inUse = used.get(before.id)?.[field] ?? [];
        if (inUse.some((code) => !kept.includes(code))) reader.fault(field, `${field}InUse`);
      }
    return finish();
  });
}

type Judged = {
  reader: RowReader;
  before: Present | null;
  after: TitleInput | null;
  finish: () => IntakeVerdict;
};

function judge(session: IntakeSession, reader: RowReader): Judged {
  const name = cleanText(reader.row.cells.name ?? "");
  const faulty = {
    reader,
    before: null,
    after: null,
    finish: () => verdictOf(reader, name, { outcome: "faulty" }),
  };
  if (!canEditCatalog(session.actor)) {
    reader.fault(null, "forbidden");
    return faulty;
  }
  const said = readCells(reader, session.lists);
  const before = findTitle(session, reader, said.validFrom);
  const programme = named(session.programmes, reader, "programme");
  const predecessor = named(session.titles, reader, "predecessor");
  if (before && predecessor && predecessor.id !== before.predecessorId)
    reader.fault("predecessor", "predecessorFixed");
  const parsed = parseInput(titleInput, {
    ...before,
    ...said,
    programmeId: programme?.id ?? before?.programmeId,
    predecessorId: null,
  });
  if (!parsed.ok) {
    reader.take(parsed.fault.fields, sheetColumn);
    return faulty;
  }
  const line = before ?? { predecessorId: predecessor?.id ?? null, predecessor: predecessor?.name ?? null };
  const after = {
    ...inOrder(parsed.value),
    predecessorId: line.predecessorId,
    predecessor: line.predecessor,
    programme: programme?.name ?? before?.programme ?? null,
  };
  const twice = seenBefore(
    session.seen,
    `${nameKey(name)} ${after.validFrom ?? before?.id ?? ""}`,
    reader.row,
  );
  if (twice && !twice.same) reader.fault("name", `rowTwice:${twice.at}`);
  const changed = before
    ? (fromChanges(inOrder(before), after) as typeof fields).filter((one) => fields.includes(one))
    : fields;
  const isNew = !before && !twice;
  if (isNew && reader.faults.length === 0) plan(session, reader.row.position, after.name);
  const finish = () =>
    verdictOf(reader, after.name, {
      outcome: twice ? "duplicate" : isNew ? "new" : changed.length > 0 ? "changed" : "unchanged",
      changes: before ? changesOf(changed, before, after, session.lists) : [],
      nounId: before?.id ?? null,
      nounVersion: before?.version ?? null,
      values: valuesOf(changed, before && inOrder(before), after),
    });
  return { reader, before, after, finish };
}

/** The title of this name; where there are several, the one that began then. */
function findTitle({ titles }: IntakeSession, reader: RowReader, validFrom: unknown): Present | null {
  if (reader.row.decision?.isAnother) return null;
  const all = titles.get(nameKey(reader.row.cells.name ?? "")) ?? [];
  const found = all.filter((title): title is Present => "version" in title);
  const then = found.length > 1 ? found.filter((title) => title.validFrom === (validFrom ?? null)) : found;
  if (found.length > 1 && then.length !== 1) reader.fault("validFrom", "titleAmbiguous");
  return then[0] ?? null;
}

function named(known: Map<string, Ref[]>, reader: RowReader, column: string): Ref | undefined {
  const text = reader.text(column);
  if (text === undefined) return undefined;
  const [found, ...more] = known.get(nameKey(text)) ?? [];
  if (found && more.length === 0) return found;
  return reader.fault(
    column,
    found ? "severalOfName" : column === "programme" ? "programmeUnknown" : "titleUnknown",
  );
}

/** Rows below may follow it. */
function plan({ titles }: IntakeSession, position: number, name: string): void {
  const key = nameKey(name);
  titles.set(key, [...(titles.get(key) ?? []), { id: -position, name }]);
}

function drops(before: Choices, after: Choices): boolean {
  return choiceFields.some((field) =>
    before[field].some((code) => !(after[field] as string[]).includes(code)),
  );
}

/** Of titles the levels, prize levels and kinds of subject that awards have. Raw, for Prisma would fetch every award to tell them apart. */
export async function usedChoices(
  tx: Tx,
  ids: readonly number[],
): Promise<Map<number, Record<keyof Choices, string[]>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<({ id: number } & Record<keyof Choices, string[]>)[]>`
    SELECT t.id,
      ARRAY(SELECT DISTINCT level_code FROM awards WHERE title_id = t.id) AS levels,
      ARRAY(SELECT DISTINCT prize_level_code FROM awards WHERE title_id = t.id AND prize_level_code IS NOT NULL) AS "prizeLevels",
      ARRAY(SELECT DISTINCT r.subject_kind::text FROM award_recipients r JOIN awards a ON a.id = r.award_id WHERE a.title_id = t.id) AS "subjectKinds"
    FROM unnest(${[...ids]}::int[]) AS t(id)`;
  return new Map(rows.map(({ id, ...used }) => [id, used]));
}
