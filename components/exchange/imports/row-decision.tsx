import { useTranslations } from "next-intl";
import { decideRow } from "@/lib/exchange/imports/actions";
import type { ImportRowView, ImportView } from "@/lib/exchange/imports/queries";
import { ActionButton } from "../../forms/action-button";

type Props = { row: ImportRowView; batch: Pick<ImportView, "id" | "kind"> };

/** Kinds of which a row may be another one than the record that it looks like. */
export const mayBeAnother: readonly string[] = ["awards", "achievements", "employees"];

/** That a row is another honor, achievement or person than the one it looks like. */
export function AnotherButton({ row, batch }: Props) {
  const t = useTranslations("imports.result");
  return (
    <ActionButton
      action={decideRow}
      input={{
        id: batch.id,
        position: row.position,
        decision: { ...(batch.kind !== "employees" && row.decision), isAnother: true },
      }}
      size="sm"
      doneMessage={t("anotherDone")}
    >
      {t.has(`another.${batch.kind}`) ? t(`another.${batch.kind}`) : t("another.awards")}
      <span className="sr-only">{t("rowNumber", { row: row.sheetRow })}</span>
    </ActionButton>
  );
}

/** What a person decided about a row, and the way back. */
export function Decided({ row, batch, mayDecide }: Props & { mayDecide: boolean }) {
  const t = useTranslations("imports.result");
  const { isAnother, people } = row.decision ?? {};
  if (!isAnother && Object.keys(people ?? {}).length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-3">
      {isAnother ? t("decidedAnother") : t("decided")}
      {mayDecide && (
        <ActionButton
          action={decideRow}
          input={{ id: batch.id, position: row.position, decision: {} }}
          size="sm"
          variant="ghost"
          doneMessage={t("againDone")}
        >
          {t("again")}
          <span className="sr-only">{t("rowNumber", { row: row.sheetRow })}</span>
        </ActionButton>
      )}
    </p>
  );
}
