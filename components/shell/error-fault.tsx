"use client";

import { useTranslations } from "next-intl";
import { FaultPage } from "./fault-page";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Never the error's own words: the digest is what the server's log is searched for. */
export function ErrorFault({ error, reset }: Props) {
  const t = useTranslations("shell.error");
  return (
    <FaultPage
      title={t("title")}
      actions={
        <button type="button" onClick={reset} className="btn btn-md btn-primary">
          {t("retry")}
        </button>
      }
    >
      <p>{t("text")}</p>
      {error.digest && <p className="text-xs">{t("digest", { digest: error.digest })}</p>}
    </FaultPage>
  );
}
