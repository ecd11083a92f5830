import type { Who } from "../fixtures";
import { everyone } from "./access";
import type { HandlerSamples } from "./handlers";

/** What is asked for: an address, and a form where the handler takes one. */
type Ask = { path: string; form?: Record<string, string>; multipart?: Record<string, string> };
export type Line = {
  /** The third company's record, and the same where there is none. */
  there: (s: HandlerSamples) => Ask;
  nowhere?: Ask;
  /** Who is answered at all; everybody else gets 404, the same for both. */
  may: readonly Who[];
  /** Their answer's status, when it is not 200. */
  ok?: number;
  /** What shows the record, and who of them is shown it. The others' answer is the same as for a record that is not there. */
  shows?: (s: HandlerSamples) => string;
  to?: readonly Who[];
};

// "exporter" records for the first company; everything asked for lies in the third.
const readers = ["union", "recorder", "checker", "exporter", "hr", "discipline"] as const;
const readersThere = ["union", "recorder", "checker", "hr", "discipline"] as const;
const recorders = ["union", "recorder", "exporter"] as const;
const recordersThere = ["union", "recorder"] as const;
const personnel = [...recorders, "hr"] as const;
const answeringThere = ["union", "recorder", "checker"] as const;
const unitReaders = [...readers, "admin", "security"] as const;

const employees = ["jiajianhua", "lixiaojie"] as const;

const nobodyHas = "没有人有这个名字";
const search = (path: string, word: (s: HandlerSamples) => string, more = "") => ({
  there: (s: HandlerSamples) => ({ path: `${path}?q=${encodeURIComponent(word(s))}${more}` }),
  nowhere: { path: `${path}?q=${encodeURIComponent(nobodyHas)}${more}` },
});
const item = (id: number | undefined) => `"id":${id},`;

