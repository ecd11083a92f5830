import { useLocale, useTranslations } from "next-intl";
import type { OwnRequest } from "@/lib/awards/requests/queries";
import { formatDay } from "@/lib/i18n/format";
import { FileList } from "../../files/file-list";
import { Card } from "../../ui/card";
import { titleIn } from "../named";
import { RequestStateBadge } from "./request-state-badge";
import { WithdrawButton } from "./withdraw-button";

/** A person's own requests with what became of them. */
export function OwnRequests({ requests }: { requests: readonly OwnRequest[] }) {
  const t = useTranslations("requests");
  const locale = useLocale();
  return (
    <Card title={t("own.title")} flush={requests.length > 0}>
      {requests.length === 0 ? (
        <p className="text-ink-3">{t("own.none")}</p>
      ) : (
        <ul aria-label={t("own.title")} className="divide-y divide-line">
          {requests.map((request) => (
            <li key={request.id} className="space-y-1.5 px-4 py-3">
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <p className="font-medium">{titleIn(locale, request)}</p>
                <RequestStateBadge state={request.state} />
                <p className="text-xs text-ink-3">
                  {t(`kind.${request.kind}`)} · {formatDay(request.createdAt, locale)}
                </p>
                {request.state === "open" && (
                  <span className="ml-auto">
                    <WithdrawButton
                      id={request.id}
                      version={request.version}
                      title={titleIn(locale, request)}
                    />
                  </span>
                )}
              </div>
              <p className="break-words whitespace-pre-line text-ink-2">{request.explanation}</p>
              {request.files.length > 0 && (
                <FileList files={request.files} hrefBase={`/awards/requests/${request.id}/files`} />
              )}
              {request.answer && (
                <p className="rounded-sm bg-sunken px-3 py-2 break-words whitespace-pre-line">
                  <span className="text-ink-3">{t("own.answered")} </span>
                  {request.answer}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
