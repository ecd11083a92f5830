import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { IdentityView } from "@/lib/employees/identities/queries";
import { identityFields } from "@/lib/employees/identities/schema";
import { RevealedNumber } from "./revealed-number";

/** ID and phone number, masked; who may see them whole says why, and each time is recorded. */
export function IdentityNumbers({ employeeId, identity }: { employeeId: number; identity: IdentityView }) {
  const t = useTranslations("employees");
  return (
    <Card title={t("identityCard")}>
      <DescriptionList
        items={identityFields.map((field) => {
          const mask = identity[field];
          return {
            term: t(`fields.${field}`),
            value:
              mask === null ? (
                <span className="text-ink-3">{t("identityNone")}</span>
              ) : identity.mayReveal ? (
                <RevealedNumber employeeId={employeeId} field={field} mask={mask} />
              ) : (
                <span className="tabular-nums">{mask}</span>
              ),
          };
        })}
      />
    </Card>
  );
}
