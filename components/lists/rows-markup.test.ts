import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { isPlain, type PlainRows, rowsMarkup } from "./rows-markup";
import { TableRows } from "./table-rows";

const table: PlainRows = {
  looks: [{ style: "sm n", head: true }, { style: "md" }, {}, { style: "e n" }],
  rows: [
    { href: "/awards/1", cells: ["2025-0001", "劳动模范", null, 3] },
    { href: '/awards?q="><b', cells: ["<script>alert(1)</script>", `"A" & 'B'`, "", 0] },
    {
      cells: [
        "无链接",
        { tone: "danger", text: "<i>撤销</i>" },
        { tone: "success", text: "有效", note: "王 & 李" },
        null,
      ],
    },
  ],
};

it("draws what the elements of a table draw, with every text escaped", () => {
  const rows = table.rows.map((row, key) => ({ key, ...row }));
  const drawn = renderToStaticMarkup(createElement(TableRows, { looks: table.looks, rows }));
  expect(`<tbody>${rowsMarkup(table)}</tbody>`).toBe(drawn);
});

it("takes words, numbers and marked words, and nothing that React has to draw", () => {
  expect(["劳动模范", 0, null, { tone: "gold", text: "有效" }].every(isPlain)).toBe(true);
  expect([createElement("b"), undefined, true, [1]].some(isPlain)).toBe(false);
});
