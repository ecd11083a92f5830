"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, type RefObject } from "react";
import { formatInstant } from "@/lib/i18n/format";
import { Alert } from "../ui/alert";
import type { Registered } from "./form-context";
import { textOf, writeField } from "./field-values";
import type { StaleRow } from "./stale-compare";

type Props = {
  form: RefObject<HTMLFormElement | null>;
  fields: ReadonlyMap<string, Registered>;
  rows: readonly StaleRow[];
  /** The row as it is now; `changedBy` and `changedAt` say whose change it was. */
  current?: unknown;
};

/** Shows where their values differ from what was sent, and lets each be chosen. */
export function StaleNotice({ form, fields, rows, current }: Props) {
  const t = useTranslations("common.stale");
  const locale = useLocale();
  const { changedBy, changedAt } = (current ?? {}) as { changedBy?: string; changedAt?: Date | string };
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: "center" });
  }, []);

  function choose(row: StaleRow, side: "theirs" | "mine") {
    if (form.current) writeField(form.current, fields, row.name, side === "theirs" ? row.theirs : row.mine);
  }

  const words = (row: StaleRow, value: unknown) =>
    row.format?.(value) || fields.get(row.name)?.show?.(value) || textOf(value) || "—";

  return (
    <Alert
      ref={box}
      tabIndex={-1}
      live
      tone="warning"
      title={
        changedBy && changedAt
          ? t("titleBy", { name: changedBy, time: formatInstant(changedAt, locale) })
          : t("title")
      }
    >
      <p>{rows.length === 0 ? t("same") : t("text")}</p>
      {rows.length > 0 && (
        <div className="mt-3 overflow-x-auto rounded-sm border border-warning-line bg-surface">
          <table className="w-full text-left">
            <thead className="bg-sunken text-ink-2">
              <tr>
                <th scope="col" className="px-3 py-1.5 font-medium">
                  {t("field")}
                </th>
                <th scope="col" className="px-3 py-1.5 font-medium">
                  {t("theirs")}
                </th>
                <th scope="col" className="px-3 py-1.5 font-medium">
                  {t("yours")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.name} className="border-t border-line align-top">
                  <th scope="row" className="px-3 py-2 font-medium whitespace-nowrap">
                    {row.label}
                  </th>
                  {(["theirs", "mine"] as const).map((side) => (
                    <td key={side} className="px-3 py-1">
                      <label className="flex min-h-8 items-start gap-2 py-1">
                        <input
                          type="radio"
                          name={`stale:${row.name}`}
                          form=""
                          defaultChecked={row.start === side}
                          onChange={() => choose(row, side)}
                          aria-label={`${row.label} ${side === "theirs" ? t("takeTheirs") : t("keepMine")}`}
                          className="mt-1 size-4 shrink-0 accent-honor"
                        />
                        <span className="whitespace-pre-line">{words(row, row[side])}</span>
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Alert>
  );
}
