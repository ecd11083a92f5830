import type { Tx } from "@/lib/db/transaction";
import type { SeedTitle } from "./honors";
import { lastYear, type Random, two } from "./random";

/** Issuers' marks as they stand in their document numbers (机关代字). */
const marks: Record<string, string> = {
  ACFTU: "总工发",
  SASAC: "国资发",
  MOHRSS: "人社部发",
  CEPCA: "中电建协",
  SDGOV: "鲁政字",
  SDGH: "鲁工发",
  QDGH: "青工发",
  HD: "华东电建发",
  HD03: "三公司发",
};
const months: Record<string, string> = {
  ACFTU: "04",
  SASAC: "11",
  MOHRSS: "12",
  CEPCA: "10",
  SDGOV: "04",
  QDGH: "12",
  HD: "01",
  HD03: "01",
};

export type SeedDocument = { id: number; signedOn: string; year: number };

/** The document by which a programme's titles of one year were granted. */
export async function seedDocument(
  tx: Tx,
  random: Random,
  title: SeedTitle,
  programme: string,
  year: number,
  recordingUnitId: number,
): Promise<SeedDocument> {
  const lead = title.bodyCodes[0]!;
  const own = lead.startsWith("HD");
  const signedYear = own ? year + 1 : year;
  // The last year is not over: nothing in it lies ahead.
  const month = signedYear === lastYear && Number(months[lead]) > 9 ? "09" : (months[lead] ?? "05");
  const signedOn = `${signedYear}-${month}-${two(random.between(3, 28))}`;
  const number = `${marks[lead]}〔${signedYear}〕${random.between(2, 60) + title.id}号`;
  const { id } = await tx.document.create({
    data: {
      number,
      title: `关于表彰${year}年度${programme}先进集体和先进个人的${own ? "决定" : "通报"}`,
      kind: own ? "decision" : "circular",
      signedOn,
      publishedOn: signedOn,
      recordingUnitId,
      remark: "演示数据",
      issuers: { create: title.bodyIds.map((grantingBodyId, i) => ({ position: i + 1, grantingBodyId })) },
    },
    select: { id: true },
  });
  return { id, signedOn, year };
}
