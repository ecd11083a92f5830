import { z } from "zod";

export const maxId = 2_147_483_647;

/** A row's id out of a URL or a form: a positive int4 in plain digits. Anything else is null, which means "not found". */
export function parseId(text: unknown): number | null {
  if (typeof text === "number") return Number.isInteger(text) && text > 0 && text <= maxId ? text : null;
  if (typeof text !== "string" || !/^[1-9]\d{0,9}$/.test(text)) return null;
  const id = Number(text);
  return id <= maxId ? id : null;
}

/** Condition on a row: it is one of these. */
export function oneOf(rows: readonly { id: number }[]) {
  return { id: { in: rows.map(({ id }) => id) } };
}

/** The rows that were read of some, in the order of those. */
export function inOrderOf<Row extends { id: number }>(some: readonly { id: number }[], rows: readonly Row[]) {
  const known = new Map(rows.map((row) => [row.id, row]));
  return some.flatMap(({ id }) => known.get(id) ?? []);
}

/** A required id, from a number or its digits. */
export const zId = z
  .unknown()
  .optional()
  .transform((value, context): number => readId(value, context) ?? refuseEmpty(context));

/** An id that may be left empty. */
export const zIdOrNull = z.unknown().optional().transform(readId);

function readId(value: unknown, context: z.RefinementCtx): number | null {
  const given = typeof value === "string" ? value.trim() : value;
  if (given === undefined || given === null || given === "") return null;
  const id = parseId(given);
  if (id !== null) return id;
  context.addIssue({ code: "custom", message: "badId" });
  return z.NEVER;
}

function refuseEmpty(context: z.RefinementCtx): never {
  if (context.issues.length === 0) context.addIssue({ code: "custom", message: "required" });
  return z.NEVER;
}
