import type { Tx } from "@/lib/db/transaction";
import type { SubjectKind } from "../schema";
import { repeatKey, type Repeat, type RepeatAsk } from "./rules";

/** Awards in the ledger, or on their way there, that look like these, by `repeatKey`; voided ones are none. */
export async function findRepeats(tx: Tx, asks: readonly RepeatAsk[]): Promise<Map<string, Repeat>> {
  if (asks.length === 0) return new Map();
  const subjects = asks.map(({ subjects: [first] }) => first!);
  const ids = (kind: SubjectKind) => [
    ...new Set(subjects.flatMap((ref) => (ref.kind === kind ? [ref.id] : []))),
  ];
  const families = [...new Set(asks.map(({ familyId }) => familyId))];
  const dates = [...new Set(asks.map(({ awardDate }) => awardDate))];
  // Raw, for Prisma would fetch documents and recipients of every honor of these people in further statements.
  const rows = await tx.$queryRaw<(Repeat & Omit<RepeatAsk, "document" | "subjects"> & Parts)[]>`
    SELECT a.id, a.version, t.family_id AS "familyId", a.prize_level_code AS "prizeLevelCode", a.award_date AS "awardDate",
      ARRAY(SELECT d.document_id FROM award_documents d WHERE d.award_id = a.id) AS documents,
      ARRAY(SELECT concat(r.subject_kind, ':', coalesce(r.employee_id, r.team_id, r.studio_id, r.organization_id, r.achievement_id))
        FROM award_recipients r WHERE r.award_id = a.id) AS subjects
    FROM awards a JOIN honor_titles t ON t.id = a.title_id
    WHERE a.state <> 'void' AND a.award_date = ANY (${dates}::text[]) AND t.family_id = ANY (${families}::int[])
      AND a.id IN (SELECT award_id FROM award_recipients WHERE employee_id = ANY (${ids("employee")}::int[])
        OR team_id = ANY (${ids("team")}::int[]) OR studio_id = ANY (${ids("studio")}::int[])
        OR organization_id = ANY (${ids("organization")}::int[]) OR achievement_id = ANY (${ids("achievement")}::int[]))
    ORDER BY a.id DESC`;
  return new Map(
    rows.flatMap(({ id, version, documents, subjects: keys, ...award }) => {
      const refs = keys.map((key) => {
        const [kind, subject] = key.split(":");
        return { kind: kind as SubjectKind, id: Number(subject) };
      });
      const marks = documents.length > 0 ? documents : [null];
      return marks.map(
        (document) => [repeatKey({ ...award, document, subjects: refs }), { id, version }] as const,
      );
    }),
  );
}

type Parts = { documents: number[]; subjects: string[] };
