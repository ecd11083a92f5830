"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ImportKind } from "@/lib/exchange/imports/schema";
import { Button } from "../../ui/button";
import { kindIcons } from "./kind-icon";

/** A kind with the names of the fields that it cannot do without. */
export type KindChoice = { kind: ImportKind; needs: readonly string[] };

type Props = { choices: readonly KindChoice[]; kind: ImportKind; onKind: (kind: ImportKind) => void };

export function KindCards({ choices, kind: chosen, onKind }: Props) {
  const t = useTranslations("imports");
  const tc = useTranslations("common");
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold">{t("upload.kinds")}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(12.5rem,1fr))] gap-3">
        {choices.map(({ kind, needs }) => {
          const Icon = kindIcons[kind];
          return (
            <div
              key={kind}
              className="flex flex-col rounded-md border border-line bg-surface shadow-card has-checked:border-honor has-checked:bg-honor-tint"
            >
              <label className="flex-1 px-4 pt-3 pb-2">
                <span className="flex items-center gap-2">
                  <Icon aria-hidden strokeWidth={1.75} className="size-4.5 shrink-0 text-ink-2" />
                  <span className="flex-1 font-semibold">{t(`kind.${kind}`)}</span>
                  <input
                    type="radio"
                    name="kind"
                    value={kind}
                    checked={kind === chosen}
                    onChange={() => onKind(kind)}
                    className="size-4 accent-honor"
                  />
                </span>
                <span className="mt-1 block text-xs leading-5 text-ink-2">{t(`kindText.${kind}`)}</span>
                <span className="mt-1 block text-xs leading-5 text-ink-3">
                  {t("upload.needs", { columns: needs.join(tc("listSeparator")) })}
                </span>
              </label>
              <div className="border-t border-line px-2 py-1.5">
                <Button
                  href={`/exchange/imports/template?kind=${kind}`}
                  download
                  size="sm"
                  variant="ghost"
                  icon={Download}
                  title={t("upload.templateHint")}
                  aria-label={t("upload.templateOf", { kind: t(`kind.${kind}`) })}
                >
                  {t("upload.template")}
                </Button>
              </div>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
