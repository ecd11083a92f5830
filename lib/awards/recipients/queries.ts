import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { visibleTo as visibleEmployees } from "@/lib/employees/policy";
import type { TitleRules } from "../rules";
import { refKey } from "../schema";
import { recipientsText } from "./schema";

export type Title = TitleRules & {
  name: string;
  nameEn: string | null;
  categoryCode: string;
  validityMonths: number | null;
  organisers: number[];
};

/** A title with what it allows and who organises its programme. */
export async function readTitle(tx: Tx, id: number): Promise<Title | null> {
  const title = await tx.honorTitle.findUnique({
    where: { id },
    select: {
      ...{
        name: true,
        nameEn: true,
        categoryCode: true,
        validityMonths: true,
        validFrom: true,
        validTo: true,
      },
      levels: { select: { levelCode: true } },
      prizeLevels: { select: { prizeLevelCode: true } },
      subjectKinds: { select: { subjectKind: true } },
      programme: {
        select: { organisers: { orderBy: { position: "asc" }, select: { grantingBodyId: true } } },
      },
    },
  });
  if (!title) return null;
  const { levels, prizeLevels, subjectKinds, programme, ...rest } = title;
  return {
    ...rest,
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
