"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormSection, HiddenField } from "@/components/forms/form-layout";
import { SubmitButton } from "@/components/forms/submit-button";
import { changeEmployee, createEmployee } from "@/lib/employees/actions";
import type { IdentityView } from "@/lib/employees/identities/queries";
import type { EmployeeItem, EmployeeView } from "@/lib/employees/queries";
import { EmploymentFields, PlaceFields } from "./employment-fields";
import { IdentityFields } from "./identity-fields";
import { Namesakes } from "./namesakes";
import { NumberDiffers, NumberFields } from "./number-fields";
import { SkillFields } from "./skill-fields";

const compared = [
  ...[
    "name",
    "pinyin",
    "gender",
    "birth",
    "formerNames",
    "idNumberLast4",
    "workNumber",
    "hiredOn",
    "employerId",
    "unitId",
    "unionUnitId",
    "post",
  ],
  ...[
    "workerTypes",
    "trade",
    "skillGrade",
    "professionalTitle",
    "education",
    "ethnicity",
    "politicalStatus",
    "remark",
  ],
];

export function EmployeeForm({ employee, identity }: { employee?: EmployeeView; identity?: IdentityView }) {
  const t = useTranslations("employees");
  const [namesakes, setNamesakes] = useState<EmployeeItem[]>([]);
  const [differs, setDiffers] = useState(false);

  async function save(input: unknown) {
    const result = await (employee ? changeEmployee(input) : createEmployee(input));
    if (!result.ok && result.fault.fields?.documentChecked) setDiffers(true);
    if (!result.ok && !employee && Array.isArray(result.fault.current))
      setNamesakes(result.fault.current as EmployeeItem[]);
    return result;
  }

  return (
    <ActionForm
      action={save}
      doneHref="/employees/{id}"
      doneMessage={t(employee ? "saved" : "created")}
      stale={compared.map((name) => ({ name, label: t(`fields.${name}`) }))}
      label={t(employee ? "edit" : "new")}
    >
      {employee && <HiddenField name="id" value={employee.id} />}
      {employee && <HiddenField name="version" value={employee.version} />}
      {namesakes.length > 0 && <Namesakes people={namesakes} />}
      {differs && <NumberDiffers />}
      <FormSection title={t("identity")} hint={t("identityHint")}>
        <IdentityFields employee={employee} />
        <NumberFields last4={employee?.idNumberLast4} identity={identity} />
      </FormSection>
      <FormSection title={t("employment")}>
        <EmploymentFields employee={employee} />
      </FormSection>
      <FormSection title={t("placeSection")} hint={employee && t("placeEditHint")}>
        <PlaceFields employee={employee} />
      </FormSection>
      <FormSection title={t("skills")}>
        <SkillFields employee={employee} />
      </FormSection>
      <FormActions cancelHref={employee ? `/employees/${employee.id}` : "/employees"}>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
