import { z } from "zod";
import { zIntId, zIntIdOrNull, zMoneyOrNull, zText, zTextOrNull } from "@/lib/kernel/fields";
import {
  recipientRoles,
  recipientsMax,
  subjectKinds,
  zAwardDate,
  zCodeOrNull,
  zOneOf,
  zOneOfOrNull,
  zWholeOrNull,
  zYear,
  type SubjectKind,
} from "../schema";

/** What one document's list may hold: a 3-page notice has some sixty rows, the longest yearly one some hundreds. */
export const listMax = { groups: 60, rows: 300, people: 500, names: 500 } as const;

/** Somebody, or something, honored: the one that was chosen; or a name that nobody could place yet. */
const listRecipient = z.object({ id: zIntIdOrNull, name: zText({ max: 300, required: true }) });

const listRow = z.object({
  kind: zOneOf(subjectKinds, "employee"),
  recipients: z.array(listRecipient).min(1, "noSubject").max(recipientsMax),
  unitText: zTextOrNull({ max: 200 }),
  postText: zTextOrNull({ max: 100 }),
  role: zOneOfOrNull(recipientRoles),
  bonus: zMoneyOrNull,
  rank: zWholeOrNull(1, 9999),
  note: zTextOrNull({ max: 500, lines: true }),
});

const listGroup = z.object({
  titleId: zIntId,
  levelCode: zCodeOrNull,
  prizeLevelCode: zCodeOrNull,
  awardDate: zAwardDate,
  awardYear: zYear,
  rows: z.array(listRow).min(1).max(listMax.rows),
});

export const listInput = z
  .object({
    documentId: zIntId,
    key: z.uuid("invalid"),
    intent: zOneOf(["draft", "submit"], "draft"),
    recordingUnitId: zIntIdOrNull,
    groups: z.array(listGroup).min(1).max(listMax.groups),
  })
  .superRefine(({ groups }, context) => {
    const rows = groups.flatMap((group) => group.rows);
    const people = rows.reduce((count, row) => count + row.recipients.length, 0);
    if (rows.length > listMax.rows)
      context.addIssue({ code: "custom", path: ["groups"], message: `tooMany:${listMax.rows}` });
    else if (people > listMax.people)
      context.addIssue({ code: "custom", path: ["groups"], message: `tooMany:${listMax.people}` });
  });

export type ListInput = z.output<typeof listInput>;
export type ListGroup = ListInput["groups"][number];
export type ListRow = ListGroup["rows"][number];

/** Names as they were typed, to be looked up. */
export const lookUpInput = z.object({
  documentId: zIntId,
  asks: z
    .array(
      z.object({
        kind: z.enum(subjectKinds, { error: "unknownValue" }),
        name: zText({ max: 300 }),
        unit: zText({ max: 200 }),
        workNumber: zText({ max: 64 }),
      }),
    )
    .max(listMax.names),
});
export type LookUpAsk = z.output<typeof lookUpInput>["asks"][number];

/** Who or what may be meant by a name; what tells namesakes apart is known of people alone. */
export type LookUpCandidate = {
  id: number;
  name: string;
  unit: string | null;
  workNumber: string | null;
  birthYear: string | null;
  last4: string | null;
  left: boolean;
};
export type LookUpAnswer = {
  /** The one proposed; never for a name alone. */
  id: number | null;
  /** Why it can't be the one named (a key under `faults.*`): the work number is somebody else's. */
  fault: string | null;
  candidates: LookUpCandidate[];
};

/** What a list has to know of a title to recognise it and to offer what it allows. */
export type TitleChoice = {
  id: number;
  name: string;
  nameEn: string | null;
  levels: string[];
  prizeLevels: string[];
  subjectKinds: SubjectKind[];
  validFrom: string | null;
  validTo: string | null;
};

/** An honor that this document's list has brought in already. */
export type EnteredAward = {
  id: number;
  titleId: number;
  prizeLevelCode: string | null;
  awardYear: number;
  /** By refKey. */
  recipients: string[];
};
