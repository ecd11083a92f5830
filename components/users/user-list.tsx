import { UsersRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Page } from "@/lib/kernel/page";
import type { UserRow } from "@/lib/users/queries";
import type { UserFilter } from "@/lib/users/schema";
import { ActiveFilters } from "../lists/active-filters";
import { DataTable } from "../lists/data-table";
import type { ListParams } from "../lists/href";
import { ListLayout } from "../lists/list-layout";
import { Pager } from "../lists/pager";
import { QueryBar } from "../lists/query-bar";
import { EmptyState } from "../ui/empty-state";
import { userColumns } from "./user-columns";
import { UserFilters } from "./user-filters";

const path = "/settings/users";

export function UserList({
  list,
  filter,
  params,
}: {
  list: Page<UserRow>;
  filter: UserFilter;
  params: ListParams;
}) {
  const t = useTranslations("users");
  const locale = useLocale();
  const filters = [
    { key: "q", label: t("keyword"), value: filter.q },
    { key: "role", label: t("roles"), value: filter.role && t(`role.${filter.role}`) },
    { key: "state", label: t("state"), value: filter.state && t(`states.${filter.state}`) },
  ];
  return (
    <ListLayout>
      <QueryBar path={path} params={params} keep={["sort", "size"]}>
        <UserFilters filter={filter} />
      </QueryBar>
      <ActiveFilters params={params} path={path} filters={filters} />
      <DataTable
        caption={t("title")}
        columns={userColumns(t, locale)}
        rows={list.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `${path}/${row.id}`}
        params={params}
        path={path}
        sort={filter.direction === "desc" ? `-${filter.sort}` : filter.sort}
        empty={<EmptyState icon={UsersRound} title={t("none")} />}
      />
      <Pager total={list.total} page={list.page} size={list.size} params={params} path={path} />
    </ListLayout>
  );
}
