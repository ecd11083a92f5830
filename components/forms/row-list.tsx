"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { FieldNotes } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { textOf } from "./field-values";
import { useField } from "./use-field";

type Place = { index: number; path: string; key: string };
type Value = Record<string, unknown>;

/** How rows are compared when someone else has saved meanwhile. A value has the row's fields in the order of the form. */
type Stale<Row> = {
  value: (row: Row) => Value;
  row: (value: Value) => Row;
  show: (value: Value, index: number) => string;
};

type Props<Row> = {
  name: string;
  /** What the list is called, for faults that concern it as a whole. */
  label: string;
  rows: readonly Row[];
  children: (row: Row, place: Place) => ReactNode;
  rowLabel: (index: number) => string;
  addLabel: string;
  blank: () => Row;
  ordered?: boolean;
  /** Number, fields and buttons on one line. */
  dense?: boolean;
  max?: number;
  stale?: Stale<Row>;
};

type Goal = { key: string; control: "first" | "up" | "down" };

/** Rows of fields to add, remove and put in order. A row keeps its inputs when it moves, for it is known by its key, not its place. */
export function RowList<Row>(props: Props<Row>) {
  const { name, label, rows, children, rowLabel, addLabel, blank, ordered, dense, max = 200, stale } = props;
  const t = useTranslations("common.rows");
  const [list, setList] = useState(() => rows.map((row, index) => ({ key: `r${index}`, row })));
  const [next, setNext] = useState(rows.length);
  const [said, setSaid] = useState("");
  const [goal, setGoal] = useState<Goal | null>(null);
  const [initial] = useState(() => stale && textOf(rows.map(stale.value)));
  const box = useRef<HTMLFieldSetElement>(null);
  const { id, error, form } = useField(name, label, {
    ...(stale && {
      set: (value) => replace(valuesOf(value).map(stale.row)),
      show: (value) => valuesOf(value).map(stale.show).join("\n"),
    }),
  });

  // A row that is moved in the document loses the focus, and a new one never had it.
  useEffect(() => {
    if (!goal) return;
    const row = box.current?.querySelector(`[data-row="${goal.key}"]`);
    const wanted = row?.querySelector<HTMLButtonElement>(`[data-control="${goal.control}"]`);
    const usable = wanted && !wanted.disabled ? wanted : row?.querySelector<HTMLElement>(anyControl);
    (usable ?? box.current)?.focus();
  }, [goal]);

  function change(changed: typeof list, words: string, focus: Goal | null = null) {
    setList(changed);
    setSaid(words);
    setGoal(focus);
    form.touch(name);
  }

  function add() {
    setNext(next + 1);
    const key = `r${next}`;
    change([...list, { key, row: blank() }], "", { key, control: "first" });
  }

  function replace(changed: readonly Row[]) {
    setNext(next + changed.length);
    change(
      changed.map((row, index) => ({ key: `r${next + index}`, row })),
      "",
    );
  }

  function move(index: number, by: 1 | -1) {
    const changed = [...list];
    const [taken] = changed.splice(index, 1);
    changed.splice(index + by, 0, taken!);
    const control = by === 1 ? "down" : "up";
    change(changed, t("moved", { row: rowLabel(index) }), { key: taken!.key, control });
  }

  function remove(index: number) {
    const near = list[index + 1] ?? list[index - 1];
    const rest = list.filter((_, at) => at !== index);
    change(rest, t("removed", { row: rowLabel(index) }), near ? { key: near.key, control: "first" } : null);
    if (!near) box.current?.focus();
  }

  const tools = (index: number) => (
    <>
      {ordered && (
        <>
          <IconButton
            icon={ArrowUp}
            data-control="up"
            label={t("moveUp", { row: rowLabel(index) })}
            disabled={index === 0}
            onClick={() => move(index, -1)}
          />
          <IconButton
            icon={ArrowDown}
            data-control="down"
            label={t("moveDown", { row: rowLabel(index) })}
            disabled={index === list.length - 1}
            onClick={() => move(index, 1)}
          />
        </>
      )}
      <IconButton
        icon={Trash2}
        data-control="remove"
        label={t("removeRow", { row: rowLabel(index) })}
        onClick={() => remove(index)}
      />
    </>
  );

  return (
    <fieldset
      ref={box}
      id={id}
      name={name}
      data-initial={initial}
      tabIndex={-1}
      aria-label={label}
      className="min-w-0 space-y-3"
    >
      <FieldNotes id={id} error={error} />
      <p role="status" className="sr-only">
        {said}
      </p>
      <ol className={dense ? "divide-y divide-line empty:hidden" : "space-y-3 empty:hidden"}>
        {list.map(({ key, row }, index) => (
          <Frame
            key={key}
            data-row={key}
            path={`${name}.${index}`}
            label={rowLabel(index)}
            number={index + 1}
            dense={dense}
            tools={tools(index)}
          >
            {children(row, { index, path: `${name}.${index}`, key })}
          </Frame>
        ))}
      </ol>
      <Button icon={Plus} disabled={list.length >= max} onClick={add}>
        {addLabel}
      </Button>
    </fieldset>
  );
}

type FrameProps = {
  "data-row": string;
  path: string;
  label: string;
  number: number;
  dense?: boolean;
  tools: ReactNode;
  children: ReactNode;
};

function Frame({ path, label, number, dense, tools, children, ...row }: FrameProps) {
  const { id, error } = useField(path, label);
  const fault = error && <p className="text-xs leading-5 text-danger">{error}</p>;
  if (dense)
    return (
      <li {...row} className="flex items-start gap-3 py-3 first:pt-0">
        <h3 id={id} tabIndex={-1} className="w-5 shrink-0 pt-7 text-right text-ink-3 tabular-nums">
          <span aria-hidden>{number}</span>
          <span className="sr-only">{label}</span>
        </h3>
        <div className="min-w-0 flex-1 space-y-1">
          {children}
          {fault}
        </div>
        <div className="flex shrink-0 pt-6 max-md:flex-col max-md:pt-0">{tools}</div>
      </li>
    );
  return (
    <li {...row} className="rounded-md border border-line bg-paper/60">
      <header id={id} tabIndex={-1} className="flex items-center gap-1 py-1 pr-2 pl-4">
        <h3 className="flex-1 font-semibold text-ink-2">{label}</h3>
        {tools}
      </header>
      <div className={cn("px-4 pb-4", fault && "space-y-2")}>
        {fault}
        {children}
      </div>
    </li>
  );
}

const anyControl = "input:not([type=hidden]), select, textarea, button:not([data-control])";

function valuesOf(value: unknown): Value[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "object" && one !== null) : [];
}
