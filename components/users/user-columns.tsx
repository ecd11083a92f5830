import type { useTranslations } from "next-intl";
import { formatInstant } from "@/lib/i18n/format";
import type { UserRow } from "@/lib/users/queries";
import type { Column } from "../lists/columns";
import { UserStateBadge } from "./user-state";

const shownGrants = 3;

export function userColumns(
  t: ReturnType<typeof useTranslations<"users">>,
  locale: string,
): Column<UserRow>[] {
  return [
    { key: "name", header: t("name"), cell: (row) => row.name, sortKey: "name", sticky: true, width: "md" },
    { key: "username", header: t("username"), cell: (row) => row.username, sortKey: "username", width: "md" },
    {
      key: "employee",
      header: t("employee"),
      cell: ({ employee }) =>
        employee && [employee.unitName, employee.workNumber].filter(Boolean).join(" · "),
      width: "lg",
    },
    { key: "roles", header: t("roles"), cell: (row) => rolesIn(row, t), width: "xl" },
    {
      key: "state",
      header: t("state"),
      cell: (row) => <UserStateBadge state={row.state} dot />,
      nowrap: true,
    },
    {
      key: "lastSignIn",
      header: t("lastSignIn"),
      cell: (row) => (row.lastSignInAt ? formatInstant(row.lastSignInAt, locale) : t("never")),
      sortKey: "lastSignInAt",
      nowrap: true,
    },
  ];
}

function rolesIn({ grants }: UserRow, t: ReturnType<typeof useTranslations<"users">>) {
  if (grants.length === 0) return null;
  const more = grants.length - shownGrants;
  return (
    <ul>
      {grants.slice(0, shownGrants).map((grant) => (
        <li key={grant.id}>
          {t(`role.${grant.role}`)} <span className="text-ink-3">{grant.unit?.name ?? t("wholeSystem")}</span>
        </li>
      ))}
      {more > 0 && <li className="text-ink-3">{t("moreRoles", { count: more })}</li>}
    </ul>
  );
}
