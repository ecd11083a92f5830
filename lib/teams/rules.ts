import { meetingRows } from "@/lib/kernel/periods";
import type { MemberInput } from "./schema";

/** What is wrong with a team's members: somebody twice at a time, or two leaders at a time. Each row names the other. */
export function memberFaults(members: readonly MemberInput[]): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  for (const { index, earlier } of meetingRows(members, (row) => row.employeeId))
    faults[`members.${index}.employeeId`] = [`personTwice:${earlier + 1}`];
  const leaders = members.flatMap((row, index) => (row.isLeader ? [{ ...row, index }] : []));
  for (const { index, earlier } of meetingRows(leaders, () => true))
    faults[`members.${leaders[index]!.index}.isLeader`] = [`secondLeader:${leaders[earlier]!.index + 1}`];
  return faults;
}
