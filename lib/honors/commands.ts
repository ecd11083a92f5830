import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { type Fault, ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { canEditCatalog } from "./policy";
import { closesRing, descendantsOf } from "./rules";
import { existing, titleInput, type TitleInput } from "./schema";

type Saved = { id: number };
type Refusal = { ok: false; fault: Fault };

export async function createTitle(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canEditCatalog(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(titleInput, input);
  if (!parsed.ok) return parsed;
  const title = parsed.value;
  return runCommand(async (tx) => {
    const refused = (await unknownValue(tx, title)) ?? (await lineRefusal(tx, null, title.predecessorId));
    if (refused) return refused;
    const { levels, prizeLevels, subjectKinds, ...data } = title;
    const { id } = await tx.honorTitle.create({ data, select: { id: true } });
    await addChoices(tx, id, { levels, prizeLevels, subjectKinds });
    await recordEvent(tx, actor, {
      event: "honor_titles.created",
      noun: "honor_titles",
      nounId: id,
      after: told(await present(tx, id)),
    });
    return ok({ id });
  });
}

export async function changeTitle(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canEditCatalog(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(existing.and(titleInput), input);
  if (!parsed.ok) return parsed;
  const result = await runCommand((tx) => change(tx, actor, parsed.value));
  // The database speaks of the award whose level would be gone; here the title is what is at fault.
  if (!result.ok && result.fault.fields?.levelCode) return inUse("levels");
  return !result.ok && result.fault.fields?.prizeLevelCode ? inUse("prizeLevels") : result;
}

async function change(
  tx: Tx,
  actor: Actor,
  { id, version, ...title }: TitleInput & { id: number; version: number },
): Promise<Result<Saved>> {
  const before = await present(tx, id);
  if (!before) return refuse({ code: "not_found" });
  if (before.version !== version) return stale(before);
  const changes = differences(inOrder(before.values), inOrder(title));
  if (Object.keys(changes.after).length === 0) return ok({ id });
  const movesLine = before.values.predecessorId !== title.predecessorId;
  const refused =
    (await unknownValue(tx, title)) ?? (movesLine ? await lineRefusal(tx, id, title.predecessorId) : null);
  if (refused) return refused;
  const { levels, prizeLevels, subjectKinds, ...data } = title;
  const written = await tx.honorTitle.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) return stale(await present(tx, id));
  // The row is locked from here on, so no award can take up a kind of subject while it is looked for.
  const dropped = before.values.subjectKinds.filter((kind) => !subjectKinds.includes(kind));
  if (
    (await tx.awardRecipient.count({
      where: { subjectKind: { in: dropped }, award: { titleId: id, state: { not: "void" } } },
    })) > 0
  )
    return inUse("subjectKinds");
  await dropChoices(tx, id, { levels, prizeLevels, subjectKinds });
  await addChoices(tx, id, { levels, prizeLevels, subjectKinds });
  await recordEvent(tx, actor, {
    event: "honor_titles.changed",
    noun: "honor_titles",
    nounId: id,
    ...differences(told(before), told(await present(tx, id))),
  });
  if (movesLine) await refreshFamily(tx, actor, id);
  return ok({ id });
}

type Present = {
  values: TitleInput;
  version: number;
  predecessor: { id: number; name: string } | null;
  programme: { name: string } | null;
};

async function present(tx: Tx, id: number): Promise<Present | null> {
  const title = await tx.honorTitle.findFirst({
    where: { id },
    include: {
      levels: { orderBy: { level: { sort: "asc" } } },
      prizeLevels: { orderBy: { prizeLevel: { sort: "asc" } } },
      subjectKinds: { orderBy: { subjectKind: "asc" } },
      predecessor: { select: { id: true, name: true } },
      programme: { select: { name: true } },
    },
  });
  if (!title) return null;
  const {
    id: _id,
    familyId: _family,
    createdAt: _made,
    updatedAt: _saved,
    version,
    predecessor,
    programme,
    ...facts
  } = title;
  const values = {
    ...facts,
    levels: title.levels.map(({ levelCode }) => levelCode),
    prizeLevels: title.prizeLevels.map(({ prizeLevelCode }) => prizeLevelCode),
    subjectKinds: title.subjectKinds.map(({ subjectKind }) => subjectKind),
  } as TitleInput;
  return { values, version, predecessor, programme };
}

/** Choices in one order, for comparison; on the screen they stand in the order of their lists. */
function inOrder(title: TitleInput): TitleInput {
  return {
    ...title,
    levels: title.levels.toSorted(),
    prizeLevels: title.prizeLevels.toSorted(),
    subjectKinds: title.subjectKinds.toSorted(),
  };
}

/** For the audit: what is referred to also by its name, as it was called then. */
function told(title: Present | null): Record<string, unknown> {
  return {
    ...title?.values,
    programme: title?.programme?.name ?? null,
    predecessor: title?.predecessor?.name ?? null,
  };
}

/** The row as it is now, in the shape of the form's fields. */
function stale(now: Present | null): Refusal {
  if (!now) return refuse({ code: "not_found" });
  const picked = now.predecessor && { id: now.predecessor.id, label: now.predecessor.name };
  return refuse({
    code: "stale",
    current: { ...now.values, version: now.version, predecessorId: picked ?? "" },
  });
}

async function unknownValue(tx: Tx, title: TitleInput): Promise<Refusal | null> {
  const { categoryCode, levels, prizeLevels, programmeId } = title;
  if ((await tx.category.count({ where: { code: categoryCode } })) === 0)
    return refuseField("categoryCode", "unknownValue");
  if ((await tx.level.count({ where: { code: { in: levels } } })) < levels.length)
    return refuseField("levels", "unknownValue");
  if ((await tx.prizeLevel.count({ where: { code: { in: prizeLevels } } })) < prizeLevels.length)
    return refuseField("prizeLevels", "unknownValue");
  if (programmeId === null || (await tx.programme.count({ where: { id: programmeId } })) > 0) return null;
  return refuseField("programmeId", "unknownValue");
}

/** A line of titles runs one way. One change of lines at a time, or two could close a ring that neither of them sees. */
async function lineRefusal(tx: Tx, id: number | null, predecessorId: number | null): Promise<Refusal | null> {
  if (predecessorId === null && id === null) return null;
  // Prisma has no form for an advisory lock.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('honor_titles_line'))`;
  if (predecessorId === null) return null;
  const predecessor = await tx.honorTitle.findFirst({
    where: { id: predecessorId },
    select: { familyId: true },
  });
  if (!predecessor) return refuseField("predecessorId", "unknownValue");
  const family = await tx.honorTitle.findMany({
    where: { familyId: predecessor.familyId },
    select: { id: true, predecessorId: true },
  });
  return id !== null && closesRing(id, predecessorId, family)
    ? refuseField("predecessorId", "titleCircular")
    : null;
}

/** Titles that follow come along into the new family; the database reads it from the title before each. */
async function refreshFamily(tx: Tx, actor: Actor, id: number): Promise<void> {
  const lines = await tx.honorTitle.findMany({
    where: { predecessorId: { not: null } },
    select: { id: true, predecessorId: true },
  });
  for (const follower of descendantsOf(id, lines)) {
    const { familyId: before } = await tx.honorTitle.findFirstOrThrow({
      where: { id: follower },
      select: { familyId: true },
    });
    const { familyId: after } = await tx.honorTitle.update({
      where: { id: follower },
      data: { familyId: before },
      select: { familyId: true },
    });
    await recordEvent(tx, actor, {
      event: "honor_titles.changed",
      noun: "honor_titles",
      nounId: follower,
      before: { familyId: before },
      after: { familyId: after },
    });
  }
}

type Choices = Pick<TitleInput, "levels" | "prizeLevels" | "subjectKinds">;

/** Takes away what is no longer allowed; the database refuses where awards use it. */
async function dropChoices(
  tx: Tx,
  titleId: number,
  { levels, prizeLevels, subjectKinds }: Choices,
): Promise<void> {
  await tx.honorTitleLevel.deleteMany({ where: { titleId, levelCode: { notIn: levels } } });
  await tx.honorTitlePrizeLevel.deleteMany({ where: { titleId, prizeLevelCode: { notIn: prizeLevels } } });
  await tx.honorTitleSubjectKind.deleteMany({ where: { titleId, subjectKind: { notIn: subjectKinds } } });
}

async function addChoices(
  tx: Tx,
  titleId: number,
  { levels, prizeLevels, subjectKinds }: Choices,
): Promise<void> {
  await tx.honorTitleLevel.createMany({
    data: levels.map((levelCode) => ({ titleId, levelCode })),
    skipDuplicates: true,
  });
  await tx.honorTitlePrizeLevel.createMany({
    data: prizeLevels.map((prizeLevelCode) => ({ titleId, prizeLevelCode })),
    skipDuplicates: true,
  });
  await tx.honorTitleSubjectKind.createMany({
    data: subjectKinds.map((subjectKind) => ({ titleId, subjectKind })),
    skipDuplicates: true,
  });
}

function inUse(field: keyof Choices): Refusal {
  return refuseField(field, `${field}InUse`);
}
