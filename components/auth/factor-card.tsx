"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { removeFactor, renewRecoveryCodes } from "@/lib/auth/actions";
import { formatInstant } from "@/lib/i18n/format";
import { ActionDialog } from "../forms/action-dialog";
import { ActionForm } from "../forms/action-form";
import { SubmitButton } from "../forms/submit-button";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { FactorSetup } from "./factor-setup";
import { RecoveryCodes } from "./recovery-codes";

type Factor = { enabledAt: Date | null; codesLeft: number; required: boolean };

/** The second factor of one's own account. New recovery codes stay on the card until their owner says that they are safe. */
export function FactorCard({ factor }: { factor: Factor }) {
  const t = useTranslations("auth.factor");
  const tr = useTranslations("auth.recovery");
  const { enabledAt, required } = factor;
  const [made, setMade] = useState<{ codes: string[]; title: string } | null>(null);
  const badge = (
    <Badge tone={enabledAt ? "success" : required ? "warning" : "neutral"}>
      {t(enabledAt ? "on" : "off")}
    </Badge>
  );
  return (
    <Card title={t("title")} actions={badge}>
      {made ? (
        <RecoveryCodes {...made} onDone={() => setMade(null)} />
      ) : enabledAt ? (
        <Enabled
          {...factor}
          since={enabledAt}
          onCodes={(codes) => setMade({ codes, title: tr("renewed") })}
        />
      ) : (
        <FactorSetup onCodes={(codes) => setMade({ codes, title: t("enabled") })} />
      )}
    </Card>
  );
}

type Props = Omit<Factor, "enabledAt"> & { since: Date; onCodes: (codes: string[]) => void };

function Enabled({ since, codesLeft, required, onCodes }: Props) {
  const t = useTranslations("auth.factor");
  const tr = useTranslations("auth.recovery");
  const locale = useLocale();
  return (
    <div className="space-y-3">
      <p className="text-ink-2">{t("since", { when: formatInstant(since, locale) })}</p>
      <p className={codesLeft < 3 ? "text-warning" : "text-ink-2"}>{tr("left", { count: codesLeft })}</p>
      <div className="flex flex-wrap gap-2">
        <ActionForm
          action={() => renewRecoveryCodes()}
          onDone={({ codes }) => onCodes(codes)}
          label={tr("renew")}
        >
          <SubmitButton variant="secondary">{tr("renew")}</SubmitButton>
        </ActionForm>
        {required ? (
          <p className="self-center text-xs text-ink-3">{t("demanded")}</p>
        ) : (
          <ActionDialog
            trigger={<Button variant="ghost">{t("remove")}</Button>}
            title={t("remove")}
            text={t("removeText")}
            action={() => removeFactor()}
            confirmLabel={t("remove")}
            danger
            doneMessage={t("removed")}
          />
        )}
      </div>
    </div>
  );
}
