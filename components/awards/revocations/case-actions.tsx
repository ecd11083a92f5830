"use client";

import { Check, CornerUpLeft, Paperclip, Printer, RotateCcw, Stamp, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { confirmAnnulment, declineAnnulment, withdrawAnnulment } from "@/lib/awards/annulments/actions";
import { addEvidence } from "@/lib/awards/evidence/actions";
import {
  changeRecall,
  confirmRevocation,
  declineRevocation,
  withdrawRevocation,
} from "@/lib/awards/revocations/actions";
import type { RevocationView } from "@/lib/awards/revocations/queries";
import { ActionDialog } from "../../forms/action-dialog";
import { FileField } from "../../forms/file-field";
import { Button } from "../../ui/button";
import { RecallFields } from "./recall-fields";

type Props = {
  revocation: Pick<RevocationView, "id" | "version" | "state" | "recall" | "recallNote" | "can">;
  awardId: number;
  /** Who is struck; null where it is the award as a whole. */
  name: string | null;
};

/** What the actor may do with the case now. Each step is asked once more, with what it means. */
export function CaseActions({ revocation, awardId, name }: Props) {
  const t = useTranslations("revocations");
  const { id, version, can } = revocation;
  const input = { id, version };
  const base = `/awards/${awardId}/revocations/${id}`;
  const isAnnulling = revocation.state === "annulling";
  const reason = { label: t("actions.declineReason"), required: true };
  return (
    <>
      <Button href={`${base}/print`} icon={Printer}>
        {t("actions.print")}
      </Button>
      {can.addEvidence && (
        <ActionDialog
          trigger={<Button icon={Paperclip}>{t("actions.addEvidence")}</Button>}
          title={t("actions.addEvidenceTitle")}
          text={t("actions.addEvidenceText")}
          action={addEvidence}
          input={input}
          confirmLabel={t("actions.save")}
          doneMessage={t("actions.evidenceAdded")}
          size="md"
        >
          <FileField
            name="files"
            label={t("form.evidence")}
            hint={t("form.evidenceHint")}
            multiple
            required
          />
        </ActionDialog>
      )}
      {can.recall && (
        <ActionDialog
          trigger={<Button icon={Stamp}>{t("actions.recall")}</Button>}
          title={t("actions.recallTitle")}
          action={changeRecall}
          input={input}
          confirmLabel={t("actions.save")}
          doneMessage={t("actions.recallSaved")}
        >
          <RecallFields recall={revocation.recall} recallNote={revocation.recallNote} />
        </ActionDialog>
      )}
      {can.annul && (
        <Button href={`${base}/annul`} icon={RotateCcw}>
          {t("annul.open")}
        </Button>
      )}
      {can.withdraw && (
        <ActionDialog
          trigger={
            <Button icon={Undo2}>{t(isAnnulling ? "actions.annulWithdraw" : "actions.withdraw")}</Button>
          }
          title={t(isAnnulling ? "actions.annulWithdraw" : "actions.withdrawTitle")}
          text={t(isAnnulling ? "actions.annulWithdrawText" : "actions.withdrawText")}
          action={isAnnulling ? withdrawAnnulment : withdrawRevocation}
          input={input}
          reason={reason}
          confirmLabel={t("actions.withdraw")}
          doneMessage={t("actions.withdrawn")}
        />
      )}
      {can.confirm && (
        <>
          <ActionDialog
            trigger={
              <Button icon={CornerUpLeft}>
                {t(isAnnulling ? "actions.annulDecline" : "actions.decline")}
              </Button>
            }
            title={t(isAnnulling ? "actions.annulDecline" : "actions.declineTitle")}
            text={t(isAnnulling ? "actions.annulDeclineText" : "actions.declineText")}
            action={isAnnulling ? declineAnnulment : declineRevocation}
            input={input}
            reason={reason}
            confirmLabel={t("actions.decline")}
            doneMessage={t("actions.declined")}
          />
          <ActionDialog
            trigger={
              <Button variant="primary" icon={Check}>
                {t(isAnnulling ? "actions.annulConfirm" : "actions.confirm")}
              </Button>
            }
            title={t(isAnnulling ? "actions.annulConfirmTitle" : "actions.confirmTitle")}
            text={
              isAnnulling
                ? t("actions.annulConfirmText")
                : name === null
                  ? t("actions.confirmText")
                  : t("actions.confirmStrikeText", { name })
            }
            action={isAnnulling ? confirmAnnulment : confirmRevocation}
            input={input}
            confirmLabel={t("actions.confirm")}
            doneMessage={t("actions.confirmed")}
            danger={!isAnnulling}
          />
        </>
      )}
    </>
  );
}
