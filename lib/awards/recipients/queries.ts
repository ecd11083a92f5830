import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { visibleTo as visibleEmployees } from "@/lib/employees/policy";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { refKey } from "../schema";
import { nextRecipientIds } from "../writing/queries";
import { memberRows, recipientRow, type NewRecipient, type StoredRecipient, type Title } from "./rules";
import { recipientsText } from "./schema";

/** A title with what it allows and who organises its programme. */
export async function readTitle(tx: Tx, id: number): Promise<Title | null> {
  const title = await tx.honorTitle.findFirst({ where: { id }, select: titleFields });
  return title && toTitle(title);
}

/** The whole catalog in its order, some hundreds of titles. */
export async function readTitles(tx: Tx): Promise<Title[]> {
  const titles = await tx.honorTitle.findMany({
    orderBy: [{ category: { sort: "asc" } }, { sort: "asc" }, { id: "asc" }],
    select: titleFields,
  });
  return titles.map(toTitle);
}

const titleFields = {
  ...{ id: true, familyId: true, name: true, nameEn: true, categoryCode: true },
  ...{ validityMonths: true, validFrom: true, validTo: true },
  levels: { select: { levelCode: true } },
  prizeLevels: { select: { prizeLevelCode: true } },
  subjectKinds: { select: { subjectKind: true } },
  programme: {
    select: { organisers: { orderBy: { position: "asc" }, select: { grantingBodyId: true } } },
  },
} satisfies Prisma.HonorTitleSelect;

function toTitle({
  levels,
  prizeLevels,
  subjectKinds,
  programme,
  familyId,
  ...title
}: Prisma.HonorTitleGetPayload<{ select: typeof titleFields }>): Title {
  return {
    ...title,
    familyId: familyId ?? title.id,
    levels: levels.map(({ levelCode }) => levelCode),
    prizeLevels: prizeLevels.map(({ prizeLevelCode }) => prizeLevelCode),
    subjectKinds: subjectKinds.map(({ subjectKind }) => subjectKind),
    organisers: programme?.organisers.map(({ grantingBodyId }) => grantingBodyId) ?? [],
  };
}

/** An open award as far as its snapshots and rules ask, with its recipients as they are written down. */
export type OpenAward = {
  titleId: number;
  titleName: string;
  titleNameEn: string | null;
  categoryCode: string;
  levelCode: string;
  prizeLevelCode: string | null;
  awardDate: PartialDate;
  validTo: PartialDate | null;
  bonus: string | null;
  reason: string | null;
  recordingUnitId: number;
  documents: number[];
  grantingBodies: number[];
  unresolved: number;
  recipients: StoredRecipient[];
};

/** Raw, for a single statement: Prisma asks recipients, members and each count by itself. */
export async function readOpenAward(tx: Tx, id: number): Promise<OpenAward> {
  const [award] = await tx.$queryRaw<[OpenAward]>`
    SELECT a.title_id AS "titleId", a.title_name AS "titleName", a.title_name_en AS "titleNameEn", a.category_code AS "categoryCode",
      a.level_code AS "levelCode", a.prize_level_code AS "prizeLevelCode", a.award_date AS "awardDate", a.valid_to AS "validTo", a.bonus::text, a.reason,
      a.recording_unit_id AS "recordingUnitId",
      ARRAY(SELECT d.document_id FROM award_documents d WHERE d.award_id = a.id ORDER BY d.position) AS documents,
      ARRAY(SELECT b.granting_body_id FROM award_granting_bodies b WHERE b.award_id = a.id ORDER BY b.position) AS "grantingBodies",
      (SELECT count(*)::int FROM unresolved_recipients u WHERE u.award_id = a.id AND u.state = 'open') AS unresolved,
      (SELECT coalesce(json_agg(json_build_object('kind', r.subject_kind,
          'id', coalesce(r.employee_id, r.team_id, r.studio_id, r.organization_id, r.achievement_id), 'role', r.role, 'share', r.share::text, 'bonus', r.bonus::text,
          'name', r.name, 'unitName', r.unit_name, 'post', r.post, 'unitId', r.unit_id, 'unionUnitId', r.union_unit_id,
          'members', (SELECT coalesce(json_agg(json_build_object('employeeId', m.employee_id, 'name', m.name, 'unitName', m.unit_name) ORDER BY m.position), '[]')
            FROM award_members m WHERE m.recipient_id = r.id)) ORDER BY r.position), '[]')
        FROM award_recipients r WHERE r.award_id = a.id) AS recipients
    FROM awards a WHERE a.id = ${id}`;
  return award;
}

/** Recipients of new awards as rows, and the people behind them. Only who has people behind them needs an id beforehand. */
export async function recipientRows(
  tx: Tx,
  awards: readonly { awardId: number; recipients: readonly NewRecipient[] }[],
) {
  const each = awards.flatMap(({ awardId, recipients }) =>
    recipients.map((one, index) => ({ one, row: recipientRow(awardId, index + 1, one) })),
  );
  if (!each.some(({ one }) => one.subject.members.length > 0))
    return { recipients: each.map(({ row }) => row), members: [] };
  const ids = await nextRecipientIds(tx, each.length);
  return {
    recipients: each.map(({ row }, index) => ({ ...row, id: ids[index]! })),
    members: each.flatMap(({ one, row }, index) => memberRows(ids[index]!, row.awardId, one.subject.members)),
  };
}

/** One employee as the first recipient of a form; nothing where the actor does not see them. */
export async function getRecipientStart(
  actor: Actor,
  employeeId: number,
): Promise<{ recipients: string; hints: Record<string, string> } | null> {
  const employee = await db.employee.findFirst({
    where: { AND: [{ id: employeeId }, visibleEmployees(actor)] },
    select: { id: true, name: true, post: true, unit: { select: { name: true } } },
  });
  if (!employee) return null;
  const ref = { kind: "employee", id: employeeId } as const;
  const hint = [employee.unit?.name, employee.post].filter(Boolean).join(" · ");
  return {
    recipients: recipientsText([{ ...ref, name: employee.name, role: "", share: "", bonus: "" }]),
    hints: { [refKey(ref)]: hint },
  };
}
