import { beforeAll, expect, it } from "vitest";
import { buildExports, words, wordsIn } from "@/e2e/world/exports";
import { actors, audited } from "@/e2e/world/ledger";
import { readAwardFilter } from "@/lib/awards/schema";
import { csv } from "../sheets/csv";
import { openExport } from "./queries";
import { sheetColumns } from "./rules";
import { rowPers, usualColumns } from "./schema";

const odd = [
  ...[
    "=1+1",
    "'=x",
    "''=",
    "'a",
    "+a",
    "-a",
    "-1",
    "@a",
    "\ttab",
    "\rcr",
    "＝全",
    "＋",
    "－",
    "＠",
    "é=",
    "a=b",
  ],
  ...[
    "a,b",
    ",",
    'say "x"',
    '"',
    ' "',
    "two\nlines",
    "cr\rinside",
    "a\r\nb",
    "\\.",
    "x\\y",
    "\\N",
    "0",
    "𠮷田",
    "\ufffd",
    "[",
    "{",
  ],
];

beforeAll(async () => {
  const world = await buildExports();
  for (const text of odd) {
    const quoted = `E'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
    await world.ownerSql(`${audited.replace("'users'", "'users','awards'")}
      WITH award AS (INSERT INTO awards (title_id, title_name, title_name_en, level_code, category_code, prize_level_code, award_date, award_year, reason, recording_unit_id, created_by_id, updated_by_id, updated_at)
        VALUES (1, ${quoted}, ${quoted}, 'city', 'innovation', 'third', '2020', 2020, ${quoted}, 12, 1, 1, now()) RETURNING id),
      change AS (INSERT INTO award_state_changes (award_id, to_state, changed_by_id) SELECT id, 'draft', 1 FROM award)
      INSERT INTO award_recipients (award_id, position, name, unit_name, post, role, share, employee_id)
        SELECT id, n, ${quoted}, CASE n WHEN 2 THEN ${quoted} END, ${quoted}, CASE n WHEN 2 THEN 'leader' END::recipient_role, 33.3, n FROM award, generate_series(1, 2) AS n`);
  }
}, 120_000);

const english = await wordsIn("en");

it.each(rowPers)(
  "what PostgreSQL writes as lines is what the cells are written as, for each %s",
  async (rowPer) => {
    for (const [isEnglish, said] of [
      [false, words],
      [true, english],
    ] as const) {
      const asked = { columns: usualColumns, rowPer, english: isEnglish, words: said };
      const files = [];
      for (const way of ["lines", "cells"] as const) {
        const ledger = await openExport(actors.admin, readAwardFilter({ year: "all" }, 2023), asked);
        const book = {
          ...{ name: "", columns: sheetColumns(usualColumns, rowPer, said), rowCount: ledger!.rows },
          ...{ notes: { name: "", rows: [] }, batches: ledger!.cells() },
          ...(way === "lines" && { lines: ledger!.lines() }),
        };
        let text = "";
        for await (const piece of csv.write(book)) text += Buffer.from(piece).toString();
        ledger!.close();
        files.push(text);
      }
      expect(files[0]).toBe(files[1]);
      expect(files[0]).toContain("'＝全");
      expect(files[0]).toContain("\r\n");
    }
  },
);
