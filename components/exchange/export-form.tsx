"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, type SubmitEvent } from "react";
import { checkRecent } from "@/lib/auth/actions";
import {
  exportFormats,
  reasonMax,
  rowPers,
  wantsProof,
  type ExportFormat,
  type RowPer,
} from "@/lib/exchange/exports/schema";
import { refuse } from "@/lib/kernel/result";
import { useStepUp } from "../forms/step-up";
import { useFaultSentence } from "../forms/use-fault-text";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { RadioGroup } from "../ui/radio-group";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toaster";
import { ColumnPicker } from "./column-picker";
import type { Choice } from "./export-workbench";

type Props = {
  filter: readonly (readonly [string, string])[];
  rows: Readonly<Record<RowPer, number>>;
  choice: Choice;
  turn: number;
  numbers: boolean;
  onChoice: (changed: Partial<Choice>) => void;
};

/** Milliseconds in which a second click is taken for a slip: each export is put down. */
const pause = 3_000;

/** A plain form, so that the browser saves the answer as it comes, without keeping it in the page's memory first. */
export function ExportForm({ filter, rows, choice, turn, numbers, onChoice }: Props) {
  const t = useTranslations("exports");
  const [faults, setFaults] = useState<{ columns?: string; reason?: string }>({});
  const [started, setStarted] = useState(false);
  const [resting, setResting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const empty = rows.award === 0;
  const confirmed = useStepUp();
  const sentence = useFaultSentence();

  function submit(event: SubmitEvent<HTMLFormElement>) {
    if (resting) return event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    const found = {
      ...(choice.columns.length === 0 && { columns: t("form.columnRequired") }),
      ...(reason === "" && { reason: t("form.reasonRequired") }),
    };
    setFaults(found);
    setStarted(false);
    if (found.columns ?? found.reason) {
      event.preventDefault();
      return form.current
        ?.querySelector<HTMLElement>(found.columns ? "[data-columns] input" : "textarea")
        ?.focus();
    }
    setResting(true);
    if (!wantsProof(choice.columns, rows[choice.rowPer])) return start();
    event.preventDefault();
    void confirmFirst(event.currentTarget);
  }

  /** The answer is a file, which no action can bring: identity first, then the form goes out as it is. */
  async function confirmFirst(sent: HTMLFormElement) {
    const result = await confirmed(checkRecent).catch(() => refuse({ code: "unavailable" }));
    if (result.ok) {
      sent.submit();
      return start();
    }
    setResting(false);
    toast.error(sentence(result.fault));
  }

  function start() {
    setStarted(true);
    setTimeout(() => setResting(false), pause);
  }

  return (
    <Card>
      <form
        ref={form}
        method="post"
        action="/awards/export/file"
        noValidate
        aria-label={t("form.label")}
        onSubmit={submit}
        className="space-y-5"
      >
        {filter.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
          <div className="space-y-1">
            <h2 className="text-sm font-medium">{t("form.rows")}</h2>
            <RadioGroup
              key={turn}
              name="rowPer"
              legend={t("form.rows")}
              defaultValue={choice.rowPer}
              options={rowPers.map((value) => ({
                value,
                label: t(`rowPer.${value}`),
                hint: t(`rowPerHint.${value}`, { count: rows[value] }),
              }))}
              onValue={(value) => onChoice({ rowPer: value as RowPer })}
              className="flex-col"
            />
          </div>
          <div className="space-y-1">
            <h2 className="text-sm font-medium">{t("form.format")}</h2>
            <RadioGroup
              key={turn}
              name="format"
              legend={t("form.format")}
              defaultValue={choice.format}
              options={exportFormats.map((value) => ({
                value,
                label: t(`format.${value}`),
                hint: t(`formatHint.${value}`),
              }))}
              onValue={(value) => onChoice({ format: value as ExportFormat })}
              className="flex-col"
            />
          </div>
        </div>
        <ColumnPicker
          columns={choice.columns}
          rowPer={choice.rowPer}
          error={faults.columns}
          numbers={numbers}
          onColumns={(columns) => onChoice({ columns })}
        />
        <Field
          id="export-reason"
          label={t("form.reason")}
          hint={t("form.reasonHint")}
          error={faults.reason}
          required
        >
          <Textarea
            name="reason"
            rows={2}
            maxLength={reasonMax}
            onInput={() => faults.reason && setFaults({ ...faults, reason: undefined })}
          />
        </Field>
        <div className="flex flex-wrap items-center gap-3 border-t border-line pt-4">
          <Button
            type="submit"
            variant="primary"
            icon={Download}
            disabled={empty}
            aria-disabled={resting || undefined}
          >
            {t("form.submit")}
          </Button>
          <p role="status" className="text-ink-2 empty:hidden">
            {started ? t("form.started") : ""}
          </p>
        </div>
      </form>
    </Card>
  );
}
