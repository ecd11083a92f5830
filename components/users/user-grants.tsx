import { useTranslations } from "next-intl";
import type { UserView } from "@/lib/users/queries";
import { Card } from "../ui/card";
import { GrantForm } from "./grant-form";
import { GrantList } from "./grant-list";

/** What an account may do, and the form that adds to it. */
export function UserGrants({ user }: { user: UserView }) {
  const t = useTranslations("users");
  return (
    <>
      <Card title={t("rolesAndScopes")} flush>
        <GrantList user={user} />
      </Card>
      {user.may.grant && (
        <Card title={t("grant.title")}>
          <GrantForm userId={user.id} />
        </Card>
      )}
    </>
  );
}
