import { useTranslations } from "next-intl";
import type { IdentityView } from "@/lib/employees/identities/queries";
import { identityFields } from "@/lib/employees/identities/schema";
import { DossierForm } from "../exchange/dossiers/dossier-form";
import { Card } from "../ui/card";
import { DescriptionList } from "../ui/description-list";

/** What is kept of me: my numbers masked, and everything as one file. */
export function OwnRecord({ identity }: { identity: IdentityView | null }) {
  const t = useTranslations("dossiers.form");
  const te = useTranslations("employees");
  return (
    <Card title={t("ownTitle")}>
      <DescriptionList
        items={identityFields.map((field) => ({
          term: te(`fields.${field}`),
          value: identity?.[field] ?? te("identityNone"),
        }))}
      />
      <p className="my-3 text-ink-2">{t("ownText")}</p>
      <DossierForm action="/me/record" label={t("own")} />
    </Card>
  );
}
