import { firstDay, lastDay, type PartialDate } from "./partial-date";

/** From one partial date to another; an end that is missing is open. */
export type Period = { validFrom: string | null; validTo: string | null };

/** Whether it can be: the first day of its beginning lies no later than the last of its end. */
export function isInOrder({ validFrom, validTo }: Period): boolean {
  return !validFrom || !validTo || firstDay(validFrom as PartialDate) <= lastDay(validTo as PartialDate);
}

/** Whether it certainly lies before a day (YYYY-MM-DD). */
export function isPast({ validTo }: Pick<Period, "validTo">, day: string): boolean {
  return validTo !== null && lastDay(validTo as PartialDate) < day;
}

/** Whether two periods share a day. One that ends in 2020 and one that begins in 2020 do not: so people write a change. */
export function periodsMeet(one: Period, other: Period): boolean {
  const [a, b] = [rangeOf(one), rangeOf(other)];
  return a.from < b.before && b.from < a.before;
}

/** Rows whose period meets that of an earlier row with the same key: the index of both. */
export function meetingRows<Row extends Period>(
  rows: readonly Row[],
  keyOf: (row: Row) => unknown,
): { index: number; earlier: number }[] {
  return rows.flatMap((row, index) => {
    const earlier = rows.findIndex((other) => keyOf(other) === keyOf(row) && periodsMeet(other, row));
    return earlier < index ? [{ index, earlier }] : [];
  });
}

/** As period_of in the database: up to, not including, the first day of the end; within one year all of it. */
function rangeOf({ validFrom, validTo }: Period): { from: string; before: string } {
  const from = validFrom ? firstDay(validFrom as PartialDate) : "";
  if (!validTo) return { from, before: "~" };
  const end = firstDay(validTo as PartialDate);
  return { from, before: end > from ? end : `${lastDay(validTo as PartialDate)}~` };
}
