import { useTranslations } from "next-intl";
import type { HistoryEntry } from "@/lib/audit/queries";
import { grantedRoles } from "@/lib/users/schema";
import { History } from "../audit/history";

/** What was done to an account and at its sign-ins. */
export function UserHistory({ events }: { events: readonly HistoryEntry[] }) {
  const t = useTranslations("users");
  const say = (field: string, value: unknown) => {
    const role = field === "role" && grantedRoles.find((one) => one === value);
    return role ? t(`role.${role}`) : undefined;
  };
  return <History entries={events} namespace="users" title={t("history")} say={say} />;
}
