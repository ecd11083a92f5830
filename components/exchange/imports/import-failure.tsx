import { useTranslations } from "next-intl";
import type { ImportView } from "@/lib/exchange/imports/queries";
import { Alert } from "../../ui/alert";
import { useFaultWords } from "./use-fault-words";

/** Why it did not go on, and what to do: the message itself names the remedy. */
export function ImportFailure({ view }: { view: ImportView }) {
  const t = useTranslations("imports.failed");
  const say = useFaultWords();
  const { failure } = view;
  return (
    <Alert tone="danger" title={t("title")}>
      <p>{failure ? say(failure.message, failure.detail) : t("unknown", { id: view.id })}</p>
      <p>{t(view.counts.applied > 0 ? "partly" : "nothing", view.counts)}</p>
    </Alert>
  );
}
