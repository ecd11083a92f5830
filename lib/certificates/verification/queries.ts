import { countLookUp, forgiveLookUp } from "@/lib/auth/throttle";
import { db } from "@/lib/db/client";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { readCode } from "../rules";
import type { CertificateKind } from "../schema";
import type { Verdict, Verified } from "./schema";

type Row = {
  [
    Name in
      | "number"
      | "issued_on"
      | "title_name_en"
      | "prize_zh"
      | "prize_en"
      | "valid_to"
      | "since"
      | "document_number"
      | "replaced_by"
  ]: string | null;
} & {
  verdict: Verdict;
  kind: CertificateKind;
  holder: string;
  title_name: string;
  bodies: string[];
  bodies_en: string[];
  award_date: string;
  replaced: boolean;
};

/**
 * What a certificate's code tells anyone, an account or none; null where it tells nothing, whatever was asked. Codes that
 * nothing has are counted by address, and too many of them have to wait. Raw, for the function of the database is the only way in.
 */
export async function verifyCertificate(address: string, code: string): Promise<Result<Verified | null>> {
  const seconds = await countLookUp(address);
  if (seconds !== null)
    return refuse({ code: "throttled", detail: { seconds, minutes: Math.ceil(seconds / 60) } });
  const [row] = await db.$queryRaw<Row[]>`SELECT * FROM verify_certificate(${readCode(code) ?? ""})`;
  if (!row) return ok(null);
  await forgiveLookUp(address);
  return ok({
    ...{ verdict: row.verdict, kind: row.kind, number: row.number, holder: row.holder },
    issuedOn: row.issued_on as PartialDate | null,
    title: { zh: row.title_name, en: row.title_name_en },
    prizeLevel: row.prize_zh === null ? null : { zh: row.prize_zh, en: row.prize_en ?? row.prize_zh },
    bodies: { zh: row.bodies, en: row.bodies_en },
    awardDate: row.award_date as PartialDate,
    validTo: row.valid_to as PartialDate | null,
    since: row.since as PartialDate | null,
    documentNumber: row.document_number,
    replacement: row.replaced ? { number: row.replaced_by } : null,
  });
}
