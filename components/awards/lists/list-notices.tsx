"use client";

import { useTranslations } from "next-intl";
import type { Fault } from "@/lib/kernel/result";
import { useFaultSentence } from "../../forms/use-fault-text";
import { Alert } from "../../ui/alert";
import { Button } from "../../ui/button";

type StartProps = {
  restored: boolean;
  lookUpFault: Fault | null;
  onStartOver: () => void;
  onRetry: () => void;
};

/** That an unsaved list was found again; that names can't be looked up just now. */
export function StartNotices({ restored, lookUpFault, onStartOver, onRetry }: StartProps) {
  const t = useTranslations("awards-lists");
  const say = useFaultSentence();
  return (
    <>
      {restored && (
        <Alert
          tone="info"
          title={t("restored")}
          actions={
            <Button size="sm" onClick={onStartOver}>
              {t("startOver")}
            </Button>
          }
        />
      )}
      {lookUpFault && (
        <Alert
          tone="warning"
          live
          title={t("lookUpFailed")}
          actions={
            <Button size="sm" onClick={onRetry}>
              {t("retry")}
            </Button>
          }
        >
          {say(lookUpFault)}
        </Alert>
      )}
    </>
  );
}

/** Why the list was not saved. Where it was saved already, from another window, it says so and how to go on. */
export function Refusal({ fault, onGoOn }: { fault: Fault; onGoOn: () => void }) {
  const t = useTranslations("awards-lists");
  const say = useFaultSentence();
  if (fault.code !== "mismatch")
    return (
      <Alert tone="danger" live title={say(fault)}>
        {t("kept")}
      </Alert>
    );
  return (
    <Alert
      tone="warning"
      live
      title={t("savedElsewhere")}
      actions={
        <Button size="sm" onClick={onGoOn}>
          {t("goOn")}
        </Button>
      }
    >
      {t("savedElsewhereText")}
    </Alert>
  );
}
