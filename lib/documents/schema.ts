import { z } from "zod";
import {
  zFilterId,
  zFilterOneOf,
  zFilterText,
  zFilterYear,
  zIntId,
  zIntIdOrNull,
  zPage,
  zPartialDateOrNull,
  zText,
  zTextOrNull,
} from "@/lib/kernel/fields";
import { firstDay, lastDay } from "@/lib/kernel/partial-date";

/** 决定, 通知, 通报, 撤销决定, 更正 */
export const documentKinds = ["decision", "notice", "circular", "revocation", "correction"] as const;
export type DocumentKind = (typeof documentKinds)[number];

const zIds = (max: number) =>
  z
    .array(zIntId)
    .max(max)
    .default([])
    .refine((ids) => new Set(ids).size === ids.length, "duplicate");

const zUrlOrNull = zTextOrNull({ max: 500 }).refine((text) => text === null || isWebAddress(text), "badUrl");

const fields = z.object({
  number: zTextOrNull({ max: 100 }),
  title: zText({ max: 300, required: true }),
  kind: z.enum(documentKinds, { error: "requiredChoice" }),
  signedOn: zPartialDateOrNull,
  publishedOn: zPartialDateOrNull,
  sourceUrl: zUrlOrNull,
  correctsId: zIntIdOrNull,
  forwardsId: zIntIdOrNull,
  recordingUnitId: zIntId,
  remark: zTextOrNull({ max: 1000, lines: true }),
  /** Granting bodies in order; the first leads. */
  issuers: zIds(20),
  files: zIds(30),
  /** Files that stood in the form when it was opened: only those can be taken off, never one that came since. */
  shownFiles: zIds(200),
});

export const documentInput = fields.refine(
  ({ signedOn, publishedOn }) => !signedOn || !publishedOn || firstDay(signedOn) <= lastDay(publishedOn),
  { path: ["publishedOn"], message: "publishedBeforeSigned" },
);
export type DocumentInput = z.output<typeof documentInput>;

/** What a form is told of the document it saved. */
export type SavedDocument = { id: number; number: string | null; title: string };

/** What names a document, and the version of it that the form showed. */
export const existing = z.object({ id: zIntId, version: zIntId });

/** A 文号 on its way through the form; the document's own is no duplicate. */
export const numberQuestion = z.object({
  number: zFilterText.transform((number) => number ?? ""),
  except: zIntIdOrNull.catch(null),
});

export const documentFilter = z.object({
  q: zFilterText,
  year: zFilterYear,
  kind: zFilterOneOf(documentKinds),
  issuer: zFilterId,
  unit: zFilterId,
  scan: zFilterOneOf(["yes", "no"]),
});
export const documentPage = zPage(["signedOn", "number", "title", "createdAt"], "-signedOn");
export type DocumentFilter = z.output<typeof documentFilter>;
export type DocumentPage = z.output<typeof documentPage>;

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== "" && !username && !password;
}
