import { z } from "zod";
import {
  paramsOf,
  zCheckbox,
  zFilterId,
  zFilterOneOf,
  zFilterText,
  zIntId,
  zPage,
  zPartialDateOrNull,
  zText,
  type Params,
} from "@/lib/kernel/fields";
import { isInOrder } from "@/lib/kernel/periods";

/** 班组, 科室, 项目团队, 攻关团队 */
export const teamKinds = ["crew", "section", "project_team", "task_force"] as const;
export type TeamKind = (typeof teamKinds)[number];
export const membersMax = 300;

const member = z
  .object({
    employeeId: zIntId,
    validFrom: zPartialDateOrNull,
    validTo: zPartialDateOrNull,
    isLeader: zCheckbox,
  })
  .refine(isInOrder, { path: ["validTo"], message: "endBeforeStart" });

const fields = {
  name: zText({ max: 200, required: true }),
  kind: z.enum(teamKinds, { error: "requiredChoice" }),
  unitId: zIntId,
  members: z.array(member).max(membersMax).default([]),
};

/** The key makes a second sending of the same form the same team. */
export const newTeam = z.object({ ...fields, key: z.uuid("invalid") });
export const changedTeam = z.object({ ...fields, id: zIntId, version: zIntId });
export type TeamInput = Omit<z.output<typeof newTeam>, "key">;
export type MemberInput = TeamInput["members"][number];

const filter = z.object({ q: zFilterText, kind: zFilterOneOf(teamKinds), unit: zFilterId });
const page = zPage(["name", "kind", "unit", "updatedAt"], "unit");
export type TeamFilter = z.output<typeof filter> & z.output<typeof page>;

/** Filters out of a list's address; whatever stands there gives a usable filter. */
export function readTeamFilter(params: Params): TeamFilter {
  return { ...filter.parse(paramsOf(params)), ...page.parse(params) };
}
