import { z } from "zod";
import {
  paramsOf,
  zFilterId,
  zFilterOneOf,
  zFilterText,
  zIntId,
  zIntIdOrNull,
  zPage,
  zPartialDateOrNull,
  zText,
  zTextOrNull,
  type Params,
} from "@/lib/kernel/fields";

/** 更正申请, 补报荣誉 */
export const requestKinds = ["correction", "declaration"] as const;
export const requestStates = ["open", "accepted", "declined", "withdrawn"] as const;
export const decisions = ["accepted", "declined"] as const;

export type RequestKind = (typeof requestKinds)[number];
export type RequestState = (typeof requestStates)[number];

export const filesMax = 10;

const zFiles = z
  .array(zIntId)
  .max(filesMax)
  .default([])
  .transform((ids) => [...new Set(ids)]);

const shared = {
  key: z.uuid("invalid"),
  explanation: zText({ max: 2000, required: true, lines: true }),
  files: zFiles,
};
const correction = z.object({ ...shared, awardId: zIntId });
const declaration = z.object({
  ...shared,
  titleText: zText({ max: 200, required: true }),
  grantedByText: zTextOrNull({ max: 200 }),
  awardDate: zPartialDateOrNull.refine(
    (date) => date === null || (date >= "1900" && date < "2200"),
    "badDate",
  ),
});

export type CorrectionInput = z.output<typeof correction>;
export type DeclarationInput = z.output<typeof declaration>;

/** With an award it asks for its correction; without one it declares an honor that is missing. */
export function requestInput(input: unknown): typeof correction | typeof declaration {
  return typeof input === "object" && input !== null && "awardId" in input ? correction : declaration;
}

export const withdrawInput = z.object({ id: zIntId, version: zIntId });

export const answerInput = z.object({
  id: zIntId,
  version: zIntId,
  decision: z.enum(decisions, { error: "requiredChoice" }),
  answer: zText({ max: 2000, required: true, lines: true }),
  /** The award that an accepted declaration turned out to be, or led to. */
  resultAwardId: zIntIdOrNull,
});
export type Answer = z.output<typeof answerInput>;

export const requestSorts = ["createdAt", "employee"] as const;
export type RequestFilter = {
  q?: string;
  kind?: RequestKind;
  /** Undefined is every state. */
  state?: RequestState;
  unit?: number;
  page: number;
  size: number;
  sort: (typeof requestSorts)[number];
  direction: "asc" | "desc";
};

/** The list opens on what waits for an answer, the longest waiting first; `state=all` is every state. */
export function readRequestFilter(params: Params): RequestFilter {
  const given = paramsOf(params);
  return {
    q: zFilterText.parse(given.q),
    kind: zFilterOneOf(requestKinds).parse(given.kind),
    state: given.state === "all" ? undefined : (zFilterOneOf(requestStates).parse(given.state) ?? "open"),
    unit: zFilterId.parse(given.unit),
    ...zPage(requestSorts, "createdAt").parse(given),
  };
}
