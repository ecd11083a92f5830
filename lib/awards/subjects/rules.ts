import { firstDay, lastDay, type PartialDate } from "@/lib/kernel/partial-date";

type Period = { validFrom: string | null; validTo: string | null };

/** The day for which a snapshot stands: the last that the date can mean, but none that is still to come. */
export function snapshotDay(date: PartialDate, today: string): string {
  const day = lastDay(date);
  return day < today ? day : today;
}

/** The period that holds a day. A period ends before the first day of its `validTo`, as the database has it. */
export function periodOn<P extends Period>(periods: readonly P[], day: string): P | undefined {
  return periods.find(
    ({ validFrom, validTo }) =>
      (!validFrom || firstDay(validFrom as PartialDate) <= day) &&
      (!validTo || firstDay(validTo as PartialDate) > day),
  );
}

/** Members at a time that is known only as exactly as the date; leaders first, each person once. */
export function membersOn<M extends Period & { employeeId: number; isLeader: boolean }>(
  members: readonly M[],
  date: PartialDate,
  today: string,
): M[] {
  const [from, to] = [firstDay(date), snapshotDay(date, today)];
  const then = members.filter(
    ({ validFrom, validTo }) =>
      (!validFrom || firstDay(validFrom as PartialDate) <= to) &&
      (!validTo || lastDay(validTo as PartialDate) >= from),
  );
  const ordered = [...then].sort((a, b) => Number(b.isLeader) - Number(a.isLeader));
  return ordered.filter(
    ({ employeeId }, index) => ordered.findIndex((other) => other.employeeId === employeeId) === index,
  );
}
