import type { Who } from "../fixtures";

type Line = {
  reached: readonly Who[];
  /** The answer to who reaches it, when it is not 200. */
  ok?: number;
  /** Answers of single people that differ from both. */
  answers?: Partial<Record<Who, number>>;
};

export const everyone = [
  "union",
  "recorder",
  "checker",
  "exporter",
  "hr",
  "discipline",
  "auditor",
  "admin",
  "security",
  "jiajianhua",
  "lixiaojie",
] as const satisfies Who[];

// The record in question lies in the third company; "exporter" records for the first company.
const readers = ["union", "recorder", "checker", "exporter", "hr", "discipline"] as const;
const readersThere = ["union", "recorder", "checker", "hr", "discipline"] as const;
const recorders = ["union", "recorder", "exporter"] as const;
const recordersThere = ["union", "recorder"] as const;
const importReaders = ["union", "recorder", "checker", "exporter", "hr"] as const;
// An import of awards: personnel sees those of employees alone.
const importReadersThere = ["union", "recorder", "checker"] as const;
const answering = ["union", "recorder", "checker", "exporter"] as const;
const answeringThere = ["union", "recorder", "checker"] as const;
// What honors bring is for union and personnel alone.
const treatmentReaders = ["union", "recorder", "checker", "exporter", "hr"] as const;
const treatmentReadersThere = ["union", "recorder", "checker", "hr"] as const;
// Personnel is told that an honor was revoked, not what somebody did.
const caseReadersThere = [...answeringThere, "discipline"] as const;
const catalog = ["union"] as const;
const employees = ["jiajianhua", "lixiaojie"] as const;
const nobody = [] as const;

/** Who reaches which address. What one may not see answers 404, as if it did not exist. */
export const access: Record<string, Line> = {
  "/": {
    reached: readers,
    answers: { auditor: 200, admin: 200, security: 200, jiajianhua: 307, lixiaojie: 307 },
  },
  "/achievements": { reached: readers },
  "/achievements/[id]": { reached: readersThere },
  "/achievements/[id]/edit": { reached: recordersThere },
  "/achievements/new": { reached: recorders },
  "/achievements/search": { reached: readers },
  "/api/health": { reached: everyone },
  "/api/v1/awards": { reached: readers },
  "/awards": { reached: readers },
  "/awards/[id]": { reached: readersThere },
  "/awards/[id]/edit": { reached: recordersThere },
  "/awards/[id]/revocations/[caseId]": { reached: caseReadersThere },
  "/awards/[id]/revocations/[caseId]/annul": { reached: catalog },
  "/awards/[id]/revocations/[caseId]/files/[fileId]": { reached: everyone, ok: 405 },
  "/awards/[id]/revocations/[caseId]/print": { reached: caseReadersThere },
  "/awards/[id]/revocations/new": { reached: catalog },
  "/awards/export": { reached: ["union", "exporter", "hr"] },
  "/awards/export/file": { reached: everyone, ok: 405 },
  "/awards/new": { reached: recorders },
  "/awards/reconcile": { reached: answering },
  "/awards/requests": { reached: answering },
  "/awards/requests/[id]": { reached: answeringThere },
  "/awards/requests/[id]/files/[fileId]": { reached: nobody },
  "/awards/revocations": { reached: [...answering, "discipline"] },
  "/documents": { reached: readers },
  "/documents/[id]": { reached: readersThere },
  "/documents/[id]/edit": { reached: recordersThere },
  "/documents/[id]/list": { reached: recordersThere },
  "/documents/[id]/files/[fileId]": { reached: nobody },
  "/documents/new": { reached: recorders },
  "/documents/number": { reached: recorders },
  "/documents/search": { reached: readers },
  "/documents/units": { reached: recorders },
  "/employees": { reached: readers },
  "/employees/[id]": { reached: readersThere },
  "/employees/[id]/edit": { reached: [...recordersThere, "hr"] },
  "/employees/[id]/record": { reached: everyone, ok: 405 },
  "/employees/new": { reached: [...recorders, "hr"] },
  "/employees/search": { reached: [...readers, "admin"] },
  "/exchange/imports": { reached: importReaders },
  "/exchange/imports/[id]": { reached: importReadersThere },
  "/exchange/imports/[id]/progress": { reached: importReadersThere },
  "/exchange/imports/[id]/returned": { reached: everyone, ok: 405 },
  "/exchange/imports/new": { reached: [...recorders, "hr"] },
  // Without a kind there is no template.
  "/exchange/imports/template": { reached: nobody },
  "/exchange/imports/upload": { reached: everyone, ok: 405 },
  "/files": { reached: everyone, ok: 405 },
  "/honors": { reached: readers },
  "/honors/[id]": { reached: readers },
  "/honors/[id]/award-rules": { reached: readers },
  "/honors/[id]/edit": { reached: catalog },
  "/honors/bodies": { reached: readers },
  "/honors/bodies/[id]": { reached: readers },
  "/honors/bodies/[id]/edit": { reached: catalog },
  "/honors/bodies/new": { reached: catalog },
  "/honors/bodies/search": { reached: readers },
  "/honors/new": { reached: catalog },
  "/honors/programmes": { reached: readers },
  "/honors/programmes/[id]": { reached: readers },
  "/honors/programmes/[id]/edit": { reached: catalog },
  "/honors/programmes/new": { reached: catalog },
  "/honors/search": { reached: readers },
  "/me": { reached: everyone },
  "/me/record": { reached: everyone, ok: 405 },
  "/me/requests/new": { reached: employees },
  "/organizations": { reached: [...readers, "admin", "security"] },
  "/organizations/[id]": { reached: [...readersThere, "admin", "security"] },
  "/organizations/[id]/edit": { reached: ["admin"] },
  "/organizations/children": { reached: nobody },
  "/organizations/new": { reached: ["admin"] },
  "/organizations/search": { reached: [...readers, "admin", "security"] },
  "/organizations/served": { reached: recorders },
  "/search": { reached: readers },
  "/settings/activations": { reached: recorders },
  "/settings/activations/new": { reached: recorders },
  "/settings/audit": { reached: ["auditor"] },
  "/settings/password": { reached: everyone },
  "/settings/jobs": { reached: ["admin"] },
  "/settings/retention": { reached: ["admin", "security"] },
  "/settings/security": { reached: everyone },
  "/settings/sign-in": { reached: ["security"] },
  "/settings/users": { reached: ["admin", "security"] },
  "/settings/users/[id]": { reached: ["admin", "security"] },
  "/settings/users/[id]/edit": { reached: ["admin"] },
  "/settings/users/new": { reached: ["admin"] },
  "/sign-in": { reached: everyone },
  "/sign-in/activate": { reached: everyone },
  "/studios": { reached: readers },
  "/studios/[id]": { reached: readersThere },
  "/studios/[id]/edit": { reached: recordersThere },
  "/studios/new": { reached: recorders },
  "/studios/search": { reached: readers },
  "/teams": { reached: readers },
  "/teams/[id]": { reached: readersThere },
  "/teams/[id]/edit": { reached: recordersThere },
  "/teams/new": { reached: recorders },
  "/teams/search": { reached: readers },
  "/certificates": { reached: readers },
  "/verify": { reached: everyone },
  "/verify/[code]": { reached: everyone },
  "/wall": { reached: everyone },
  "/treatments": { reached: treatmentReaders },
  "/treatments/[id]": { reached: treatmentReadersThere },
};
