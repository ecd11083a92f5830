import type { Who } from "../fixtures";
import { everyone } from "./access";
import { accountAttempts } from "./account-attempts";
import type { Samples } from "./action-samples";
import { certificateAttempts } from "./certificate-attempts";
import { treatmentAttempts } from "./treatment-attempts";

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
  "lib/users/activations/actions.ts activateAccount",
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
  const onCase = (input: object, may: readonly Who[]): Attempt[] => [
    { may, input: { ...s.revocation, ...input }, row: on("award_revocations", s.revocation) },
  ];
  const onImport = (input: object, may: readonly Who[]): Attempt[] => [
    { may, input, row: on("import_batches", s.import) },
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
    "lib/awards/validity/actions.ts correctValidity": [
      {
        may: catalog,
        input: { ...s.effective, validTo: "2150", reason: name },
        row: on("awards", s.effective),
      },
    ],
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
    "lib/awards/revocations/actions.ts recordRevocation": [
      {
        may: catalog,
        input: {
          ...{ key, awardId: s.effective.id, target: "award", cause: "fraud", explanation: name },
          ...{ applicant: name, documentId: s.document.id, effectiveOn: "2026-05-01", recall: "none" },
        },
        row: on("awards", s.effective),
      },
    ],
    "lib/awards/revocations/actions.ts confirmRevocation": onCase({}, ["union", "checker"]),
    "lib/awards/revocations/actions.ts declineRevocation": onCase({ reason: name }, ["union", "checker"]),
    "lib/awards/revocations/actions.ts withdrawRevocation": onCase({ reason: name }, catalog),
    "lib/awards/revocations/actions.ts changeRecall": onCase({ recall: "lost", recallNote: name }, catalog),
    "lib/awards/annulments/actions.ts recordAnnulment": onCase(
      { documentId: s.document.id, annulledOn: "2026-05-01", reason: name },
      catalog,
    ),
    "lib/awards/annulments/actions.ts confirmAnnulment": onCase({}, ["union", "checker"]),
    "lib/awards/annulments/actions.ts declineAnnulment": onCase({ reason: name }, ["union", "checker"]),
    "lib/awards/annulments/actions.ts withdrawAnnulment": onCase({ reason: name }, catalog),
    "lib/awards/evidence/actions.ts addEvidence": onCase({ files: [1] }, ["union", "discipline"]),
    "lib/awards/lists/actions.ts saveList": [
      {
        may: recorders,
        input: {
          ...{ documentId: s.document.id, key, recordingUnitId: s.union },
          groups: [{ titleId: s.title.id, awardDate: "2022-05", rows: [{ recipients: [{ id: "", name }] }] }],
        },
        row: on("documents", s.document),
      },
    ],
    "lib/awards/lists/actions.ts lookUpNames": [
      { may: recorders, input: { documentId: s.document.id, asks: [{ kind: "employee", name }] } },
    ],
    "lib/awards/reconcile/actions.ts resolveRecipient": [
      {
        may: recorders,
        input: { ...s.unresolved, employeeId: s.employee.id },
        row: on("unresolved_recipients", s.unresolved),
      },
    ],
    "lib/awards/reconcile/actions.ts dismissRecipient": [
      {
        may: recorders,
        input: { ...s.unresolved, reason: name },
        row: on("unresolved_recipients", s.unresolved),
      },
    ],
    "lib/employees/identities/actions.ts revealIdentity": [
      {
        may: personnel,
        input: { id: s.employee.id, field: "idNumber", reason: name },
        row: on("employees", s.employee),
      },
    ],
    "lib/employees/publicity/actions.ts decidePublicity": [
      {
        // The third company's person has an account, and decides for themselves.
        may: [...personnel, "jiajianhua"],
        input: { id: s.employee.id, scope: "wall", allowed: "false", note: name },
        row: on("employees", s.employee),
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
    "lib/exchange/exports/actions.ts saveLayout": [
      { may: ["union", "hr", "exporter"], input: layout },
      { may: ["hr"], input: { ...layout, id: s.layout }, row: ["export_layouts", s.layout] },
    ],
    "lib/exchange/exports/actions.ts deleteLayout": [
      { may: ["hr"], input: { id: s.layout }, row: ["export_layouts", s.layout] },
    ],
    "lib/exchange/imports/actions.ts startCheck": [
      {
        may: recorders,
        input: { ...s.import, sheet: mark, headerRow: 2, mapping: { 1: "title" } },
        row: on("import_batches", s.import),
      },
    ],
    "lib/exchange/imports/actions.ts applyImport": onImport(s.import, recorders),
    "lib/exchange/imports/actions.ts cancelImport": onImport({ id: s.import.id }, recorders),
    "lib/exchange/imports/actions.ts undoImport": onImport({ ...s.import, reason: name }, recorders),
    "lib/exchange/imports/actions.ts decideRow": onImport(
      { id: s.import.id, position: 1, decision: { isAnother: true } },
      recorders,
    ),
    "lib/exchange/imports/actions.ts confirmImport": onImport({ id: s.import.id }, ["union", "checker"]),
    ...certificateAttempts(s, name),
    ...treatmentAttempts(s, name),
    ...accountAttempts(s, mark),
  };
}
