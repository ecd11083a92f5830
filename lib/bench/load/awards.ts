import { setImmediate as turn } from "node:timers/promises";
import { endOfValidity } from "@/lib/awards/rules";
import { firstDay, lastDay, type PartialDate } from "@/lib/kernel/partial-date";
import { normalizeDocumentNumber } from "@/lib/kernel/text";
import type { Accounts } from "./accounts";
import { type Random, weighted } from "./chance";
import { partial } from "./employees";
import { writeHistory } from "./history";
import type { Programme, Programmes, Title } from "./honors";
import type { Units } from "./organizations";
import type { RecipientWriter } from "./recipients";
import type { Rows } from "./rows";
import { type Sizes, firstYear, lastYear, today } from "./sizes";

type Tables = Record<
  "documents" | "issuers" | "awards" | "bodies" | "papers" | "states" | "events" | "counters",
  Rows
>;
type World = { units: Units; programmes: Programmes; accounts: Accounts; recipients: RecipientWriter };

export const documentColumns =
  "id number number_key title kind signed_on published_on recording_unit_id".split(" ");
export const issuerColumns = "document_id position granting_body_id".split(" ");
export const awardColumns =
  "id ledger_number title_id title_name level_code category_code prize_level_code award_date first_day last_day award_year valid_to bonus reason deeds source evidence_grade state recording_unit_id created_by_id updated_by_id entered_by_ids version created_at updated_at".split(
    " ",
  );
export const awardBodyColumns = "award_id position granting_body_id".split(" ");
export const awardDocumentColumns = "award_id position document_id".split(" ");
export const counterColumns = ["award_year", "last"];

/** Before this year the ledgers are those that each company handed in; since then they were kept in the order of time. */
const kept = 2016;
const brackets = ["〔〕", "〔〕", "〔〕", "[]", "【】", "（）"];
const deeds = "带领班组完成主要管道焊接工装改造，工效提高三成，连续三年无质量事故。";

type Paper = {
  id: number;
  forwards: number | null;
  programme: Programme;
  company: number;
  year: number;
  month: number;
  unitId: number;
};

