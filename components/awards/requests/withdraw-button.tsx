"use client";

import { useTranslations } from "next-intl";
import { withdrawRequest } from "@/lib/awards/requests/actions";
import { ActionDialog } from "../../forms/action-dialog";
import { Button } from "../../ui/button";

export function WithdrawButton({ id, version, title }: { id: number; version: number; title: string }) {
  const t = useTranslations("requests.own");
  return (
    <ActionDialog
      trigger={
        <Button size="sm" aria-label={t("withdrawOf", { title })}>
          {t("withdraw")}
        </Button>
      }
      title={t("withdrawTitle")}
      text={t("withdrawText")}
      action={withdrawRequest}
      input={{ id, version }}
      confirmLabel={t("withdraw")}
      doneMessage={t("withdrawn")}
    />
  );
}
