"use client";

import { Check, FileDown, Undo2, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { applyImport, cancelImport, confirmImport, undoImport } from "@/lib/exchange/imports/actions";
import type { ImportView } from "@/lib/exchange/imports/queries";
import { isRunning, reasonMax } from "@/lib/exchange/imports/schema";
import { ActionDialog } from "../../forms/action-dialog";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toaster";

type Props = {
  view: Pick<ImportView, "id" | "version" | "kind" | "state" | "mode" | "counts" | "may">;
  mapping?: boolean;
};

/** What can be done with the whole batch now; the one that leads on stands last. */
export function ImportActions({ view, mapping = false }: Props) {
  const t = useTranslations("imports.actions");
  const { id, version, state, mode, counts, may } = view;
  if (isRunning(state)) return null;
  const idle = counts.unchanged + counts.duplicate;
  const faulty = counts.faulty > 0;
  // What was to be all or nothing waits for its faults; to go on without them is the exception.
  const waits = faulty && mode === "all";

  async function confirmAll() {
    const result = await confirmImport({ id });
    if (result.ok) toast.success(t("confirmed", result.value));
    return result;
  }

  return (
    <>
      {may.cancel && state !== "failed" && !(mapping && state === "checked") && (
        <ActionDialog
          trigger={<Button>{t("discard")}</Button>}
          title={t("discardTitle")}
          text={t("discardText")}
          action={cancelImport}
          input={{ id }}
          confirmLabel={t("discard")}
          doneMessage={t("discarded")}
          danger
        />
      )}
      {may.map && (state === "checked" || state === "failed") && !mapping && (
        <Button href={`/exchange/imports/${id}?step=mapping`}>{t("back")}</Button>
      )}
      {faulty && !mapping && (
        <form method="post" action={`/exchange/imports/${id}/returned`}>
          <Button type="submit" icon={FileDown} title={t("returnedHint")}>
            {t("returned")}
          </Button>
        </form>
      )}
      {may.undo && (
        <ActionDialog
          trigger={
            <Button variant="danger" icon={Undo2}>
              {t("undo")}
            </Button>
          }
          title={t("undoTitle")}
          text={t("undoText", counts)}
          action={undoImport}
          input={{ id, version }}
          reason={{ label: t("undoReason"), required: true, maxLength: reasonMax }}
          confirmLabel={t("undo")}
          doneMessage={t("undoStarted")}
          danger
        />
      )}
      {may.confirm && (
        <ActionDialog
          trigger={
            <Button variant="primary" icon={Check}>
              {t("confirm")}
            </Button>
          }
          title={t("confirmTitle")}
          text={t("confirmText")}
          action={confirmAll}
          confirmLabel={t("confirm")}
        />
      )}
      {(state === "failed" || state === "cancelled" || state === "undone") && (
        <Button href={`/exchange/imports/new?kind=${view.kind}`} icon={Upload}>
          {t("again")}
        </Button>
      )}
      {may.apply && !mapping && (
        <ActionDialog
          trigger={
            <Button variant={waits ? "secondary" : "primary"} icon={Check}>
              {t(waits ? "applyRest" : "apply")}
            </Button>
          }
          title={t("applyTitle")}
          text={
            <>
              {t("applyText", counts)}
              {faulty && <span className="block">{t("applySkips", counts)}</span>}
              {idle > 0 && <span className="block">{t("applyIgnores", { count: idle })}</span>}
              <span className="block">{t("applyUndo")}</span>
            </>
          }
          action={applyImport}
          input={{ id, version, ...(waits && { mode: "batches" }) }}
          confirmLabel={t("apply")}
          doneMessage={t("applyStarted")}
        />
      )}
    </>
  );
}
