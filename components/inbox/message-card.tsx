import { useLocale, useTranslations } from "next-intl";
import type { MessageView } from "@/lib/inbox/queries";
import { formatInstant } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { TextLink } from "../ui/text-link";
import { ReadButton } from "./read-button";

type Props = { messages: readonly MessageView[]; unread: number };

/** What the registry has to tell a person, the unread marked. */
export function MessageCard({ messages, unread }: Props) {
  const t = useTranslations("inbox");
  return (
    <Card
      title={t("title")}
      hint={unread > 0 && <Badge tone="accent">{t("unread", { count: unread })}</Badge>}
      actions={unread > 0 && <ReadButton text={t("markAllRead")} label={t("markAllRead")} />}
      flush={messages.length > 0}
    >
      {messages.length === 0 ? (
        <p className="text-ink-3">{t("none")}</p>
      ) : (
        <ul aria-label={t("title")} className="divide-y divide-line">
          {messages.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Message({ message }: { message: MessageView }) {
  const t = useTranslations("inbox");
  const locale = useLocale();
  const { kind, data, isUnread } = message;
  const text = t(`kinds.${kind ?? "other"}`, {
    title: data.title ?? "—",
    by: data.by ?? "—",
    count: data.count ?? "—",
  });
  const href = hrefOf(message);
  return (
    <li className="flex gap-3 px-4 py-2.5">
      <span className="w-2 shrink-0 pt-1.5">
        {isUnread && (
          <span role="img" aria-label={t("unreadMark")} className="block size-2 rounded-full bg-honor" />
        )}
      </span>
      <div className="min-w-0 flex-1">
        <p className={isUnread ? "font-medium" : "text-ink-2"}>
          {href ? (
            <TextLink href={href} quiet>
              {text}
            </TextLink>
          ) : (
            text
          )}
        </p>
        {data.reason && <Quote label={t("reason")} text={data.reason} />}
        {data.answer && <Quote label={t("answer")} text={data.answer} />}
        <p className="text-xs text-ink-3">{formatInstant(message.createdAt, locale)}</p>
      </div>
      {isUnread && (
        <ReadButton id={message.id} text={t("markRead")} label={t("markReadOf", { message: text })} />
      )}
    </li>
  );
}

function Quote({ label, text }: { label: string; text: string }) {
  return (
    <p className="break-words whitespace-pre-line text-ink-2">
      <span className="text-ink-3">{label}</span> {text}
    </p>
  );
}

/** Where the matter can be seen: by union staff in the ledger, by the person concerned among their own honors. */
function hrefOf({ kind, nounId, data }: MessageView): string | null {
  switch (kind) {
    case "award_submitted":
    case "award_confirmed":
    case "award_returned":
    case "award_voided":
      return `/awards/${nounId}`;
    case "import_submitted":
    case "import_confirmed":
      return `/exchange/imports/${nounId}`;
    case "list_submitted":
      return `/documents/${nounId}`;
    case "revocation_recorded":
    case "revocation_confirmed":
    case "revocation_declined":
    case "annulment_recorded":
    case "annulment_confirmed":
    case "annulment_declined":
      return `/awards/${data.awardId}/revocations/${nounId}`;
    case "awards_expired":
    case "awards_resumed":
      return data.count === "1"
        ? `/awards/${nounId}`
        : `/awards?year=all&unit=${data.unit}&state=${kind === "awards_expired" ? "expired" : "effective"}`;
    case "honor_expired":
    case "honor_resumed":
    case "honor_revoked":
    case "honor_restored":
    case "award_conferred":
    case "award_removed":
    case "request_accepted":
    case "request_declined":
      return "/me";
    case null:
      return null;
  }
}
