import { useTranslations } from "next-intl";
import { endUserSessions } from "@/lib/users/actions";
import type { UserView } from "@/lib/users/queries";
import { ActionDialog } from "../forms/action-dialog";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { SessionList } from "./session-list";

/** Where an account is signed in, as an administrator sees it. */
export function UserSessions({ user, currentId }: { user: UserView; currentId: number }) {
  const t = useTranslations("users.sessions");
  const all = user.may.endSessions && user.sessions.length > 1 && (
    <ActionDialog
      trigger={<Button size="sm">{t("endAll")}</Button>}
      title={t("endAllTitle")}
      text={t("endAllText", { name: user.name })}
      action={endUserSessions}
      input={{ userId: user.id }}
      confirmLabel={t("endAll")}
      danger
      doneMessage={t("ended")}
    />
  );
  return (
    <Card title={t("title")} actions={all} flush>
      <SessionList
        sessions={user.sessions}
        end={endUserSessions}
        input={{ userId: user.id }}
        currentId={currentId}
        canEnd={user.may.endSessions}
      />
    </Card>
  );
}
