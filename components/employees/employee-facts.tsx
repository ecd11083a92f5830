import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PartialDateText } from "@/components/ui/partial-date";
import { TextLink } from "@/components/ui/text-link";
import type { EmployeeView } from "@/lib/employees/queries";
import { EmployeeStatus } from "./employee-status";

/** What is known of a person; of the ID number only its end. */
export function EmployeeFacts({ employee }: { employee: EmployeeView }) {
  const t = useTranslations("employees");
  const tc = useTranslations("common");
  const date = (value: string | null) => value && <PartialDateText value={value} />;
  const unit = (one: { id: number; name: string } | null) =>
    one && <TextLink href={`/organizations/${one.id}`}>{one.name}</TextLink>;
  const status = (
    <>
      <EmployeeStatus status={employee.status} dot />{" "}
      {employee.statusDate && (
        <span className="ml-1 text-ink-3">
          <PartialDateText value={employee.statusDate} />
        </span>
      )}
    </>
  );
  return (
    <Card title={t("facts")}>
      <DescriptionList
        items={[
          { term: t("fields.unit"), value: unit(employee.unit) },
          { term: t("fields.unionUnit"), value: unit(employee.unionUnit) },
          { term: t("fields.post"), value: employee.post },
          { term: t("fields.status"), value: status },
          { term: t("fields.workNumber"), value: employee.workNumber },
          { term: t("fields.employer"), value: employee.employer?.name },
          { term: t("fields.hiredOn"), value: date(employee.hiredOn) },
          {
            term: t("fields.workerTypes"),
            value: employee.workerTypes.map((type) => t(`workerType.${type}`)).join(tc("listSeparator")),
          },
          { term: t("fields.gender"), value: employee.gender && t(`gender.${employee.gender}`) },
          { term: t("fields.birth"), value: date(employee.birth) },
          { term: t("fields.pinyin"), value: employee.pinyin },
          { term: t("fields.formerNames"), value: employee.formerNames.join(tc("listSeparator")) },
          { term: t("fields.idNumberLast4"), value: employee.idNumberLast4 },
          { term: t("fields.ethnicity"), value: employee.ethnicity },
          { term: t("fields.politicalStatus"), value: employee.politicalStatus },
          { term: t("fields.education"), value: employee.education },
          { term: t("fields.trade"), value: employee.trade },
          { term: t("fields.skillGrade"), value: employee.skillGrade },
          { term: t("fields.professionalTitle"), value: employee.professionalTitle },
          { term: t("fields.remark"), value: employee.remark, span: "full" as const },
        ]}
      />
    </Card>
  );
}
