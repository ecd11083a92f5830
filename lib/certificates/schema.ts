import { z } from "zod";
import { zTarget } from "@/lib/awards/revocations/schema";
import {
  paramsOf,
  zFilterId,
  zFilterOneOf,
  zFilterText,
  zFullDate,
  zIntId,
  zPage,
  zPartialDateOrNull,
  zText,
  zTextOrNull,
  type Params,
} from "@/lib/kernel/fields";

/** 证书, 奖牌, 奖章, 奖状, 奖杯, 锦旗 */
export const certificateKinds = ["certificate", "plaque", "medal", "citation", "trophy", "banner"] as const;
/** 在持, 遗失, 收回, 作废 */
export const certificateStates = ["held", "lost", "returned", "void"] as const;

export type CertificateKind = (typeof certificateKinds)[number];
export type CertificateState = (typeof certificateStates)[number];

const zNumber = zTextOrNull({ max: 100 });
const zCustody = zTextOrNull({ max: 200 });
/** Whoever has the code reads it: a row of digits in it would be somebody's number. */
const zHolder = zText({ max: 200 }).refine(
  (text) => !/\d{6}/.test(text.normalize("NFKC")),
  "numberInPublicText",
);

/** The key makes a second sending of the same form the same certificate. Without a holder the snapshot's name is taken. */
export const registration = z.object({
  key: z.uuid("invalid"),
  awardId: zIntId,
  target: zTarget,
  kind: z.enum(certificateKinds, { error: "requiredChoice" }),
  number: zNumber,
  holder: zHolder,
  issuedOn: zPartialDateOrNull,
  custody: zCustody,
});
export type Registration = z.output<typeof registration>;

/** 补发: a new one in the place of one that was lost or made void. */
export const reissue = z.object({
  key: z.uuid("invalid"),
  id: zIntId,
  number: zNumber,
  issuedOn: zPartialDateOrNull,
  custody: zCustody,
});

export const changedCertificate = z.object({
  id: zIntId,
  version: zIntId,
  kind: z.enum(certificateKinds, { error: "requiredChoice" }),
  number: zNumber,
  holder: zHolder.refine((text) => text !== "", "required"),
  issuedOn: zPartialDateOrNull,
  custody: zCustody,
});

/** What became of it, and on which day; found again, or handed back, it is in hands once more. */
export const move = z
  .object({
    id: zIntId,
    version: zIntId,
    to: z.enum(certificateStates, { error: "requiredChoice" }),
    on: zFullDate,
    note: zTextOrNull({ max: 500, lines: true }),
  })
  .refine(({ to, note }) => to !== "void" || note !== null, { path: ["note"], message: "reasonRequired" });

/** "recall" is whatever is still in hands and has to be recalled. */
export const stateFilters = ["recall", ...certificateStates] as const;
export type CertificateFilter = {
  q?: string;
  kind?: CertificateKind;
  state?: (typeof stateFilters)[number];
  unit?: number;
  page: number;
  size: number;
  sort: "createdAt" | "issuedOn" | "number" | "holder";
  direction: "asc" | "desc";
};

/** Whatever a URL holds makes a filter; the latest entered come first. */
export function readCertificateFilter(params: Params): CertificateFilter {
  const given = paramsOf(params);
  return {
    q: zFilterText.parse(given.q),
    kind: zFilterOneOf(certificateKinds).parse(given.kind),
    state: zFilterOneOf(stateFilters).parse(given.state),
    unit: zFilterId.parse(given.unit),
    ...zPage(["createdAt", "issuedOn", "number", "holder"], "-createdAt").parse(given),
  };
}
