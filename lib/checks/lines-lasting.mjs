// What stays whole while much happens at once, or something breaks. The lines that lines.mjs puts together.

const input = "e2e/input.spec.ts";
const records = "lib/db/integrity/records.db.test.ts";
const trial = (name) => `lib/checks/trials/${name}.trial.ts`;

/** @type {Record<string, [says: string, ...held: import("./lines.mjs").Held[]][]>} */
export const lasting = {
  "Two at once": [
    [
      "Two people open one version and both save → the second is told what differs and loses nothing",
      [input, "of two people at one version"],
      ["lib/awards/drafts/commands.db.test.ts", "is refused as stale"],
    ],
    [
      "50 parallel saves of one version → one succeeds",
      ["lib/awards/drafts/commands.db.test.ts", "saved fifty times"],
    ],
    [
      "A double click, one key 20 times → one row, one answer; the same key with another body → 422",
      [input, "a double click makes one award"],
      ["lib/awards/commands.db.test.ts", "sent twenty times", "with another body"],
      "lib/db/idempotency.db.test.ts",
    ],
    [
      "Deleting a title while an award is being added → refused or consistent, no orphan",
      "lib/db/integrity/deletions.db.test.ts",
    ],
  ],
  Crash: [
    [
      "kill -9 of the app 50 times under writes → every acknowledged write is there, up again in 5 s",
      [trial("crash"), "again and again"],
    ],
    [
      "kill -9 of PostgreSQL → 503, not wrong data; reconnects within 10 s",
      [trial("outage"), "kill -9 of the embedded PostgreSQL"],
      ["lib/db/embedded.db.test.ts", "after kill -9 of the server"],
    ],
    [
      "Base backup and WAL, drop a table, restore to the second before → counts, checksums, audit and file hashes equal",
      trial("restore"),
    ],
  ],
  Audit: [
    [
      "Each create, change, confirmation, import, export, sign-in, failure, change of rights → one event, in the same transaction",
      "lib/db/integrity/statements.db.test.ts",
      [records, "nothing changes without its event"],
      ["lib/audit/queries.db.test.ts", "comes with the latest first"],
      [trial("crash"), "during mixed writes"],
    ],
    [
      "Update, delete, truncate, disabling of triggers as the app's role → permission denied",
      [records, "events cannot be changed or removed", "cannot switch the rules off"],
      "lib/db/grants.db.test.ts",
    ],
    [
      "8 writers at once → no gap, no fork, no deadlock, under 20 % cost",
      ["lib/audit/seals/seals.db.test.ts", "eight writers and two sealers"],
      trial("audit"),
    ],
    ["The audit insert fails → so does the change", "lib/audit/record.db.test.ts"],
  ],
  Export: [
    [
      "Cells that start with = + - @ tab CR or full-width ＝＋－＠ → text in LibreOffice; a round trip gives the original",
      trial("formulas"),
      ["lib/exchange/exports/exports.db.test.ts", "keeps texts that look like formulas"],
      ["lib/kernel/text.test.ts", "a round trip gives the original"],
    ],
    [
      "Rows, columns and masks as the list shows for each role; the count in the audit event",
      "lib/exchange/exports/exports.db.test.ts",
      "lib/exchange/exports/rights.db.test.ts",
    ],
    [
      "200,000 rows: first byte within 1 s, memory under 100 MB; four at once don't double the list's p99; client gone → ends within 2 s",
      trial("exports"),
      "lib/exchange/exports/streaming.db.test.ts",
    ],
  ],
  "Privacy and running": [
    ["Seeded ID numbers appear in no list, page payload, log, export or data file", "e2e/privacy.spec.ts"],
    ["8 people at once for 10 minutes, 80/15/5 → no error, p99 under 500 ms, flat memory", trial("people")],
    [
      "SIGTERM under load → started requests finish, exit within 10 s",
      trial("stopping"),
      ["lib/launch/http/server.test.ts", "lets begun requests finish"],
    ],
    [
      "A secret that is missing, default or under 32 bytes → refuses to start in production",
      "lib/env/settings.test.ts",
      "lib/launch/secrets.test.ts",
    ],
  ],
  Faults: [
    [
      "kill -9 of the app and of PostgreSQL during mixed writes → nothing acknowledged is lost, no event without its change",
      [trial("crash"), "during mixed writes"],
    ],
    [
      "Pool exhausted → clear message, recovery without restart",
      [trial("outage"), "every connection of the pool"],
    ],
    ["Disk full for files → clear message, nothing half written, recovery without restart", trial("disk")],
    [
      "Database gone for 10 s and back → clear message, recovery without restart",
      [trial("outage"), "gone for 10 s"],
    ],
  ],
  "More than one machine": [
    [
      "Two instances behind nginx share sign-in, throttling, files and the progress of imports",
      [trial("instances"), "known at the other", "came in at one", "one of two killed"],
    ],
    [
      "A replica answers lists, whoever wrote sees it at once; gone or behind, the primary answers",
      [trial("instances"), "lists come from the replica", "the replica gone"],
      "lib/db/replica.db.test.ts",
    ],
  ],
};
