import { refKey, type SubjectRef } from "../schema";

/** What makes two awards look like one and the same: everything that a list of honors tells of them. */
export type RepeatAsk = {
  familyId: number;
  prizeLevelCode: string | null;
  awardDate: string;
  /** The id of its document, another mark of one that is still to be made, or null for none. */
  document: number | string | null;
  subjects: readonly SubjectRef[];
};
export type Repeat = { id: number; version: number };

export function repeatKey({ familyId, prizeLevelCode, awardDate, document, subjects }: RepeatAsk): string {
  return [familyId, prizeLevelCode, awardDate, document, ...subjects.map(refKey).sort()].join(" ");
}
