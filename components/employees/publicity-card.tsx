"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionDialog } from "@/components/forms/action-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { decidePublicity } from "@/lib/employees/publicity/actions";
import type { PublicityView } from "@/lib/employees/publicity/queries";
import { formatInstant } from "@/lib/i18n/format";

type Props = {
  employeeId: number;
  publicity: readonly PublicityView[];
  /** The person's own page. */
  own: boolean;
  mayDecide: boolean;
};

/** What may be shown of a person in public, who decided it and when. */
export function PublicityCard({ employeeId, publicity, own, mayDecide }: Props) {
  const t = useTranslations("employees.publicity");
  return (
    <Card title={t("title")}>
      <ul className="divide-y divide-line">
        {publicity.map(({ scope, allowed, decided }) => (
          <li key={scope} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2">
                {t(`scope.${scope}`)}
                <Badge tone={allowed ? "success" : "neutral"}>{t(`state.${scope}.${String(allowed)}`)}</Badge>
              </p>
              <Decided decided={decided} />
            </div>
            {mayDecide && (
              <ActionDialog
                trigger={
                  <Button size="sm" aria-label={t(`action.${scope}.${String(!allowed)}`)}>
                    {t(`action.${scope}.${String(!allowed)}`)}
                  </Button>
                }
                title={t(`action.${scope}.${String(!allowed)}`)}
                text={t(own ? "ownText" : "otherText")}
                action={decidePublicity}
                input={{ id: employeeId, scope, allowed: String(!allowed) }}
                reason={{ name: "note", label: t(own ? "note" : "source"), required: !own }}
                confirmLabel={t("confirm")}
                doneMessage={t("done")}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Decided({ decided }: Pick<PublicityView, "decided">) {
  const t = useTranslations("employees.publicity");
  const locale = useLocale();
  const text = decided
    ? t(decided.bySelf ? "bySelf" : "byOther", { by: decided.by, at: formatInstant(decided.at, locale) })
    : t("undecided");
  return (
    <p className="text-xs text-ink-3">
      {text}
      {decided?.note && `：${decided.note}`}
    </p>
  );
}
