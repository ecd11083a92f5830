import { readFile } from "node:fs/promises";
import { expect, type Download, type Page } from "@playwright/test";
import { openXlsx, readXlsx, saveXlsx, writeXlsx, type CellValue } from "hucre";
import iconv from "iconv-lite";
import { confirm } from "./steps";

/** A sheet as people keep one: two merged lines above the headings, a running number, dates in every manner. */
export const headings = ["序号", "荣誉名称", "获奖人", "职工工号", "获奖时间"];
export const sheetName = "2022年度";
const above = ["三公司2022年度先进个人汇总表", "填报单位：三公司工会（盖章）"];

export type Row = CellValue[];
type File = { name: string; mimeType: string; buffer: Buffer };

export async function workbook(name: string, rows: Row[]): Promise<File> {
  const across = (row: number) => ({ startRow: row, startCol: 0, endRow: row, endCol: headings.length - 1 });
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheetName,
        rows: [...above.map((text) => [text]), headings, ...rows],
        merges: [across(0), across(1)],
      },
    ],
  });
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name, mimeType, buffer: Buffer.from(bytes) };
}

/** The same rows as an old OA system writes them out. */
export function gbkCsv(name: string, rows: Row[]): File {
  const lines = [...above.map((text) => [text]), headings, ...rows].map((row) =>
    row.map((cell) => cell ?? "").join(","),
  );
  return { name, mimeType: "text/csv", buffer: iconv.encode(lines.join("\r\n"), "gb18030") };
}

export async function readReturned(download: Download) {
  const bytes = await readFile(await download.path());
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const { rows, cells } = sheets[0]!;
  const isColoured = (row: number, column: number) =>
    cells?.get(`${row},${column}`)?.style?.fill !== undefined;
  return { bytes, rows, isColoured };
}

/** What a person does in Excel: opens the returned workbook, writes over some cells, saves it. Rows and columns from 0. */
export async function corrected(
  bytes: Buffer,
  name: string,
  cells: [row: number, column: number, value: CellValue][],
): Promise<File> {
  const book = await openXlsx(bytes);
  for (const [row, column, value] of cells) book.sheets[0]!.rows[row]![column] = value;
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name, mimeType, buffer: Buffer.from(await saveXlsx(book)) };
}

/** What a person does with a template: downloads it, writes a row below the example, saves it. Cells by heading. */
export async function filledTemplate(
  page: Page,
  kind: string,
  row: Record<string, CellValue>,
): Promise<File> {
  await page.goto(`/exchange/imports/new?kind=${kind}`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: `下载${kindWords[kind]}模板`, exact: true }).click(),
  ]);
  const book = await openXlsx(await readFile(await download.path()));
  const { rows } = book.sheets[0]!;
  const head = rows.findIndex((cells) => cells.some((cell) => String(cell).startsWith(Object.keys(row)[0]!)));
  const names = rows[head]!.map((cell) => String(cell ?? "").replace("*", ""));
  rows[head + 2] = names.map((name) => row[name] ?? null);
  expect(Object.keys(row).filter((name) => !names.includes(name))).toEqual([]);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name: `${kindWords[kind]}.xlsx`, mimeType, buffer: Buffer.from(await saveXlsx(book)) };
}

const kindWords: Record<string, string> = {
  organizations: "单位",
  employees: "职工",
  titles: "荣誉称号",
  achievements: "职工创新成果",
  awards: "获奖记录",
};

/** Uploads a workbook and has it checked as it was recognised; ends when the result is there. */
export async function importAwards(page: Page, file: File, kind = "awards"): Promise<void> {
  await page.goto(`/exchange/imports/new?kind=${kind}`);
  await page.getByLabel("表格文件").setInputFiles(file);
  await page.getByRole("button", { name: "上传并识别", exact: true }).click();
  await expect(page).toHaveURL(/\/exchange\/imports\/\d+$/);
  await expect(page.getByText("必填字段都已对应。")).toBeVisible();
  await page.getByRole("button", { name: "开始校验", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "按结果查看" })).toBeVisible();
}

export async function apply(page: Page): Promise<void> {
  await page.getByRole("button", { name: "确认写入", exact: true }).click();
  await confirm(page, "确认写入");
}

/** How many rows the result has of a kind, as its tab says. */
export function tab(page: Page, outcome: string, count: number) {
  return expect(page.getByRole("link", { name: new RegExp(`^${outcome}\\s*${count}$`) })).toBeVisible();
}
