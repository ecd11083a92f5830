import { recipientRoles } from "@/lib/awards/schema";
import { cells, type Cell } from "./model";

/** A block of cells out of the clipboard: a table of a page or of Word, or lines parted by tabs; null for plain words. */
export function readBlock(data: Pick<DataTransfer, "getData">): string[][] | null {
  const table = readTable(data.getData("text/html"));
  const text = data.getData("text/plain");
  if (table && (table.length > 1 || (table[0]?.length ?? 0) > 1)) return table;
  if (!/[\t\n\r]/.test(text.replace(/[\r\n]+$/, ""))) return null;
  return readTabbed(text);
}

/** Excel and WPS put a cell with a line end or a quote between quotes. */
export function readTabbed(text: string): string[][] {
  const rows: string[][] = [[""]];
  const put = (more: string) => void (rows.at(-1)![rows.at(-1)!.length - 1] += more);
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at]!;
    const begins = rows.at(-1)!.at(-1) === "";
    const quoted = one === '"' && begins ? /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(at)) : null;
    if (quoted) {
      put(quoted[1]!.replaceAll('""', '"').replace(/\s*[\r\n]+\s*/g, "、"));
      at += quoted[0].length - 1;
    } else if (one === "\t") rows.at(-1)!.push("");
    else if (one === "\n" || one === "\r") {
      if (one === "\r" && text[at + 1] === "\n") at += 1;
      rows.push([""]);
    } else put(one);
  }
  return tidy(rows);
}

function readTable(html: string): string[][] | null {
  if (!/<table/i.test(html)) return null;
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  const grid: string[][] = [];
  [...table.rows].forEach((row, r) => {
    let column = 0;
    for (const cell of row.cells) {
      while (grid[r]?.[column] !== undefined) column += 1;
      const text = (cell.textContent ?? "").replace(/\s+/g, " ").trim();
      // A merged cell speaks for every row that it spans.
      for (let down = 0; down < Math.max(1, cell.rowSpan); down += 1)
        for (let across = 0; across < Math.max(1, cell.colSpan); across += 1)
          (grid[r + down] ??= [])[column + across] = across === 0 ? text : "";
    }
  });
  return tidy(grid.slice(0, table.rows.length).map((row) => Array.from(row, (cell) => cell ?? "")));
}

function tidy(rows: string[][]): string[][] {
  const trimmed = rows.map((row) => row.map((cell) => cell.trim()));
  return trimmed.filter((row) => row.some((cell) => cell !== ""));
}

type Words = Record<string, string>;

/** What the columns of a block hold: by their headings, where the first row is one; else from the cell on into which it was pasted. */
export function placeBlock(block: string[][], from: Cell, roles: Words): Partial<Record<Cell, string>>[] {
  const [first = [], ...others] = block;
  const named = first.map((text) => headings[text.replace(/[\s*＊:：]|（.*?）|\(.*?\)/g, "")]);
  const isHeading = named.filter((one) => one !== undefined).length >= Math.min(2, first.length);
  const start = cells.indexOf(from);
  const numbered = !isHeading && from === "name" && isNumbering(block);
  const columns: (Cell | "number" | "workNumber" | undefined)[] = isHeading
    ? named
    : first.map((_, index) =>
        numbered ? (index === 0 ? "number" : cells[index - 1]) : cells[start + index],
      );
  return (isHeading ? others : block).map((row) => {
    const line: Partial<Record<Cell, string>> = {};
    let workNumber = "";
    const rest: string[] = [];
    row.forEach((text, index) => {
      const column = columns[index] ?? "rest";
      if (text === "" || column === "number") return;
      if (column === "workNumber") workNumber = text;
      else if (column === "rest") rest.push(isHeading && first[index] ? `${first[index]}：${text}` : text);
      else if (column === "role") {
        const role = roles[text];
        if (role) line.role = role;
        else rest.push(text);
      } else line[column] = text;
    });
    if (workNumber !== "") line.name = `${line.name ?? ""} ${workNumber}`.trim();
    if (rest.length > 0) line.rest = rest.join("；");
    return line;
  });
}

/** 1, 2, 3 … in the first column is the numbering of the list. */
function isNumbering(block: string[][]): boolean {
  return block[0]!.length > 1 && block.every((row, index) => row[0] === "" || Number(row[0]) === index + 1);
}

const headings: Record<string, Cell | "number" | "workNumber"> = {
  ...{ 序号: "number", 编号: "number", No: "number", "No.": "number" },
  ...{
    姓名: "name",
    职工姓名: "name",
    获奖人: "name",
    获奖者: "name",
    获奖人员: "name",
    获奖主体: "name",
    名称: "name",
  },
  ...{
    成果名称: "name",
    项目名称: "name",
    班组名称: "name",
    集体名称: "name",
    工作室名称: "name",
    Name: "name",
  },
  ...{
    单位: "unit",
    所在单位: "unit",
    工作单位: "unit",
    单位名称: "unit",
    部门: "unit",
    所属单位: "unit",
    Unit: "unit",
  },
  ...{ 岗位: "post", 职务: "post", 工种: "post", 职业: "post", 职称: "post", 岗位名称: "post", Post: "post" },
  ...{ 角色: "role", 完成人角色: "role", Role: "role" },
  ...{
    名次: "rank",
    排名: "rank",
    Rank: "rank",
    奖金: "bonus",
    奖金元: "bonus",
    金额: "bonus",
    Bonus: "bonus",
  },
  ...{ 备注: "note", 说明: "note", 事由: "note", Note: "note", Remarks: "note" },
  ...{ 工号: "workNumber", 职工编号: "workNumber", 员工编号: "workNumber" },
};

/** Roles by their words and their codes. */
export function roleWords(say: (role: (typeof recipientRoles)[number]) => string): Words {
  return Object.fromEntries(
    recipientRoles.flatMap((role) => [
      [say(role), role],
      [role, role],
    ]),
  );
}
