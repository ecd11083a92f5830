"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/forms/checkbox-field";
import { FormGrid } from "@/components/forms/form-layout";
import { TextareaField } from "@/components/forms/textarea-field";
import { TextField } from "@/components/forms/text-field";
import type { EmployeeView } from "@/lib/employees/queries";
import { workerTypes } from "@/lib/employees/schema";
import { SuggestedField } from "./suggested-field";

/** 新八级工 (人社部发〔2022〕14号), from the top. */
const skillGrades = ["首席技师", "特级技师", "高级技师", "技师", "高级工", "中级工", "初级工", "学徒工"];
const educations = ["博士", "硕士", "本科", "大专", "中专", "技校", "高中", "初中"];
const politicalStatuses = ["中共党员", "中共预备党员", "共青团员", "民主党派", "群众"];
const professionalTitles = [
  "正高级工程师",
  "高级工程师",
  "工程师",
  "助理工程师",
  "高级政工师",
  "政工师",
  "高级经济师",
  "经济师",
];
const ethnicities = ["汉族", "壮族", "回族", "满族", "维吾尔族", "苗族", "彝族", "土家族", "藏族", "蒙古族"];

export function SkillFields({ employee }: { employee?: EmployeeView }) {
  const t = useTranslations("employees");
  return (
    <>
      <CheckboxGroupField
        name="workerTypes"
        label={t("fields.workerTypes")}
        defaultValue={employee?.workerTypes}
        options={workerTypes.map((value) => ({ value, label: t(`workerType.${value}`) }))}
      />
      <FormGrid>
        <TextField
          name="trade"
          label={t("fields.trade")}
          maxLength={100}
          defaultValue={employee?.trade ?? ""}
        />
        <SuggestedField
          name="skillGrade"
          label={t("fields.skillGrade")}
          maxLength={50}
          defaultValue={employee?.skillGrade ?? ""}
          suggestions={skillGrades}
        />
        <SuggestedField
          name="professionalTitle"
          label={t("fields.professionalTitle")}
          maxLength={100}
          defaultValue={employee?.professionalTitle ?? ""}
          suggestions={professionalTitles}
        />
        <SuggestedField
          name="education"
          label={t("fields.education")}
          maxLength={50}
          defaultValue={employee?.education ?? ""}
          suggestions={educations}
        />
        <SuggestedField
          name="ethnicity"
          label={t("fields.ethnicity")}
          maxLength={50}
          defaultValue={employee?.ethnicity ?? ""}
          suggestions={ethnicities}
        />
        <SuggestedField
          name="politicalStatus"
          label={t("fields.politicalStatus")}
          maxLength={50}
          defaultValue={employee?.politicalStatus ?? ""}
          suggestions={politicalStatuses}
        />
        <TextareaField
          name="remark"
          label={t("fields.remark")}
          maxLength={1000}
          rows={2}
          defaultValue={employee?.remark ?? ""}
          span="full"
        />
      </FormGrid>
    </>
  );
}
