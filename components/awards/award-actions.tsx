"use client";

import { Ban, CalendarClock, Check, CornerUpLeft, Pencil, Send, ShieldOff, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  confirmAward,
  returnAward,
  submitAward,
  voidAward,
  withdrawAward,
} from "@/lib/awards/review/actions";
import { correctValidity } from "@/lib/awards/validity/actions";
import { ActionDialog } from "../forms/action-dialog";
import { PartialDateField } from "../forms/partial-date-field";
import { Button } from "../ui/button";

type Props = {
  id: number;
  version: number;
  can: {
    edit: boolean;
    submit: boolean;
    withdraw: boolean;
    confirm: boolean;
    return: boolean;
    void: boolean;
    revoke: boolean;
    validity: boolean;
  };
  validTo: string | null;
  /** The next award that waits, to go on with after a decision. */
  next?: number | null;
};

/** What the actor may do with the award now. Each decision is asked once more, with what it means. */
export function AwardActions({ id, version, can, validTo, next }: Props) {
  const t = useTranslations("awards.review");
  const tr = useTranslations("awards.revocations");
  const tv = useTranslations("awards.validity");
  const tc = useTranslations("common");
  const input = { id, version };
  const after = next ? `/awards/${next}` : undefined;
  return (
    <>
      {can.void && (
        <ActionDialog
          trigger={
            <Button variant="danger" icon={Ban}>
              {t("void")}
            </Button>
          }
          title={t("voidTitle")}
          text={t("voidText")}
          action={voidAward}
          input={input}
          reason={{ label: t("voidReason"), required: true }}
          confirmLabel={t("void")}
          doneMessage={t("voided")}
          danger
        />
      )}
      {can.validity && (
        <ActionDialog
          trigger={<Button icon={CalendarClock}>{tv("open")}</Button>}
          title={tv("title")}
          text={tv("text")}
          action={correctValidity}
          input={input}
          reason={{ label: tv("reason"), required: true }}
          confirmLabel={tv("open")}
          doneMessage={tv("done")}
        >
          <PartialDateField
            name="validTo"
            label={tv("validTo")}
            hint={tv("hint")}
            defaultValue={validTo ?? ""}
          />
        </ActionDialog>
      )}
      {can.revoke && (
        <Button href={`/awards/${id}/revocations/new`} icon={ShieldOff}>
          {tr("open")}
        </Button>
      )}
      {can.edit && (
        <Button href={`/awards/${id}/edit`} icon={Pencil}>
          {tc("edit")}
        </Button>
      )}
      {can.withdraw && (
        <ActionDialog
          trigger={<Button icon={Undo2}>{t("withdraw")}</Button>}
          title={t("withdrawTitle")}
          text={t("withdrawText")}
          action={withdrawAward}
          input={input}
          confirmLabel={t("withdraw")}
          doneMessage={t("withdrawn")}
        />
      )}
      {can.return && (
        <ActionDialog
          trigger={<Button icon={CornerUpLeft}>{t("return")}</Button>}
          title={t("returnTitle")}
          text={t("returnText")}
          action={returnAward}
          input={input}
          reason={{ label: t("returnReason"), required: true }}
          confirmLabel={t("return")}
          doneMessage={t("returned")}
          doneHref={after}
        />
      )}
      {can.submit && (
        <ActionDialog
          trigger={
            <Button variant="primary" icon={Send}>
              {t("submit")}
            </Button>
          }
          title={t("submitTitle")}
          text={t("submitText")}
          action={submitAward}
          input={input}
          confirmLabel={t("submit")}
          doneMessage={t("submitted")}
        />
      )}
      {can.confirm && (
        <ActionDialog
          trigger={
            <Button variant="primary" icon={Check}>
              {t("confirm")}
            </Button>
          }
          title={t("confirmTitle")}
          text={t("confirmText")}
          action={confirmAward}
          input={input}
          confirmLabel={t("confirm")}
          doneMessage={t("confirmed")}
        />
      )}
    </>
  );
}
