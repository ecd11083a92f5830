"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/forms/checkbox-field";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { EmployeeItem } from "@/lib/employees/queries";
import { employeeHint } from "@/lib/employees/rules";

/** People of the name that was typed. They are compared before another one is entered. */
export function Namesakes({ people }: { people: readonly EmployeeItem[] }) {
  const t = useTranslations("employees");
  return (
    <Alert tone="warning" title={t("sameNameTitle")}>
      <p>{t("sameNameText")}</p>
      <ul className="my-2 space-y-1">
        {people.map((person) => (
          <li key={person.id}>
            <TextLink href={`/employees/${person.id}`}>{person.name}</TextLink>
            <span className="ml-3 text-ink-2">
              {[employeeHint(person, t), t(`status.${person.status}`)].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      <CheckboxField name="differentPerson" label={t("differentPerson")} />
    </Alert>
  );
}
