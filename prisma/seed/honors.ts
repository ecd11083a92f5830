import catalog from "./honors.json" with { type: "json" };
import type { Tx } from "@/lib/db/transaction";
import type { GrantingBodyKind, ProgrammeCycle, SubjectKind } from "@/lib/db/generated/enums";

type Body = [code: string, name: string, nameEn: string, kind: GrantingBodyKind, rank: number];

type Title = {
  name: string;
  en: string;
  category: string;
  levels: string[];
  to: SubjectKind[];
  prizes?: string[];
  months?: number;
  members?: boolean;
  /** Its name until it was renamed in 2019. */ was?: string;
};
type Programme = {
  name: string;
  en: string;
  series?: string;
  cycle: ProgrammeCycle;
  by: string[];
  official: boolean;
  basis?: string;
  titles: Title[];
};

const { bodies, programmes } = catalog as { bodies: Body[]; programmes: Programme[] };

export type SeedTitle = Title & {
  id: number;
  predecessorId: number | null;
  bodyIds: number[];
  bodyCodes: string[];
};

/** Granting bodies, programmes and 40 titles; returns the titles by name, and the bodies' ids by code. */
export async function seedHonors(
  tx: Tx,
): Promise<{ titles: Map<string, SeedTitle>; bodyIds: Map<string, number> }> {
  const made = await tx.grantingBody.createManyAndReturn({
    data: bodies.map(([code, name, nameEn, kind, rank]) => ({ code, name, nameEn, kind, rank })),
    select: { id: true, code: true },
  });
  const bodyIds = new Map(made.map(({ id, code }) => [code, id]));
  const titles = new Map<string, SeedTitle>();
  for (const programme of programmes) {
    const ids = programme.by.map((code) => bodyIds.get(code)!);
    const { id: programmeId } = await tx.programme.create({
      data: {
        name: programme.name,
        nameEn: programme.en,
        series: programme.series ?? null,
        cycle: programme.cycle,
        onOfficialList: programme.official,
        basis: programme.basis ?? null,
        organisers: { create: ids.map((grantingBodyId, i) => ({ position: i + 1, grantingBodyId })) },
      },
      select: { id: true },
    });
    for (const [i, title] of programme.titles.entries()) {
      const { was, ...now } = title;
      const before = was
        ? await plantTitle(
            tx,
            programmeId,
            { ...now, name: was },
            { validFrom: "2010", validTo: "2018", sort: (i + 1) * 10 + 5 },
          )
        : null;
      const span = { validFrom: before ? "2019" : "2010", validTo: null, sort: (i + 1) * 10 };
      const id = await plantTitle(tx, programmeId, now, span, before);
      titles.set(title.name, { ...title, id, predecessorId: before, bodyIds: ids, bodyCodes: programme.by });
    }
  }
  return { titles, bodyIds };
}

type Span = { validFrom: string; validTo: string | null; sort: number };

async function plantTitle(
  tx: Tx,
  programmeId: number,
  title: Title,
  span: Span,
  predecessorId: number | null = null,
): Promise<number> {
  const { id } = await tx.honorTitle.create({
    data: {
      programmeId,
      predecessorId,
      name: title.name,
      nameEn: title.en,
      categoryCode: title.category,
      ...span,
      validityMonths: title.months ?? null,
      countsForMembers: title.members ?? false,
      levels: { create: title.levels.map((levelCode) => ({ levelCode })) },
      prizeLevels: { create: (title.prizes ?? []).map((prizeLevelCode) => ({ prizeLevelCode })) },
      subjectKinds: { create: title.to.map((subjectKind) => ({ subjectKind })) },
    },
    select: { id: true },
  });
  return id;
}
