import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { visibleTo as visibleEmployees } from "@/lib/employees/policy";
import { refKey } from "../schema";
import type { Title } from "./rules";
import { recipientsText } from "./schema";

/** A title with what it allows and who organises its programme. */
export async function readTitle(tx: Tx, id: number): Promise<Title | null> {
  const title = await tx.honorTitle.findUnique({ where: { id }, select: titleFields });
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