/** Documents one after the other, each with the awards that it grants. Between them the database gets its turns. */
export async function writeAwards(
  { awards: count, audited }: Sizes,
  { units, programmes, accounts, recipients }: World,
  random: Random,
  tables: Tables,
): Promise<void> {
  const numbers = new Map<string, number>();
  const ledger = new Map<number, number>();
  const company = weighted(units.companies.map(({ weight }) => weight));
  const above = weighted(programmes.above.map(({ weight }) => weight));
  const titles = new Map(
    [...programmes.above, ...programmes.own].map((one) => [
      one,
      weighted(
        one.titles.map(({ weight }) => weight),
        1 << 10,
      ),
    ]),
  );
  const shares = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => 1.09 ** i);
  const old = weighted(shares.slice(0, kept - firstYear));
  const share = (from: number, to: number) =>
    shares.slice(from - firstYear, to - firstYear).reduce((a, b) => a + b, 0);
  const whole = share(firstYear, lastYear + 1);
  const { awards } = tables;

  const weight = units.companies.reduce((sum, one) => sum + one.weight, 0);
  let until = 0;
  for (const [c, one] of units.companies.entries()) {
    until += (count * share(firstYear, kept) * one.weight) / whole / weight;
    await writeUntil(until, (end) => writePaper(c, firstYear + old(random), end));
  }
  for (let year = kept; year <= lastYear; year++) {
    until += (count * share(year, year + 1)) / whole;
    await writeUntil(year === lastYear ? count : until, (end) => writePaper(company(random), year, end));
  }
  for (const [year, last] of [...ledger].sort(([a], [b]) => a - b)) tables.counters.add(year, last);

  async function writeUntil(end: number, write: (end: number) => void): Promise<void> {
    for (let nth = 1; awards.count < end; nth++) {
      write(end);
      if (nth % 64 === 0) await turn();
    }
  }

  function writePaper(c: number, year: number, end: number): void {
    const own = random.chance(0.72);
    const programme = own ? programmes.own[c]! : programmes.above[above(random)]!;
    // Honors are decided around 1 May and at the year's end.
    const month =
      year === lastYear ? random.between(1, 10) : random.pick([1, 3, 4, 4, 4, 5, 5, 6, 9, 11, 12, 12, 12]);
    const unitId = random.chance(0.6) ? units.companyUnions[c]!.id : random.pick(units.branchUnions[c]!).id;
    const id = document(programme, year, month, unitId, "decision");
    const forwards = random.chance(0.04)
      ? document(programme, year, Math.min(12, month + 1), unitId, "circular")
      : null;
    const paper = { id, forwards, programme, company: c, year, month, unitId };
    const many = 1 + Math.floor(-Math.log(1 - random.below(1_000) / 1_000) * (own ? 26 : 7));
    for (let i = Math.min(many, Math.ceil(end - awards.count)); i > 0; i--)
      writeAward(paper, programme.titles[titles.get(programme)!(random)]!);
  }

  function document(programme: Programme, year: number, month: number, unitId: number, kind: string): number {
    const key = `${programme.mark}${year}`;
    const nth = (numbers.get(key) ?? 0) + 1;
    numbers.set(key, nth);
    const [open, close] = [...random.pick(brackets)];
    const number = `${programme.mark}${open}${year}${close}${nth}号`;
    const id = tables.documents.count + 1;
    const on = partial(year, random, month);
    tables.documents.add(
      id,
      number,
      normalizeDocumentNumber(number),
      `关于表彰${year}年度${programme.name}先进集体和先进个人的${kind === "decision" ? "决定" : "通报"}`,
      kind,
      on,
      on,
      unitId,
    );
    programme.bodies.forEach((body, i) => tables.issuers.add(id, i + 1, body));
    return id;
  }

  function writeAward(paper: Paper, title: Title): void {
    const id = awards.count + 1;
    const legacy = paper.year < kept;
    const date = partial(paper.year, random, paper.month) as PartialDate;
    const awardYear = random.chance(0.06) ? paper.year - 1 : paper.year;
    const validTo = endOfValidity(date, title.months);
    const state = stateOf(paper.year, validTo, random);
    const confirmed = state === "effective" || state === "expired" || state === "void";
    const nth = (ledger.get(awardYear) ?? 0) + (confirmed ? 1 : 0);
    if (confirmed) ledger.set(awardYear, nth);
    const number = confirmed ? `${awardYear}-${String(nth).padStart(6, "0")}` : null;
    const prize =
      title.prizes.length > 0
        ? title.prizes[Math.min(random.below(title.prizes.length), random.below(title.prizes.length + 1))]!
        : null;
    const level = random.pick(title.levels);
    const bonus = random.chance(0.35) ? random.between(2, 60) * 100 : null;
    const imported = legacy || random.chance(0.6);
    const source = legacy ? "legacy" : imported ? "import" : random.chance(0.7) ? "manual" : "declared";
    const hand = random.chance(0.1) ? accounts.recorders.length - 1 : paper.company;
    const [recorder, checker] = [accounts.recorders[hand]!, accounts.checkers[hand]!];
    const at = writeHistory(
      tables,
      {
        id,
        state,
        imported,
        legacy,
        audited: id > count - audited,
        year: paper.year,
        month: paper.month,
        recorder,
        checker,
        titleName: title.name,
      },
      random,
    );
    awards.add(
      ...[
        id,
        number,
        title.id,
        title.name,
        level,
        title.category,
        prize,
        date,
        firstDay(date),
        lastDay(date),
        awardYear,
        validTo,
      ],
      ...[
        bonus,
        legacy ? null : "年度表彰",
        random.chance(0.2) ? deeds : null,
        source,
        legacy ? random.pick(["B", "C", "D"]) : random.pick(["A", "B", "C"]),
        state,
      ],
      ...[
        paper.unitId,
        recorder.id,
        confirmed ? checker.id : recorder.id,
        [String(recorder.id)],
        confirmed ? 3 : 2,
        at.created,
        at.changed,
      ],
    );
    paper.programme.bodies.forEach((body, i) => tables.bodies.addIds(id, i + 1, body));
    tables.papers.addIds(id, 1, paper.id);
    if (paper.forwards !== null) tables.papers.addIds(id, 2, paper.forwards);
    recipients.write({
      id,
      kind: random.pick(title.kinds),
      company: paper.company,
      year: awardYear,
      firstDay: firstDay(date),
      bonus,
      unitId: paper.unitId,
      prize: prize !== null,
    });
  }
}

/** Most stand; what was given this year is still on its way here and there. */
function stateOf(year: number, validTo: PartialDate | null, random: Random): string {
  const kind = random.below(1_000);
  if (year === lastYear && kind < 60) return kind < 20 ? "draft" : kind < 54 ? "submitted" : "returned";
  if (kind > 993) return "void";
  return validTo !== null && lastDay(validTo) < today ? "expired" : "effective";
}
