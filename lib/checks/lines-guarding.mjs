// Who gets in, what they may, what they may send. The lines that lines.mjs puts together.

const signIn = "lib/auth/sign-in.db.test.ts";
const sessions = "lib/auth/sessions.db.test.ts";
const input = "e2e/input.spec.ts";
const lists = "e2e/input-lists.spec.ts";
const handlers = "e2e/input-handlers.spec.ts";
const hostile = "lib/exchange/sheets/hostile.test.ts";
const trial = (name) => `lib/checks/trials/${name}.trial.ts`;

/** @type {Record<string, [says: string, ...held: import("./lines.mjs").Held[]][]>} */
export const guarding = {
  "Sign-in": [
    [
      "50 wrong passwords for one account → growing delay, an event each, and the right one from another address works",
      [signIn, "closes an account to an address", "closes for two minutes", "counts fifty at once"],
    ],
    ["One password against many accounts from one address → throttled too", [signIn, "holds one password"]],
    [
      "7 characters refused, 64 with spaces and Chinese kept whole, common ones and the own work number refused",
      "lib/auth/password-rules.test.ts",
      [signIn, "keeps a long password whole"],
      ["lib/auth/own-account.db.test.ts", "is refused where it is wrong, short, common"],
    ],
    [
      "Signing in while holding a session → a new one, the old one dead; only the token's hash is stored",
      [sessions, "for the old session when the same browser signs in again"],
      [signIn, "opens a session of which only the hash is kept"],
    ],
    [
      "A copied cookie after sign-out, new password, shut account, lost role, ended session → refused at the next request",
      sessions,
      [
        "lib/users/access/commands.db.test.ts",
        "disables with a reason",
        "resets a password",
        "ends one session",
      ],
      ["lib/users/grants/grants.db.test.ts", "takes it away: both hold at the next read"],
      ["e2e/users.spec.ts", "disabled: the next request is refused", "a changed password ends"],
      "e2e/copied-cookie.spec.ts",
    ],
    [
      "Every answer, errors and downloads too, carries CSP, nosniff, Referrer-Policy, no X-Powered-By; signed-in ones no-store",
      ["lib/launch/http/server.test.ts", "puts its headers on every answer"],
      "e2e/headers.spec.ts",
    ],
  ],
  Rights: [
    [
      "Role × every route, action and handler, listed by machine → exactly the declared table",
      ["e2e/access.spec.ts", "has its line in the table", "reaches the declared", "without a session"],
      ["e2e/actions.spec.ts", "has its line in the table"],
      ["e2e/handlers.spec.ts", "has its line in the table"],
    ],
    [
      "Records, files, history, exports of another unit by id → as if they did not exist, no trace in counts or suggestions",
      ["e2e/access.spec.ts", "what lies in another unit does not exist", "unknown, overlong and hostile ids"],
      ["e2e/handlers.spec.ts", "no trace of what lies outside"],
      [lists, "of another unit nothing is told"],
    ],
    [
      "Every server action posted directly without a session, as a viewer, with another unit's ids → refused, audited, nothing changed",
      [
        "e2e/actions.spec.ts",
        "is refused every action that is not theirs",
        "without a session every action is refused",
      ],
    ],
    [
      "Extra fields (status, unit, author, version, id) → never written",
      ["e2e/input-forged.spec.ts", "fields that a form does not have are never written"],
    ],
    [
      "Confirming one's own entry, the system administrator editing an award, the auditor changing anything → refused",
      [
        "lib/awards/review/commands.db.test.ts",
        "nobody confirms what they entered",
        "the system's administrator confirm nothing",
      ],
      ["e2e/actions.spec.ts", "is refused every action that is not theirs"],
    ],
    [
      "Cross-site posts → refused; no GET changes anything",
      [
        "e2e/actions.spec.ts",
        "a post from another site",
        "forms and text posted",
        "changes anything by being opened",
      ],
      "lib/launch/http/origin.test.ts",
    ],
  ],
  Input: [
    [
      "SQL metacharacters, %, _, \\, NUL, 1 MB of text, lone surrogates → 400 or stored unchanged, % finds only itself, never 500",
      [lists, "a per cent sign", "searches answer whatever is asked"],
      [handlers, "actions take any object"],
      ["e2e/input-unread.spec.ts", "answered 400, not 500"],
      [input, "emoji, rare characters"],
    ],
    [
      "Sort by an unknown column, page −1 or 1e9, size 100000 → 400 or clamped",
      [lists, "lists make the best of any address"],
      ["lib/kernel/fields.test.ts", "page, size and sort", "nothing in a URL makes them throw"],
    ],
    [
      "2026-02-30, award before hiring, prize level not of the title, bonus −1, 1e20, 0.005 → refused, the field named",
      [
        input,
        "a month without a year",
        "an award before the hiring",
        "amounts that are none",
        "a title with prize levels",
      ],
      "lib/kernel/partial-date.test.ts",
    ],
    [
      "Names with ·, 𠮷, 𬭎, wide spaces, zero-width and direction marks → equal names match, invisible marks gone",
      "lib/kernel/text.test.ts",
      [input, "emoji, rare characters"],
    ],
  ],
  Files: [
    [
      "An .xlsx that is an exe, html, xls, csv or another zip; CSV in GBK, UTF-16, with BOM → told by content",
      hostile,
      ["lib/exchange/sheets/reader.test.ts", "CSV"],
      "lib/files/kinds.test.ts",
    ],
    [
      "1 MB that unpacks to 1 GB, forged sizes, 100,000 entries, dimension and validations of whole columns → refused in 5 s, memory under 150 MB, others not slowed",
      [hostile, "workbooks that are refused"],
      trial("hostile"),
    ],
    [
      "External entities, external links, macros, formulas → no request, no file read",
      [hostile, "programs, links to elsewhere"],
    ],
    [
      "Names ../../x, 300 characters, quotes and line breaks → own id on disk, safe download header",
      "lib/files/names.test.ts",
      [handlers, "names of files are made harmless"],
    ],
    [
      "0001234, 18-digit ids, 1E5, serial dates, 2026.5 → right values",
      "lib/exchange/sheets/number-format.test.ts",
      "lib/kernel/cell-date.test.ts",
      "lib/kernel/cell-number.test.ts",
    ],
  ],
};
