import { Ban, CircleCheck, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { disableUser, enableUser } from "@/lib/users/actions";
import type { UserView } from "@/lib/users/queries";
import { ActionDialog } from "../forms/action-dialog";
import { Button } from "../ui/button";
import { ResetPassword } from "./reset-password";

/** What an administrator does to an account as a whole. */
export function UserActions({ user }: { user: UserView }) {
  const t = useTranslations("users");
  const tc = useTranslations("common");
  const { id, version, name } = user;
  const edit = (
    <Button href={`/settings/users/${id}/edit`} icon={Pencil}>
      {tc("edit")}
    </Button>
  );
  if (!user.canAct) return edit;
  return (
    <>
      {edit}
      <ResetPassword user={{ id, version, name }} />
      {user.state === "disabled" ? (
        <ActionDialog
          trigger={<Button icon={CircleCheck}>{t("enable.action")}</Button>}
          title={t("enable.title")}
          text={t("enable.text", { name })}
          action={enableUser}
          input={{ id, version }}
          confirmLabel={t("enable.action")}
          doneMessage={t("enable.done")}
        />
      ) : (
        <ActionDialog
          trigger={
            <Button icon={Ban} variant="danger">
              {t("disable.action")}
            </Button>
          }
          title={t("disable.title")}
          text={t("disable.text", { name })}
          action={disableUser}
          input={{ id, version }}
          reason={{ label: t("disable.reason"), required: true }}
          confirmLabel={t("disable.action")}
          danger
          doneMessage={t("disable.done")}
        />
      )}
    </>
  );
}