/** Every method of every handler, asked for by everyone, inside of its unit and outside. */
export const handlerTable: Record<string, Line> = {
  "GET /achievements/search": {
    ...search("/achievements/search", (s) => s.words.achievement!),
    may: readers,
    shows: (s) => item(s.ids.achievement),
    to: readersThere,
  },
  "GET /api/v1/awards": {
    ...search("/api/v1/awards", (s) => s.words.ledger!, "&year=all"),
    may: readers,
    shows: (s) => item(s.ids.award),
    to: readersThere,
  },
  "GET /studios/search": {
    ...search("/studios/search", (s) => s.words.studio!),
    may: readers,
    shows: (s) => item(s.ids.studio),
    to: readersThere,
  },
  "GET /teams/search": {
    ...search("/teams/search", (s) => s.words.team!),
    may: readers,
    shows: (s) => item(s.ids.team),
    to: readersThere,
  },
  // Whoever makes accounts has to find the people.
  "GET /employees/search": {
    ...search("/employees/search", () => "03001"),
    may: [...readers, "admin"],
    shows: (s) => item(s.ids.employee),
    to: [...readersThere, "admin"],
  },
  "GET /documents/search": {
    ...search("/documents/search", (s) => s.words.number!),
    may: readers,
    shows: (s) => item(s.place.document),
    to: readersThere,
  },
  // A number that is taken is said to whoever types it, and its record to those alone who may see it.
  "GET /documents/number": {
    there: (s) => ({ path: `/documents/number?number=${encodeURIComponent(s.words.number!)}` }),
    may: recorders,
    shows: (s) => item(s.place.document),
    to: recordersThere,
  },
  "GET /documents/units": {
    ...search("/documents/units", (s) => s.words.unionName!),
    may: recorders,
    shows: (s) => item(s.place.union),
    to: recordersThere,
  },
  "GET /documents/[id]/files/[fileId]": {
    there: (s) => ({ path: `/documents/${s.ids.document}/files/${s.file}` }),
    nowhere: { path: "/documents/2000000000/files/2000000000" },
    may: readersThere,
  },
  // Titles and granting bodies are everybody's who reads the ledger.
  "GET /honors/search": {
    ...search("/honors/search", (s) => s.words.title!),
    may: readers,
    shows: (s) => item(s.ids.title),
    to: readers,
  },
  "GET /honors/bodies/search": {
    ...search("/honors/bodies/search", (s) => s.words.body!),
    may: readers,
    shows: (s) => item(s.ids.body),
    to: readers,
  },
  "GET /honors/[id]/award-rules": {
    there: (s) => ({ path: `/honors/${s.ids.title}/award-rules` }),
    nowhere: { path: "/honors/2000000000/award-rules" },
    may: readers,
  },
  "GET /organizations/search": {
    ...search("/organizations/search", (s) => s.words.company!, "&tree=company"),
    may: unitReaders,
    shows: (s) => item(s.place.company),
    to: [...readersThere, "admin", "security"],
  },
  "GET /organizations/children": {
    there: (s) => ({ path: `/organizations/children?parent=${s.place.company}` }),
    nowhere: { path: "/organizations/children?parent=2000000000" },
    may: unitReaders,
    shows: (s) => item(s.ids.unit),
    to: [...readersThere, "admin", "security"],
  },
  "GET /organizations/served": {
    ...search("/organizations/served", (s) => s.words.company!),
    may: recorders,
    shows: (s) => item(s.place.company),
    to: recordersThere,
  },
  "GET /exchange/imports/template": {
    there: () => ({ path: "/exchange/imports/template?kind=awards" }),
    may: recorders,
  },
  // Without a file: what comes before it is asked first.
  "POST /exchange/imports/upload": {
    there: () => ({ path: "/exchange/imports/upload", multipart: { kind: "awards" } }),
    may: personnel,
    ok: 400,
  },
  "GET /exchange/imports/[id]/progress": {
    there: (s) => ({ path: `/exchange/imports/${s.ids.import}/progress` }),
    nowhere: { path: "/exchange/imports/2000000000/progress" },
    may: answeringThere,
  },
  // The sample's workbook is in no store: who may have it is told that it is missing.
  "POST /exchange/imports/[id]/returned": {
    there: (s) => ({ path: `/exchange/imports/${s.ids.import}/returned`, form: {} }),
    nowhere: { path: "/exchange/imports/2000000000/returned", form: {} },
    may: everyone,
    ok: 404,
    shows: () => "fileMissing",
    to: answeringThere,
  },
  "POST /awards/export/file": {
    there: (s) => ({ path: "/awards/export/file", form: exported(s.words.ledger!) }),
    nowhere: { path: "/awards/export/file", form: exported(nobodyHas) },
    may: ["union", "exporter", "hr"],
    shows: (s) => s.words.ledger!,
    to: ["union", "hr"],
  },
  "GET /awards/requests/[id]/files/[fileId]": {
    there: (s) => ({ path: `/awards/requests/${s.ids.request}/files/${s.file}` }),
    nowhere: { path: "/awards/requests/2000000000/files/2000000000" },
    may: [...answeringThere, "lixiaojie"],
  },
  "POST /awards/[id]/revocations/[caseId]/files/[fileId]": {
    there: (s) => ({
      path: `/awards/${s.place.revokedAward}/revocations/${s.ids.revocation}/files/${s.file}`,
      form: {},
    }),
    nowhere: { path: "/awards/2000000000/revocations/2000000000/files/2000000000", form: {} },
    may: ["union", "discipline"],
  },
  // A person's full record: one's own for whoever has one, others' for the union's administrator and HR, with a reason.
  "POST /me/record": { there: () => ({ path: "/me/record", form: {} }), may: employees },
  "POST /employees/[id]/record": {
    there: (s) => ({ path: `/employees/${s.ids.employee}/record`, form: { reason: "本人申请" } }),
    nowhere: { path: "/employees/2000000000/record", form: { reason: "本人申请" } },
    may: ["union", "hr"],
  },
  // One's own upload, which belongs to nobody else until a record takes it. Without a file here.
  "POST /files": { there: () => ({ path: "/files", multipart: { other: "x" } }), may: everyone, ok: 400 },
  // Tells nothing but up or down.
  "GET /api/health": { there: () => ({ path: "/api/health" }), may: everyone },
  // Who signs in is nobody yet: what comes of it is tried in sign-in.spec and single-sign-on.spec.
  "GET /api/auth/[...nextauth]": { there: () => ({ path: "/api/auth/csrf" }), may: everyone },
  "POST /api/auth/[...nextauth]": {
    there: () => ({ path: "/api/auth/callback/credentials", form: { username: "x", password: "x" } }),
    may: everyone,
    ok: 403,
  },
};

/** Open to people without a session. */
export const openHandlers = [
  "GET /api/health",
  "GET /api/auth/[...nextauth]",
  "POST /api/auth/[...nextauth]",
];

function exported(q: string): Record<string, string> {
  return { year: "all", q, columns: "ledgerNumber", rowPer: "award", format: "csv", reason: "核对" };
}
