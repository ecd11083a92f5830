import { useLocale, useTranslations } from "next-intl";
import type { ImportView } from "@/lib/exchange/imports/queries";
import { formatInstant } from "@/lib/i18n/format";
import { Alert } from "../../ui/alert";

/** Where the import stands and what can be done now, in two sentences. */
export function ResultSummary({ view }: { view: ImportView }) {
  const t = useTranslations("imports.result");
  const locale = useLocale();
  const { state, mode, counts } = view;
  const writable = counts.new + counts.changed;
  const by = (name: string | null, at: Date | null) => ({
    name: name ?? "",
    time: at ? formatInstant(at, locale) : "",
  });
  if (state === "applied" && view.cancelledAt)
    return (
      <Alert tone="warning" title={t("applyStopped", { applied: counts.applied })}>
        {t("cancelledPartly", by(view.cancelledBy, view.cancelledAt))}
      </Alert>
    );
  if (state === "applied")
    return (
      <Alert tone="success" title={t("applied", { applied: counts.applied })}>
        <p>{t("appliedText", by(view.appliedBy, view.appliedAt))}</p>
        {counts.faulty > 0 && <p>{t("appliedRest", counts)}</p>}
      </Alert>
    );
  if (state === "undone")
    return (
      <Alert tone="info" title={t("undone")}>
        {t("undoneText", by(view.undoneBy, view.undoneAt))}
      </Alert>
    );
  if (state === "cancelled")
    return (
      <Alert tone="info" title={t("cancelled")}>
        {t("cancelledText", by(view.cancelledBy, view.cancelledAt))}
      </Alert>
    );
  if (state !== "checked") return null;
  if (writable === 0)
    return counts.faulty > 0 ? (
      <Alert tone="danger" title={t("allFaulty", counts)}>
        {t("allFaultyText")}
      </Alert>
    ) : (
      <Alert tone="info" title={t("nothingNew")}>
        {t("nothingNewText")}
      </Alert>
    );
  if (counts.faulty === 0)
    return (
      <Alert tone="success" title={t("ready")}>
        {t("readyText", counts)}
      </Alert>
    );
  return (
    <Alert tone="warning" title={t(mode === "all" ? "blocked" : "partly", counts)}>
      {t(mode === "all" ? "blockedText" : "partlyText", counts)}
    </Alert>
  );
}
