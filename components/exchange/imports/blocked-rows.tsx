import { useTranslations } from "next-intl";
import type { ImportRowView } from "@/lib/exchange/imports/queries";
import type { Page } from "@/lib/kernel/page";
import { Alert } from "../../ui/alert";
import { TextLink } from "../../ui/text-link";
import { useFaultWords } from "./use-fault-words";

/** Records that were changed since: for their sake nothing was taken back. */
export function BlockedRows({ list }: { list: Page<ImportRowView> }) {
  const t = useTranslations("imports.undoBlocked");
  const say = useFaultWords();
  const rest = list.total - list.rows.length;
  return (
    <Alert tone="danger" title={t("title", { count: list.total })}>
      <p>{t("text")}</p>
      <ul className="mt-1 space-y-0.5">
        {list.rows.map((row) => (
          <li key={row.position}>
            {row.applied ? (
              <TextLink href={row.applied.href}>{t("row", { row: row.sheetRow, label: row.label })}</TextLink>
            ) : (
              t("row", { row: row.sheetRow, label: row.label })
            )}{" "}
            <span className="text-ink-2">{row.faults.map(({ message }) => say(message)).join(" ")}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="mt-1 text-ink-2">{t("more", { count: rest })}</p>}
    </Alert>
  );
}
