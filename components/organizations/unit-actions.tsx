"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionDialog } from "@/components/forms/action-dialog";
import { HiddenField } from "@/components/forms/form-layout";
import { PartialDateField } from "@/components/forms/partial-date-field";
import { TextField } from "@/components/forms/text-field";
import { Button } from "@/components/ui/button";
import { closeUnit, moveUnit, renameUnit, reopenUnit } from "@/lib/organizations/actions";
import type { UnitView } from "@/lib/organizations/register/queries";
import { UnitPicker } from "./unit-picker";

type Props = {
  unit: Pick<UnitView, "id" | "version" | "name" | "shortName" | "tree" | "parentId" | "validTo">;
};

/** What happens to a unit on a day: a new name, another place, its end. */
export function UnitActions({ unit }: Props) {
  const t = useTranslations("organizations");
  if (unit.validTo) return <Reopen unit={unit} />;
  return (
    <>
      <Rename unit={unit} />
      {unit.parentId !== null && <Move unit={unit} />}
      <Close unit={unit} />
      <Button href={`/organizations/${unit.id}/edit`} icon={Pencil}>
        {t("editAction")}
      </Button>
    </>
  );
}

function Rename({ unit }: Props) {
  const t = useTranslations("organizations");
  return (
    <ActionDialog
      trigger={<Button>{t("rename.action")}</Button>}
      title={t("rename.title")}
      text={t("rename.text")}
      action={renameUnit}
      input={{ id: unit.id }}
      stale={[
        { name: "name", label: t("fields.name") },
        { name: "shortName", label: t("fields.shortName") },
      ]}
      reason={{ label: t("rename.reason") }}
      confirmLabel={t("rename.confirm")}
      doneMessage={t("rename.done")}
    >
      <HiddenField name="version" value={unit.version} />
      <TextField name="name" label={t("fields.name")} required maxLength={200} defaultValue={unit.name} />
      <TextField
        name="shortName"
        label={t("fields.shortName")}
        maxLength={100}
        defaultValue={unit.shortName ?? ""}
      />
      <PartialDateField name="periodFrom" label={t("rename.from")} required />
      {unit.parentId !== null && (
        <UnitPicker
          name="parentId"
          label={t("rename.newParent")}
          tree={unit.tree}
          hint={t("rename.newParentHint")}
        />
      )}
    </ActionDialog>
  );
}

function Move({ unit }: Props) {
  const t = useTranslations("organizations");
  return (
    <ActionDialog
      trigger={<Button>{t("move.action")}</Button>}
      title={t("move.title")}
      text={t("move.text")}
      action={moveUnit}
      input={{ id: unit.id }}
      stale={[{ name: "parentId", label: t("move.parent") }]}
      reason={{ label: t("move.reason") }}
      confirmLabel={t("move.confirm")}
      doneMessage={t("move.done")}
    >
      <HiddenField name="version" value={unit.version} />
      <UnitPicker name="parentId" label={t("move.parent")} tree={unit.tree} required />
      <PartialDateField name="periodFrom" label={t("move.from")} required />
    </ActionDialog>
  );
}

function Close({ unit }: Props) {
  const t = useTranslations("organizations");
  return (
    <ActionDialog
      trigger={<Button variant="danger">{t("close.action")}</Button>}
      title={t("close.title")}
      text={t("close.text")}
      action={closeUnit}
      input={{ id: unit.id }}
      stale={[{ name: "validTo", label: t("close.validTo") }]}
      reason={{ label: t("close.reason") }}
      confirmLabel={t("close.confirm")}
      danger
      doneMessage={t("close.done")}
    >
      <HiddenField name="version" value={unit.version} />
      <PartialDateField name="validTo" label={t("close.validTo")} required />
      <UnitPicker
        name="successorId"
        label={t("close.successor")}
        tree={unit.tree}
        hint={t("close.successorHint")}
      />
    </ActionDialog>
  );
}

function Reopen({ unit }: Props) {
  const t = useTranslations("organizations");
  return (
    <ActionDialog
      trigger={<Button>{t("reopen.action")}</Button>}
      title={t("reopen.title")}
      text={t("reopen.text")}
      action={reopenUnit}
      input={{ id: unit.id, version: unit.version }}
      reason={{ label: t("reopen.reason"), required: true }}
      confirmLabel={t("reopen.confirm")}
      doneMessage={t("reopen.done")}
    />
  );
}
