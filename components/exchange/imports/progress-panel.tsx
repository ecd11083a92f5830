"use client";

import { useTranslations } from "next-intl";
import { cancelImport } from "@/lib/exchange/imports/actions";
import type { ImportProgress } from "@/lib/exchange/imports/queries";
import type { ImportMode } from "@/lib/exchange/imports/schema";
import { ActionDialog } from "../../forms/action-dialog";
import { Button } from "../../ui/button";
import { ProgressBar } from "./progress-bar";
import { partDone } from "./part-done";
import { useProgress } from "./use-progress";

type Props = { id: number; mode: ImportMode; first: ImportProgress; mayCancel: boolean };

/** What the server does with the workbook just now. Every line keeps its height, whatever it says. */
export function ProgressPanel({ id, mode, first, mayCancel }: Props) {
  const t = useTranslations("imports.progress");
  const { progress, ended, lost } = useProgress(id, first);
  const phase = progress.phase ?? "waiting";
  const part = partDone(progress);
  const percent = part === null ? null : Math.floor(part * 100);
  const text = {
    waiting: t("openText"),
    open: t("openText"),
    check: t("checkText"),
    apply: t(mode === "all" ? "applyAllText" : "applyText"),
    undo: t("undoText"),
  }[phase];
  return (
    <section
      aria-labelledby="import-phase"
      className="rounded-md border border-line bg-surface px-5 py-4 shadow-card"
    >
      <div className="flex items-end justify-between gap-4">
        <div className="min-w-0">
          <h2 id="import-phase" className="font-semibold">
            {t(phase)}
          </h2>
          <p className="truncate text-ink-2">{text}</p>
        </div>
        <p aria-hidden className="font-serif text-2xl leading-8 font-semibold tabular-nums">
          {percent === null ? "" : t("percent", { percent })}
        </p>
      </div>
      <div className="mt-3">
        <ProgressBar part={part} label={t(phase)} />
      </div>
      <Counts progress={progress} ended={ended} />
      <div className="mt-4 flex min-h-8 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-3">
        <p className="min-w-0 flex-1 basis-48 text-xs text-ink-3">
          {t(ended ? "ended" : lost ? "lost" : "leave")}
        </p>
        {mayCancel && (
          <ActionDialog
            trigger={<Button disabled={ended}>{t("cancel")}</Button>}
            title={t("cancelTitle")}
            text={
              phase === "apply"
                ? t(mode === "all" ? "cancelApplyAll" : "cancelApplyBatches")
                : t("cancelText")
            }
            action={cancelImport}
            input={{ id }}
            confirmLabel={t("cancel")}
            doneMessage={t("cancelled")}
            danger
          />
        )}
      </div>
      {/* Read out at every quarter, not at every row. */}
      <p role="status" className="sr-only">
        {lost
          ? t("lost")
          : ended
            ? t("ended")
            : percent === null
              ? t(phase)
              : t("announce", { phase: t(phase), percent: percent - (percent % 25) })}
      </p>
    </section>
  );
}

function Counts({ progress, ended }: { progress: ImportProgress; ended: boolean }) {
  const t = useTranslations("imports.progress");
  const { phase, read, checked, applied, total, secondsLeft } = progress;
  const count = (done: number) =>
    total === null ? t("rows", { count: done }) : t("of", { count: done, total });
  const left =
    ended || (secondsLeft !== null && secondsLeft < 1)
      ? t("finishing")
      : secondsLeft === null
        ? t("unknown")
        : secondsLeft < 60
          ? t("seconds", {
              count: secondsLeft > 10 ? Math.ceil(secondsLeft / 5) * 5 : Math.ceil(secondsLeft),
            })
          : t("minutes", { count: Math.ceil(secondsLeft / 60) });
  const facts = [
    [t("read"), t("rows", { count: read })],
    [
      t("checked"),
      phase === "check" ? count(checked) : phase === "open" ? "—" : t("rows", { count: checked }),
    ],
    [
      t(phase === "undo" ? "undone" : "applied"),
      phase === "apply" || phase === "undo" ? count(applied) : "—",
    ],
    [t("left"), left],
  ];
  return (
    <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-2 md:grid-cols-4">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt className="text-xs text-ink-3">{term}</dt>
          <dd className="truncate tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
