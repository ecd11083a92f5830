"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DossierForm } from "./dossier-form";

/** For the union and HR: somebody's full record, to be handed to them. */
export function GiveDossier({ employeeId }: { employeeId: number }) {
  const t = useTranslations("dossiers.form");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button>{t("give")}</Button>}
      open={open}
      onOpenChange={setOpen}
      title={t("give")}
      description={t("giveText")}
      size="sm"
    >
      <DossierForm
        action={`/employees/${employeeId}/record`}
        label={t("give")}
        wantsReason
        onSent={() => setOpen(false)}
      >
        <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
      </DossierForm>
    </Dialog>
  );
}
