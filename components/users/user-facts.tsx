import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/i18n/format";
import type { UserView } from "@/lib/users/queries";
import { Card } from "../ui/card";
import { DescriptionList } from "../ui/description-list";

export function UserFacts({ user }: { user: UserView }) {
  const t = useTranslations("users");
  const locale = useLocale();
  const { employee, lastSignInAt, factorSince } = user;
  const number = employee?.workNumber && t("workNumber", { number: employee.workNumber });
  const link = employee && [employee.name, employee.unitName, number].filter(Boolean).join(" · ");
  return (
    <Card title={t("basics")}>
      <DescriptionList
        items={[
          { term: t("username"), value: user.username },
          { term: t("name"), value: user.name },
          { term: t("employee"), value: link ?? t("noEmployee"), span: "full" },
          { term: t("lastSignIn"), value: lastSignInAt ? formatInstant(lastSignInAt, locale) : t("never") },
          { term: t("passwordChanged"), value: formatInstant(user.passwordChangedAt, locale) },
          {
            term: t("factor"),
            value: factorSince
              ? t("factorSince", { when: formatInstant(factorSince, locale) })
              : t("factorNone"),
          },
        ]}
      />
    </Card>
  );
}
