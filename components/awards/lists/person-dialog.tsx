"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { createEmployee } from "@/lib/employees/actions";
import type { EmployeeItem } from "@/lib/employees/queries";
import { genders } from "@/lib/employees/schema";
import { Namesakes } from "../../employees/namesakes";
import { ActionForm } from "../../forms/action-form";
import { FormGrid } from "../../forms/form-layout";
import { PartialDateField } from "../../forms/partial-date-field";
import { SelectField } from "../../forms/select-field";
import { SubmitButton } from "../../forms/submit-button";
import { TextField } from "../../forms/text-field";
import { UnitPicker } from "../../organizations/unit-picker";
import { Dialog } from "../../ui/dialog";
import type { PickerItem } from "../../forms/entity-picker";

type Props = {
  /** Null is closed. */
  person: { name: string; unit: string; post: string } | null;
  union: PickerItem | null;
  onClose: () => void;
  onCreated: (person: { id: number; name: string }) => void;
};

/** A person whom the registry does not know yet, with as much as a list needs; the rest is added on their own page. */
export function PersonDialog({ person, union, onClose, onCreated }: Props) {
  const t = useTranslations("awards-lists.person");
  return (
    <Dialog
      open={person !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={person?.unit ? t("says", { unit: person.unit }) : t("hint")}
    >
      {person && <PersonForm key={person.name} person={person} union={union} onCreated={onCreated} />}
    </Dialog>
  );
}

function PersonForm({
  person,
  union,
  onCreated,
}: {
  person: NonNullable<Props["person"]>;
  union: PickerItem | null;
  onCreated: Props["onCreated"];
}) {
  const t = useTranslations("employees");
  const tl = useTranslations("awards-lists.person");
  const [namesakes, setNamesakes] = useState<EmployeeItem[]>([]);
  const [name, setName] = useState(person.name);

  async function save(input: unknown) {
    const result = await createEmployee(input);
    if (!result.ok && Array.isArray(result.fault.current))
      setNamesakes(result.fault.current as EmployeeItem[]);
    return result;
  }

  return (
    <ActionForm<{ id: number }>
      action={save}
      onDone={({ id }) => onCreated({ id, name })}
      doneMessage={t("created")}
      label={tl("title")}
    >
      {namesakes.length > 0 && <Namesakes people={namesakes} />}
      <FormGrid>
        <TextField
          name="name"
          label={t("fields.name")}
          required
          maxLength={100}
          defaultValue={person.name}
          onBlur={(event) => setName(event.target.value.trim())}
        />
        <SelectField
          name="gender"
          label={t("fields.gender")}
          options={genders.map((value) => ({ value, label: t(`gender.${value}`) }))}
        />
        <UnitPicker name="unitId" label={t("fields.unitId")} tree="company" />
        <UnitPicker name="unionUnitId" label={t("fields.unionUnitId")} tree="union" defaultItem={union} />
        <TextField name="workNumber" label={t("fields.workNumber")} maxLength={64} />
        <TextField name="post" label={t("fields.post")} maxLength={100} defaultValue={person.post} />
        <PartialDateField name="birth" label={t("fields.birth")} />
      </FormGrid>
      <div className="flex justify-end">
        <SubmitButton>{tl("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
