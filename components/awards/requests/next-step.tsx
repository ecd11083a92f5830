import { useTranslations } from "next-intl";
import type { RequestView } from "@/lib/awards/requests/queries";
import { Alert } from "../../ui/alert";
import { Button } from "../../ui/button";

/** What is left to do once a request was accepted, for who keeps the ledger. */
export function NextStep({ request, mayRecord }: { request: RequestView; mayRecord: boolean }) {
  const t = useTranslations("requests.detail");
  if (request.state !== "accepted") return null;
  if (request.kind === "correction" && request.award) {
    return (
      <Alert
        tone="success"
        title={t("correctTitle")}
        actions={<Button href={`/awards/${request.award.id}`}>{t("openAward")}</Button>}
      >
        {t("correctText")}
      </Alert>
    );
  }
  if (request.kind === "correction" || request.result) return null;
  const register = mayRecord && (
    <Button href={`/awards/new?employee=${request.employee.id}`} variant="primary">
      {t("register")}
    </Button>
  );
  return (
    <Alert tone="success" title={t("registerTitle")} actions={register}>
      {t("registerText")}
    </Alert>
  );
}
