import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/format";
import { withdrawRole } from "@/lib/users/actions";
import type { UserView } from "@/lib/users/queries";
import { ActionDialog } from "../forms/action-dialog";
import { IconButton } from "../ui/icon-button";

/** The roles of an account, each with its scope and who gave it. */
export function GrantList({ user }: { user: Pick<UserView, "id" | "grants" | "may"> }) {
  const t = useTranslations("users");
  const locale = useLocale();
  if (user.grants.length === 0) {
    return (
      <p className="px-4 py-3">
        {t("noRoles")} <span className="text-ink-3">{t("noRolesText")}</span>
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {user.grants.map((grant) => {
        const role = t(`role.${grant.role}`);
        const scope = grant.unit ? t("unitAndBelow", { unit: grant.unit.name }) : t("wholeSystem");
        const when = formatDay(grant.grantedAt, locale);
        return (
          <li key={grant.id} className="flex items-center gap-3 px-4 py-2">
            <div className="min-w-0 flex-1">
              <p>
                <span className="font-medium">{role}</span> <span className="text-ink-2">{scope}</span>
              </p>
              <p className="text-xs leading-5 text-ink-3">
                {grant.grantedBy ? t("grant.by", { name: grant.grantedBy, when }) : t("grant.when", { when })}
              </p>
            </div>
            {user.may.grant && (
              <ActionDialog
                trigger={<IconButton icon={X} label={t("withdraw.label", { role, scope })} />}
                title={t("withdraw.title")}
                text={t("withdraw.text", { role, scope })}
                action={withdrawRole}
                input={{ userId: user.id, grantId: grant.id }}
                confirmLabel={t("withdraw.action")}
                danger
                doneMessage={t("withdraw.done")}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
