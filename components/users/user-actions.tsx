import { Ban, CircleCheck, LockOpen, Pencil, ShieldOff, Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import { disableUser, enableUser, releaseIdentities, resetFactor, unlockUser } from "@/lib/users/actions";
import type { UserView } from "@/lib/users/queries";
import { ActionDialog } from "../forms/action-dialog";
import { Button } from "../ui/button";
import { ResetPassword } from "./reset-password";

/** What the two administrators do to an account as a whole, each their own part. */
export function UserActions({ user }: { user: UserView }) {
  const t = useTranslations("users");
  const tc = useTranslations("common");
  const { id, version, name, may } = user;
  const disabled = user.state === "disabled";
  return (
    <>
      {may.change && (
        <Button href={`/settings/users/${id}/edit`} icon={Pencil}>
          {tc("edit")}
        </Button>
      )}
      {may.resetPassword && <ResetPassword user={{ id, version, name }} />}
      {may.grant && <SecurityActions user={user} />}
      {may.grant && disabled && (
        <ActionDialog
          trigger={<Button icon={CircleCheck}>{t("enable.action")}</Button>}
          title={t("enable.title")}
          text={t("enable.text", { name })}
          action={enableUser}
          input={{ id, version }}
          confirmLabel={t("enable.action")}
          doneMessage={t("enable.done")}
        />
      )}
      {may.disable && !disabled && (
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

function SecurityActions({ user: { id, name, factorSince, identities } }: { user: UserView }) {
  const t = useTranslations("users");
  return (
    <>
      <ActionDialog
        trigger={<Button icon={LockOpen}>{t("unlock.action")}</Button>}
        title={t("unlock.title")}
        text={t("unlock.text", { name })}
        action={unlockUser}
        input={{ id }}
        reason={{ label: t("unlock.reason"), required: true }}
        confirmLabel={t("unlock.action")}
        doneMessage={t("unlock.done")}
      />
      {factorSince && (
        <ActionDialog
          trigger={<Button icon={ShieldOff}>{t("resetFactor.action")}</Button>}
          title={t("resetFactor.title")}
          text={t("resetFactor.text", { name })}
          action={resetFactor}
          input={{ id }}
          reason={{ label: t("resetFactor.reason"), required: true }}
          confirmLabel={t("resetFactor.action")}
          danger
          doneMessage={t("resetFactor.done")}
        />
      )}
      {identities.length > 0 && (
        <ActionDialog
          trigger={<Button icon={Unlink}>{t("release.action")}</Button>}
          title={t("release.title")}
          text={t("release.text", { name })}
          action={releaseIdentities}
          input={{ id }}
          reason={{ label: t("release.reason"), required: true }}
          confirmLabel={t("release.action")}
          danger
          doneMessage={t("release.done")}
        />
      )}
    </>
  );
}
