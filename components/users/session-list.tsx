import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/i18n/format";
import type { SessionView } from "@/lib/users/queries";
import { deviceOf } from "@/lib/users/rules";
import { ActionButton } from "../forms/action-button";
import type { FormAction } from "../forms/action-form";
import { Badge } from "../ui/badge";

type Props = {
  sessions: readonly SessionView[];
  end: FormAction<unknown>;
  /** Sent along with `sessionId`. */ input?: Record<string, unknown>;
  currentId?: number;
  canEnd?: boolean;
};

/** Where an account is signed in, each with a button that ends it; the present session ends by signing out. */
export function SessionList({ sessions, end, input, currentId, canEnd = true }: Props) {
  const t = useTranslations("users.sessions");
  const locale = useLocale();
  if (sessions.length === 0) return <p className="p-4 text-ink-3">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line">
      {sessions.map((session) => {
        const device =
          Object.values(deviceOf(session.userAgent)).filter(Boolean).join(" · ") || t("unknownDevice");
        return (
          <li key={session.id} className="flex items-center gap-3 px-4 py-2.5">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{device}</span>
                <span className="text-ink-2 tabular-nums">{session.address}</span>
                {session.id === currentId && <Badge tone="success">{t("current")}</Badge>}
              </p>
              <p className="text-xs leading-5 text-ink-3">
                <span className="inline-block">
                  {t("since", { when: formatInstant(session.createdAt, locale) })}
                </span>
                {" · "}
                <span className="inline-block">
                  {t("seen", { when: formatInstant(session.lastSeenAt, locale) })}
                </span>
              </p>
            </div>
            {canEnd && session.id !== currentId && (
              <ActionButton
                action={end}
                input={{ ...input, sessionId: session.id }}
                size="sm"
                doneMessage={t("ended")}
              >
                {t("end")}
                <span className="sr-only">{device}</span>
              </ActionButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
