import type { Who } from "../fixtures";
import { everyone } from "./access";
import type { Samples } from "./action-samples";

/** One way to call an action, aimed at the third company, and those whom it would serve. Everybody else is refused. */
export type Attempt = {
  may: readonly Who[];
  input: unknown;
  /** Who may do such a thing, but not there: told which field is at fault. */
  invalid?: readonly Who[];
  /** The row aimed at: table and id. */
  row?: readonly [string, number];
};

/** Open to people without a session: they lead to the sign-in page or set a preference. */
export const openActions = [
  "lib/auth/actions.ts signOut",
  "lib/i18n/actions.ts switchLocale",
  "lib/i18n/actions.ts switchTextSize",
];

const recorders = ["union", "recorder"] as const;
const keepers = ["union", "recorder", "checker"] as const;
const elsewhere = ["exporter"] as const;
const personnel = ["union", "recorder", "hr"] as const;
const catalog = ["union"] as const;
const administrator = ["admin"] as const;
const employees = ["jiajianhua", "lixiaojie"] as const;

/** Every action, and how it is tried. All text carries the mark, so that it would be found if it were kept. */
export function attempts(s: Samples, mark: string): Record<string, Attempt[]> {
  const key = crypto.randomUUID();
  const name = `不该有 ${mark}`;
  const code = `X${mark}`;
  const on = (table: string, { id }: { id: number }) => [table, id] as const;
  const decide = (award: { id: number; version: number }, may: readonly Who[]): Attempt[] => [
    { may, input: { ...award, reason: name }, row: on("awards", award) },
  ];
  const award = { titleId: s.title.id, awardDate: "2022-05", recipients: [], reason: name };
  const team = { name, kind: "crew", unitId: s.unit.id };
  const studio = { name, unitId: s.unit.id };
  const achievement = { name, kind: "innovation", units: [s.unit.id] };
  const employee = { name, unitId: s.unit.id, unionUnitId: s.union };
  const document = { title: name, kind: "notice", recordingUnitId: s.union };
  const title = { name, categoryCode: s.category, levels: [s.level], subjectKinds: ["employee"] };
  const programme = { name, cycle: "yearly" };
  const body = { name, code, kind: "union" };
  const layout = { name: mark, columns: ["title"], rowPer: "award", format: "xlsx" };
  const unitRow = on("organizations", s.unit);
  const own = (input: unknown): Attempt[] => [{ may: everyone, input }];
  const onUnit = (input: object): Attempt[] => [
    { may: administrator, input: { ...s.unit, ...input }, row: unitRow },
  ];
  const onUser = (input: object): Attempt[] => [
    { may: administrator, input: { ...s.user, userId: s.user.id, ...input }, row: on("users", s.user) },
  ];
  return {
    "lib/awards/actions.ts saveAward": [
      {
        may: recorders,
        invalid: elsewhere,
        input: { ...award, key, recordingUnitId: s.union, recipients: [{ employeeId: s.employee.id }] },
      },
      { may: recorders, input: { ...award, ...s.draft }, row: on("awards", s.draft) },
    ],
    "lib/awards/review/actions.ts submitAward": decide(s.draft, recorders),
    // Only who submitted it takes it back: that is left out here.
    "lib/awards/review/actions.ts withdrawAward": decide(s.submitted, recorders),
    "lib/awards/review/actions.ts confirmAward": decide(s.submitted, ["union", "checker"]),
    "lib/awards/review/actions.ts returnAward": decide(s.submitted, ["union", "checker"]),
    "lib/awards/review/actions.ts voidAward": decide(s.effective, catalog),
    "lib/awards/requests/actions.ts createRequest": [
      { may: employees, input: { key, explanation: name, titleText: name } },
      { may: [], input: { key, explanation: name, awardId: s.others }, row: ["awards", s.others] },
    ],
    "lib/awards/requests/actions.ts withdrawRequest": [
      { may: ["jiajianhua"], input: s.ownRequest, row: on("award_requests", s.ownRequest) },
    ],
    "lib/awards/requests/actions.ts answerRequest": [
      {
        may: keepers,
        input: { ...s.ownRequest, decision: "declined", answer: name },
        row: on("award_requests", s.ownRequest),
      },
    ],
    "lib/teams/actions.ts createTeam": [{ may: recorders, invalid: elsewhere, input: { ...team, key } }],
    "lib/teams/actions.ts changeTeam": [
      { may: recorders, input: { ...team, ...s.team }, row: on("teams", s.team) },
    ],
    "lib/studios/actions.ts createStudio": [
      { may: recorders, invalid: elsewhere, input: { ...studio, key } },
    ],
    "lib/studios/actions.ts changeStudio": [
      { may: recorders, input: { ...studio, ...s.studio }, row: on("studios", s.studio) },
    ],
    "lib/achievements/actions.ts createAchievement": [
      { may: recorders, invalid: elsewhere, input: { ...achievement, key } },
    ],
    "lib/achievements/actions.ts changeAchievement": [
      { may: recorders, input: { ...achievement, ...s.achievement }, row: on("achievements", s.achievement) },
    ],
    "lib/employees/actions.ts createEmployee": [{ may: personnel, invalid: elsewhere, input: employee }],
    "lib/employees/actions.ts changeEmployee": [
      { may: personnel, input: { ...employee, ...s.employee }, row: on("employees", s.employee) },
    ],
    "lib/employees/actions.ts transferEmployee": [
      {
        may: personnel,
        input: { ...s.employee, unitId: s.company, assignedFrom: "2026-01-01", reason: name },
        row: on("employees", s.employee),
      },
    ],
    "lib/employees/actions.ts changeStatus": [
      {
        may: personnel,
        input: { ...s.employee, status: "retired", statusDate: "2026-01-01", reason: name },
        row: on("employees", s.employee),
      },
    ],
    "lib/employees/actions.ts proposeReading": own("贾建华"),
    "lib/organizations/actions.ts createUnit": [
      { may: administrator, invalid: catalog, input: { parentId: s.company, kind: "branch", name, code } },
      { may: ["admin", "union"], input: { parentId: s.union, kind: "branch_union", name, code } },
    ],
    "lib/organizations/actions.ts changeUnit": onUnit({ kind: "branch", code }),
    "lib/organizations/actions.ts renameUnit": onUnit({ name, periodFrom: "2026-01-01" }),
    "lib/organizations/actions.ts moveUnit": onUnit({ parentId: s.company, periodFrom: "2026-01-01" }),
    "lib/organizations/actions.ts closeUnit": onUnit({ validTo: "2026-01-01" }),
    "lib/organizations/actions.ts reopenUnit": onUnit({ reason: name }),
    "lib/documents/actions.ts saveDocument": [
      { may: recorders, invalid: elsewhere, input: document },
      { may: recorders, input: { ...document, ...s.document }, row: on("documents", s.document) },
    ],
    "lib/honors/actions.ts saveTitle": [
      { may: catalog, input: title },
      { may: catalog, input: { ...title, ...s.title }, row: on("honor_titles", s.title) },
    ],
    "lib/honors/programmes/actions.ts saveProgramme": [
      { may: catalog, input: programme },
      { may: catalog, input: { ...programme, ...s.programme }, row: on("programmes", s.programme) },
    ],
    "lib/honors/bodies/actions.ts saveBody": [
      { may: catalog, input: body },
      { may: catalog, input: { ...body, ...s.body }, row: on("granting_bodies", s.body) },
    ],
    "lib/users/actions.ts createUser": [{ may: administrator, input: { username: `x${mark}`, name: mark } }],
    "lib/users/actions.ts changeUser": onUser({ username: `x${mark}`, name: mark }),
    "lib/users/actions.ts disableUser": onUser({ reason: name }),
    "lib/users/actions.ts enableUser": onUser({}),
    "lib/users/actions.ts resetPassword": onUser({}),
    "lib/users/actions.ts grantRole": onUser({ role: "hr", organizationId: s.company }),
    "lib/users/actions.ts withdrawRole": onUser({ grantId: s.grant }),
    "lib/users/actions.ts endUserSessions": onUser({ sessionId: "" }),
    "lib/exchange/exports/actions.ts saveLayout": [
      { may: ["union", "hr", "exporter"], input: layout },
      { may: ["hr"], input: { ...layout, id: s.layout }, row: ["export_layouts", s.layout] },
    ],
    "lib/exchange/exports/actions.ts deleteLayout": [
      { may: ["hr"], input: { id: s.layout }, row: ["export_layouts", s.layout] },
    ],
    // One's own account and box alone: whoever is signed in.
    "lib/inbox/actions.ts markRead": own({}),
    "lib/auth/actions.ts changeOwnPassword": own({ current: mark, password: mark, again: mark }),
    "lib/auth/actions.ts endOwnSessions": own({}),
  };
}
