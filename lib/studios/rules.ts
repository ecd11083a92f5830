import { meetingRows } from "@/lib/kernel/periods";
import type { MemberInput } from "./schema";

/** Somebody who stands in two rows at a time; the later row names the earlier one. A studio may have several leaders. */
export function memberFaults(members: readonly MemberInput[]): Record<string, string[]> {
  const meetings = meetingRows(members, (row) => row.employeeId);
  return Object.fromEntries(
    meetings.map(({ index, earlier }) => [`members.${index}.employeeId`, [`personTwice:${earlier + 1}`]]),
  );
}
