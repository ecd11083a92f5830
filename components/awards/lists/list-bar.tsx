"use client";

import { ClipboardPaste, FolderPlus, ListChecks, Save, Send, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";
import { Kbd } from "./kbd";
import type { Doings } from "./use-keys";

type Props = {
  doings: Doings;
  rows: number;
  open: number;
  waiting: number;
  canUndo: boolean;
  pending: boolean;
};

/** Stays at the lower edge: how far the list has come, and what can be done with it. */
export function ListBar({ doings, rows, open, waiting, canUndo, pending }: Props) {
  const t = useTranslations("awards-lists");
  const tc = useTranslations("common");
  return (
    <div className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center gap-2 border-t border-line bg-surface px-4 py-2 md:-mx-6 md:px-6">
      <p aria-live="polite" className="mr-auto text-ink-2">
        {t("bar.rows", { count: rows })}
        {open > 0 && <span className="ml-3 font-medium text-warning">{t("bar.open", { count: open })}</span>}
        {waiting > 0 && <span className="ml-3 text-info">{t("bar.waiting", { count: waiting })}</span>}
      </p>
      {open > 0 && (
        <Button icon={ListChecks} onClick={doings.nextOpen} title="Alt+N">
          {t("bar.nextOpen")}
        </Button>
      )}
      <Button icon={Undo2} variant="ghost" disabled={!canUndo} onClick={doings.undo} title="Alt+Z">
        {t("bar.undo")}
      </Button>
      <Button icon={Save} pending={pending} onClick={doings.saveDraft} title="Ctrl+S">
        {tc("saveDraft")}
      </Button>
      <Button icon={Send} variant="primary" pending={pending} onClick={doings.submit} title="Ctrl+Enter">
        {tc("submit")}
      </Button>
    </div>
  );
}

/** Above the groups: ways to begin, and the keys. */
export function ListTools({ doings }: { doings: Pick<Doings, "pasteText" | "addGroup"> }) {
  const t = useTranslations("awards-lists");
  const keys = [
    "enter",
    "tab",
    "paste",
    "choice",
    "nextOpen",
    "group",
    "text",
    "remove",
    "undo",
    "save",
    "submit",
  ] as const;
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-2">
        <Button icon={ClipboardPaste} onClick={doings.pasteText} title="Alt+T">
          {t("text.button")}
        </Button>
        <Button icon={FolderPlus} onClick={doings.addGroup} title="Alt+G">
          {t("addGroup")}
        </Button>
      </div>
      <details className="text-xs text-ink-3 max-md:hidden">
        <summary className="w-fit">{t("keys.title")}</summary>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 pt-1.5">
          {keys.map((key) => (
            <li key={key}>
              <Kbd>{t(`keys.${key}.key`)}</Kbd> {t(`keys.${key}.what`)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
