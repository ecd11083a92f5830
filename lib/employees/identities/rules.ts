import { refuse, refuseField, type Result } from "@/lib/kernel/result";
import type { Gender } from "../schema";
import type { WholeIdNumber } from "./schema";

type Told = { birth: string | null; gender: Gender | null; idNumberLast4: string | null };
type Before = { idNumberLast4: string | null; hasIdNumber: boolean } | null;

/**
 * What a record says beside an ID number: its last four are the number's, birth and gender come from it where nobody said
 * anything. Where they differ somebody has to look at the card and say so: numbers were given out wrongly, too.
 */
export function settleFacts<Facts extends Told>(
  facts: Facts,
  idNumber: WholeIdNumber | null,
  before: Before,
  documentChecked: boolean,
): Result<Facts> {
  const { idNumberLast4: last4 } = facts;
  if (!idNumber) {
    const other = before?.hasIdNumber && last4 !== before.idNumberLast4;
    return other ? refuseField("idNumberLast4", "idNumberKept") : { ok: true, value: facts };
  }
  const typed = last4 !== null && last4 !== before?.idNumberLast4;
  if (typed && last4 !== idNumber.last4) return refuseField("idNumberLast4", "idNumberDiffers");
  const differs =
    (facts.birth !== null && !idNumber.birth.startsWith(facts.birth)) ||
    (facts.gender !== null && facts.gender !== idNumber.gender);
  if (differs && !documentChecked)
    return refuse({
      code: "conflict",
      fields: { documentChecked: ["confirmRequired"] },
      detail: { message: "identityDiffers" },
    });
  return {
    ok: true,
    value: {
      ...facts,
      idNumberLast4: idNumber.last4,
      birth: facts.birth ?? idNumber.birth,
      gender: facts.gender ?? idNumber.gender,
    },
  };
}
