import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { pool } from "@/lib/db/pool";
import type { Cell } from "@/lib/exchange/sheets/sheet";
import { xlsx, xlsxMediaType } from "@/lib/exchange/sheets/xlsx";
import { keep } from "@/lib/files/store";
import { temporaryPath } from "@/lib/files/temporary";
import { size } from "./world";

const headers = [
  ...["荣誉称号", "等级", "级别", "获奖日期", "获奖主体类型", "获奖人", "工号", "单位", "出生年月"],
  ...["文号", "奖金（元）", "事由", "事迹"],
];
type Person = { name: string; number: string; unit: string; birth: string; alone: boolean };

/** A workbook of awards as a union keeps them over the years, in the store; every row of it is right. */
export async function storeWorkbook(rowCount: number) {
  const temporary = await temporaryPath();
  const people = await listPeople();
  const titles = await listTitles();
  const book = xlsx.write({
    name: "台账",
    columns: headers.map((header) => ({ header, width: 16, kind: "text" })),
    rowCount,
    batches: batches(rowCount, people, titles),
    notes: { name: "说明", rows: [["来源", "性能测试"]] },
  });
  await pipeline(book, createWriteStream(temporary));
  const hash = createHash("sha256");
  await pipeline(createReadStream(temporary), hash);
  const sha256 = hash.digest("hex");
  const { size: bytes } = await stat(temporary);
  await keep(temporary, sha256);
  return { sha256, size: bytes, name: "历年获奖台账.xlsx", mediaType: xlsxMediaType } as const;
}

async function* batches(count: number, people: Person[], titles: string[]): AsyncGenerator<Cell[][]> {
  for (let from = 0; from < count; from += 1000)
    yield Array.from({ length: Math.min(1000, count - from) }, (_, index) =>
      row(from + index, people, titles),
    );
}

/** Rows differ in what they name and in how they write it: five forms of a date, brackets of both kinds, up to three winners. */
function row(n: number, people: Person[], titles: string[]): Cell[] {
  const title = 1 + (n % size.titles);
  const round = Math.floor(n / size.documents);
  const [year, month, day] = [2010 + (round % 12), 1 + (Math.floor(round / 12) % 12), 1 + (n % 28)];
  const date = [
    `${year}.${month}`,
    `${year}年${month}月${day}日`,
    `${year}-${month}-${day}`,
    serial(year, month, day),
    `${year}`,
  ];
  const document = 1 + ((n + 37 * round) % size.documents);
  const year2 = 2000 + (document % 25);
  const number = n % 2 === 0 ? `青工发〔${year2}〕${document}号` : `青工发[${year2}]${document}`;
  const prize = title % 2 === 0 ? (["一等奖", "二等奖", "三等奖"][n % 3] ?? null) : null;
  const deeds = n % 3 === 0 ? "带领班组完成管道焊接工装改造，工效提高三成，连续三年无质量事故。" : null;
  return [
    ...[
      titles[title - 1]!,
      prize,
      ["地市", "集团", "公司"][n % 3]!,
      date[n % 5]!,
      ...winners(n, title, people),
    ],
    ...[number, title % 2 === 0 ? String(1000 + (n % 9) * 500) : null, "年度表彰", deeds],
  ];
}

function winners(n: number, title: number, people: Person[]): Cell[] {
  if (title % 5 === 3) {
    const [kind, name] =
      n % 2 === 0 ? ["班组", `第${1 + (n % 500)}班`] : ["创新工作室", `第${1 + (n % 100)}创新工作室`];
    return [kind!, name!, null, null, null];
  }
  if (title % 5 === 4) {
    const [kind, name] =
      n % 2 === 0
        ? ["单位", `第${32 + (n % size.departments)}项目部`]
        : ["创新成果", `第${1 + (n % 500)}项焊接工装革新`];
    return [kind!, name!, null, null, null];
  }
  const shared = n % 6 === 0 ? 3 : n % 6 === 1 ? 2 : 1;
  const named = Array.from({ length: shared }, (_, index) => people[(n * 7 + index * 11) % people.length]!);
  const names = named.map(({ name }) => name).join("、");
  const numbered = n % 3 !== 2 || named.some(({ alone }) => !alone);
  if (numbered) return [null, names, named.map(({ number }) => number).join("、"), null, null];
  return [
    null,
    names,
    null,
    named.map(({ unit }) => unit).join("、"),
    named.map(({ birth }) => birth).join("、"),
  ];
}

function serial(year: number, month: number, day: number): string {
  return String(Date.UTC(year, month - 1, day) / 86_400_000 + 25_569);
}

async function listPeople(): Promise<Person[]> {
  const { rows } = await pool().query<Person>(
    `SELECT e.name, e.work_number AS number, o.name AS unit, e.birth, count(*) OVER (PARTITION BY e.name_key, e.unit_id) = 1 AS alone
     FROM employees e JOIN organizations o ON o.id = e.unit_id ORDER BY e.id`,
  );
  return rows;
}

async function listTitles(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>("SELECT name FROM honor_titles ORDER BY id");
  return rows.map(({ name }) => name);
}
