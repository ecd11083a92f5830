/**
 * The house: what may stand where, and who may import whom. The one list that the boundaries, the vocabulary and the lint
 * rules are made from. A new noun gets its place here and nowhere else.
 */

/**
 * Modules of lib, highest first. A module imports those of lower lines, never its neighbours or those above. A longer
 * path takes its file or folder out of the shorter one: who an actor is stands below the audit writer, sign-in above it.
 */
export const levels = [
  ["retention"],
  ["reports", "search", "exchange"],
  ["certificates", "treatments", "campaigns", "competitions", "mentorships", "stories", "trainings"],
  ["awards"],
  ["achievements", "studios", "teams"],
  ["documents"],
  ["honors"],
  ["users"],
  ["employees"],
  ["organizations"],
  ["jobs", "files"],
  ["inbox"],
  ["audit"],
  ["auth"],
  ["i18n"],
  ["audit/record"],
  ["audit/events"],
  ["auth/scope"],
  ["auth/roles"],
  ["db"],
  ["env"],
  ["kernel"],
];

/** Above everything, imported by nothing. */
export const onTop = ["launch", "checks", "bench"];

/** Modules of lib that are no noun of the domain: plumbing, whose files are named after what they do. */
export const plumbing = [
  "kernel",
  "env",
  "db",
  "auth",
  "audit",
  "inbox",
  "files",
  "jobs",
  "i18n",
  "exchange",
  ...onTop,
];

export const modules = [...new Set([...levels.flat().map((name) => name.split("/")[0]), ...onTop])];
export const nouns = modules.filter((name) => !plumbing.includes(name));

/** Parts that split off a noun past 250 lines; they live in its folder and at its level. */
export const subNouns = {
  organizations: ["intake", "register", "search", "tree"],
  employees: ["assignments", "identities", "intake", "keys", "matching", "publicity", "search"],
  honors: ["bodies", "intake", "programmes", "titles"],
  achievements: ["intake", "search"],
  studios: ["search"],
  documents: ["intake", "scans", "search"],
  awards: [
    "annulments",
    "cases",
    "collectives",
    "drafts",
    "evidence",
    "facts",
    "hits",
    "holders",
    "intake",
    "keys",
    "ledger",
    "lists",
    "mentions",
    "notices",
    "recipients",
    "reconcile",
    "record",
    "repeats",
    "requests",
    "review",
    "revocations",
    "strikes",
    "subjects",
    "validity",
    "verdicts",
    "wall",
    "writing",
  ],
  treatments: ["facts", "ledger"],
  certificates: ["register", "verification"],
  campaigns: ["nominations"],
  exchange: ["dossiers", "imports", "exports", "sheets"],
  users: ["access", "activations", "grants"],
};

/** What a noun's folder in lib may hold, beside tests. */
export const vocabulary = ["schema.ts", "rules.ts", "policy.ts", "queries.ts", "commands.ts", "actions.ts"];

/** Folders of components that know no noun, and pages that belong to none. */
export const frame = ["ui", "forms", "lists", "shell"];
export const screens = ["home", "me", "settings"];

/** First folders of addresses, beside nouns and screens. */
export const addresses = {
  "(public)": ["sign-in", "wall", "verify", "stories"],
  "(registry)": ["audit", "files", "inbox", "search", "reports", "exchange", "account"],
  api: ["auth", "health", "v1", "files", "audit", "search", "exchange", "reports"],
};

export const root = {
  folders: ["app", "components", "lib", "prisma", "public", "e2e", ".ci"],
  files: [
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "next.config.js",
    "proxy.ts",
    "instrumentation.ts",
    "README.md",
    "README.zh-CN.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "LICENSE",
    ".dependency-cruiser.mjs",
    ".gitattributes",
    ".gitignore",
    ".npmrc",
    ".prettierignore",
    ".prettierrc",
    "eslint.config.mjs",
    "knip.json",
    "playwright.config.ts",
    "postcss.config.mjs",
    "prisma.config.ts",
    "vitest.config.ts",
  ],
};

/** Other spellings that people reach for. */
export const spelledOtherwise = {
  organizations: [
    "organisation",
    "organisations",
    "org",
    "orgs",
    "unit",
    "units",
    "department",
    "departments",
  ],
  employees: ["staff", "person", "persons", "people", "worker", "workers"],
  honors: ["honour", "honours"],
  awards: ["prize", "prizes", "honor-award", "honor-awards"],
  documents: ["doc", "docs", "decision", "decisions"],
  teams: ["group", "groups", "collective", "collectives"],
  competitions: ["contest", "contests"],
  certificates: ["cert", "certs"],
  mentorships: ["mentoring", "apprenticeship", "apprenticeships"],
  users: ["accounts"],
};

export const maxLines = 250;
