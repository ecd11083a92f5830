import { createHash } from "node:crypto";
import { visibleAchievements } from "@/lib/achievements/queries";
import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { visibleTo as visibleDocuments } from "@/lib/documents/policy";
import { matchPeople } from "@/lib/employees/matching/queries";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { escapeLike, nameKey } from "@/lib/kernel/text";
import { pickableUnits } from "@/lib/organizations/search/queries";
import { visibleStudios } from "@/lib/studios/queries";
import { visibleTeams } from "@/lib/teams/queries";
import { canRecord, visibleTo } from "../policy";
import { refKey, subjectFields, type SubjectKind } from "../schema";
import { candidateOf, matchByName } from "./rules";
import {
  lookUpInput,
  type EnteredAward,
  type LookUpAnswer,
  type LookUpAsk,
  type LookUpCandidate,
  type TitleChoice,
} from "./schema";

/**
 * One key for the next list of a person from a document: whoever opens it in two tabs saves it once. With the list saved, the
 * next one has another.
 */
export async function nextListKey(actor: Actor, documentId: number): Promise<string> {
  const last = await db.auditEvent.findFirst({
    where: {
      ...{ noun: "documents", nounId: documentId, event: "documents.list_entered" },
      actorUserId: actor.userId,
    },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  const hash = createHash("sha256")
    .update(`list ${actor.userId} ${documentId} ${last?.id ?? 0}`)
    .digest("hex");
  // The form of a UUID that an application makes by its own rule (RFC 9562, version 8).
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** The catalog as a list needs it: some hundreds of titles, so that a pasted heading is recognised where it is read. */
export async function listTitleChoices(): Promise<TitleChoice[]> {
  const titles = await db.honorTitle.findMany({
    orderBy: [{ category: { sort: "asc" } }, { sort: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, name: true, nameEn: true, validFrom: true, validTo: true },
      levels: { select: { levelCode: true }, orderBy: { level: { sort: "asc" } } },
      prizeLevels: { select: { prizeLevelCode: true }, orderBy: { prizeLevel: { sort: "asc" } } },
      subjectKinds: { select: { subjectKind: true }, orderBy: { subjectKind: "asc" } },
    },
  });
  return titles.map(({ levels, prizeLevels, subjectKinds, ...title }) => ({
    ...title,
    levels: levels.map(({ levelCode }) => levelCode),
    prizeLevels: prizeLevels.map(({ prizeLevelCode }) => prizeLevelCode),
    subjectKinds: subjectKinds.map(({ subjectKind }) => subjectKind),
  }));
}

/** What the document's list brought in before, as far as the actor sees it: the same row again is pointed out. */
export async function listEntered(actor: Actor, documentId: number): Promise<EnteredAward[]> {
  const awards = await db.award.findMany({
    where: { AND: [visibleTo(actor), { documents: { some: { documentId } } }, { state: { not: "void" } }] },
    orderBy: { id: "asc" },
    take: 2000,
    select: {
      ...{ id: true, titleId: true, prizeLevelCode: true, awardYear: true },
      recipients: {
        select: {
          subjectKind: true,
          employeeId: true,
          teamId: true,
          studioId: true,
          organizationId: true,
          achievementId: true,
        },
      },
    },
  });
  return awards.map(({ recipients, ...award }) => ({
    ...award,
    recipients: recipients.map((one) =>
      refKey({ kind: one.subjectKind, id: one[subjectFields[one.subjectKind]]! }),
    ),
  }));
}

/** Who or what is meant by names as they were typed; nobody that the actor may not see. */
export async function lookUpNames(actor: Actor, input: unknown): Promise<Result<LookUpAnswer[]>> {
  if (!canRecord(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(lookUpInput, input);
  if (!parsed.ok) return parsed;
  const { documentId, asks } = parsed.value;
  const document = await db.document.findFirst({
    where: { AND: [{ id: documentId }, visibleDocuments(actor)] },
    select: { id: true },
  });
  if (!document) return refuse({ code: "not_found" });
  const answers = new Map<LookUpAsk, LookUpAnswer>();
  for (const kind of new Set(asks.map((ask) => ask.kind))) {
    const ofKind = asks.filter((ask) => ask.kind === kind);
    const found = await (kind === "employee"
      ? lookUpPeople(actor, ofKind)
      : lookUpOthers(actor, kind, ofKind));
    ofKind.forEach((ask, index) => answers.set(ask, found[index]!));
  }
  return ok(asks.map((ask) => answers.get(ask)!));
}

async function lookUpPeople(actor: Actor, asks: readonly LookUpAsk[]): Promise<LookUpAnswer[]> {
  const matches = await matchPeople(
    db,
    actor,
    asks.map(({ name, unit, workNumber }) => ({ name, unit: unit || null, workNumber: workNumber || null })),
  );
  return matches.map(({ id, fault, candidates, person }) => ({
    id,
    fault: fault?.startsWith("workNumber") ? fault : null,
    candidates: person ? [candidateOf(person)] : candidates,
  }));
}

/** Teams, studios, units and achievements: the one that bears the name; else those of which it may be a part, to choose from. */
async function lookUpOthers(
  actor: Actor,
  kind: Exclude<SubjectKind, "employee">,
  asks: readonly LookUpAsk[],
): Promise<LookUpAnswer[]> {
  const named = await namedOf(actor, kind, asks);
  return asks.map(({ name }) => {
    const { exact, similar } = matchByName(named, name, 10);
    const candidates = (exact.length > 0 ? exact : similar).map(({ id, name, unit }): LookUpCandidate => ({
      ...{ id, name, unit },
      ...{ workNumber: null, birthYear: null, last4: null, left: false },
    }));
    return { id: exact.length === 1 ? exact[0]!.id : null, fault: null, candidates };
  });
}

type NamedSubject = { id: number; name: string; names: (string | null)[]; unit: string | null };

async function namedOf(
  actor: Actor,
  kind: Exclude<SubjectKind, "employee">,
  asks: readonly LookUpAsk[],
): Promise<NamedSubject[]> {
  const unit = { select: { name: true } } as const;
  switch (kind) {
    case "team":
    case "studio": {
      const select = { id: true, name: true, unit } as const;
      const rows =
        kind === "team"
          ? await db.team.findMany({ where: await visibleTeams(db, actor), select })
          : await db.studio.findMany({ where: await visibleStudios(db, actor), select });
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        names: [row.name],
        unit: row.unit?.name ?? null,
      }));
    }
    case "organization": {
      const rows = await db.organization.findMany({
        where: { AND: [await pickableUnits(db, actor), { validTo: null }] },
        select: { id: true, name: true, shortName: true, parent: unit },
      });
      return rows.map((row) => ({
        ...{ id: row.id, name: row.name, names: [row.name, row.shortName] },
        unit: row.parent?.name ?? null,
      }));
    }
    case "achievement": {
      const keys = [...new Set(asks.map(({ name }) => nameKey(name)).filter(Boolean))];
      const named = keys.map((key) => ({ nameKey: { contains: escapeLike(key) } }));
      const rows = await db.achievement.findMany({
        where: { AND: [await visibleAchievements(db, actor), { OR: [{ id: { in: [] } }, ...named] }] },
        take: 1000,
        select: {
          ...{ id: true, name: true },
          units: { orderBy: { position: "asc" }, take: 1, select: { organization: unit } },
        },
      });
      return rows.map((row) => ({
        ...{ id: row.id, name: row.name, names: [row.name] },
        unit: row.units[0]?.organization.name ?? null,
      }));
    }
  }
}
