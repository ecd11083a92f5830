import { useTranslations } from "next-intl";
import { grantedRoles, type UserFilter, userStates } from "@/lib/users/schema";
import { QueryField } from "../lists/query-field";
import { QuerySelect } from "../lists/query-select";
import { Input } from "../ui/input";

export function UserFilters({ filter }: { filter: UserFilter }) {
  const t = useTranslations("users");
  const tc = useTranslations("common");
  return (
    <>
      <QueryField label={t("keyword")} wide>
        <Input name="q" type="search" defaultValue={filter.q} />
      </QueryField>
      <QueryField label={t("roles")}>
        <QuerySelect
          name="role"
          defaultValue={filter.role ?? ""}
          placeholder={tc("all")}
          options={grantedRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
      </QueryField>
      <QueryField label={t("state")}>
        <QuerySelect
          name="state"
          defaultValue={filter.state ?? ""}
          placeholder={tc("all")}
          options={userStates.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      </QueryField>
    </>
  );
}
