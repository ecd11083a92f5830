"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { answerRequest } from "@/lib/awards/requests/actions";
import type { RequestKind } from "@/lib/awards/requests/schema";
import { ActionDialog } from "../../forms/action-dialog";
import { SelectField } from "../../forms/select-field";
import { Button } from "../../ui/button";

type Props = {
  id: number;
  version: number;
  kind: RequestKind;
  /** The person's awards, one of which may be the honor that was thought missing. */
  awards: readonly { value: string; label: string }[];
};

export function AnswerButtons({ id, version, kind, awards }: Props) {
  const t = useTranslations("requests.detail");
  const answer = {
    name: "answer",
    label: t("answerLabel"),
    hint: t("answerHint"),
    required: true,
    maxLength: 2000,
  };
  return (
    <>
      <ActionDialog
        trigger={<Button icon={X}>{t("decline")}</Button>}
        title={t("declineTitle")}
        text={t("declineText")}
        action={answerRequest}
        input={{ id, version, decision: "declined" }}
        reason={answer}
        confirmLabel={t("decline")}
        danger
        size="md"
        doneMessage={t("declined")}
      />
      <ActionDialog
        trigger={
          <Button variant="primary" icon={Check}>
            {t("accept")}
          </Button>
        }
        title={t("acceptTitle")}
        text={t(kind === "correction" ? "acceptCorrection" : "acceptDeclaration")}
        action={answerRequest}
        input={{ id, version, decision: "accepted" }}
        reason={answer}
        confirmLabel={t("accept")}
        size="md"
        doneMessage={t("accepted")}
      >
        {kind === "declaration" && awards.length > 0 && (
          <SelectField
            name="resultAwardId"
            label={t("resultLabel")}
            options={awards}
            placeholder={t("resultNone")}
          />
        )}
      </ActionDialog>
    </>
  );
}
