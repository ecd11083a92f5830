"use client";

import { useEffect, useMemo, useReducer, useState } from "react";
import { useTranslations } from "next-intl";
import { employeeHint } from "@/lib/employees/rules";
import type { EnteredAward, LookUpAsk, LookUpCandidate, TitleChoice } from "@/lib/awards/lists/schema";
import { freshGroups, isEmpty, keepDraft, readDraft } from "./draft";
import { isBlank, kindOfRow, namesOf, reduce, type Group, type Row } from "./model";
import { askKey, findTwice, statusOf, type Answers, type RowStatus } from "./status";
import { useLookUps } from "./use-look-ups";

type Start = {
  document: { id: number; date: string | null };
  titles: readonly TitleChoice[];
  entered: readonly EnteredAward[];
  /** The key under which this list is saved, once. */
  listKey: string;
  place: string;
};

/** The list as it is typed, with what is known of every row of it. */
export function useList({ document, titles, entered, listKey, place }: Start) {
  const te = useTranslations("employees");
  const [kept] = useState(() => readDraft(place));
  // Let go of once another list was saved under it; the refreshed page brings the next one.
  const [held, setHeld] = useState<string | null>(kept?.key ?? listKey);
  const key = held ?? listKey;
  const [{ groups, past }, change] = useReducer(reduce, {
    groups: kept?.groups ?? freshGroups(document.date),
    past: [],
  });
  const titleOf = useMemo(() => new Map(titles.map((title) => [title.id, title])), [titles]);
  const wanted = useMemo(() => asksOf(groups, titleOf), [groups, titleOf]);
  const { answers, fault, retry } = useLookUps(document.id, wanted);
  const hint = useMemo(
    () => (one: LookUpCandidate) => employeeHint({ ...one, unitName: one.unit }, te),
    [te],
  );
  // Unit and work number say enough beside a row; the window shows all that tells namesakes apart.
  const brief = useMemo(
    () => (one: LookUpCandidate) =>
      employeeHint({ unitName: one.unit, workNumber: one.workNumber, birthYear: null, last4: null }, te),
    [te],
  );
  const statuses = useMemo(
    () =>
      new Map(
        groups.flatMap(({ titleId, rows }) =>
          rows.map((row) => [row.key, remembered(row, titleOf.get(titleId ?? 0), answers, brief)] as const),
        ),
      ),
    [groups, titleOf, answers, brief],
  );
  const twice = useMemo(() => findTwice(groups, statuses, entered), [groups, statuses, entered]);

  useEffect(() => keepDraft(place, { key, groups }), [place, key, groups]);

  return {
    ...{ groups, change, statuses, twice, titleOf, hint, brief, lookUpFault: fault, retryLookUp: retry },
    ...{ canUndo: past.length > 0, unsaved: !isEmpty(groups), restored: kept !== null },
    ...{ key, renewKey: () => setHeld(null) },
  };
}

function asksOf(groups: readonly Group[], titleOf: ReadonlyMap<number, TitleChoice>): Map<string, LookUpAsk> {
  const asks = new Map<string, LookUpAsk>();
  for (const { titleId, rows } of groups)
    for (const row of rows) {
      if (isBlank(row)) continue;
      const kind = kindOfRow(row, titleOf.get(titleId ?? 0));
      for (const named of namesOf(row.cells.name, kind)) {
        const { name, workNumber } = named;
        const unit = row.cells.unit;
        asks.set(askKey(kind, named, unit), {
          kind,
          name: name.slice(0, 300),
          unit: unit.slice(0, 200),
          workNumber,
        });
      }
    }
  return asks;
}

type Known = { title: TitleChoice | undefined; answers: Answers; hint: unknown; status: RowStatus };
/** What a row came to, as long as neither it nor what is known has changed: typing in one row leaves the others alone. */
const memory = new WeakMap<Row, Known>();

function remembered(
  row: Row,
  title: TitleChoice | undefined,
  answers: Answers,
  hint: (candidate: LookUpCandidate) => string,
): RowStatus {
  const known = memory.get(row);
  if (known && known.title === title && known.answers === answers && known.hint === hint) return known.status;
  const status = statusOf(row, title, answers, hint);
  memory.set(row, { title, answers, hint, status });
  return status;
}
