import { CircleCheckBig } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { AwardRow } from "@/lib/awards/queries";
import type { UnresolvedName } from "@/lib/awards/reconcile/queries";
import type { RequestRow } from "@/lib/awards/requests/queries";
import type { ReturnedRow } from "@/lib/awards/review/queries";
import type { RevocationRow } from "@/lib/awards/strikes/queries";
import { formatDay } from "@/lib/i18n/format";
import { formatPartialDate } from "@/lib/kernel/partial-date";
import type { TodoView } from "@/lib/reports/queries";
import { inLanguage, titleIn } from "../awards/named";
import { targetIn } from "../awards/revocations/target";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { TodoList, type TodoItem } from "./todo-list";
import { TodoTiles, type TodoKey } from "./todo-tiles";

type Waiting<Row> = { total: number; rows: readonly Row[] };

/** What waits for the actor, counted and the first of each kind. */
export function Todo({ todo }: { todo: TodoView }) {
  const t = useTranslations("home");
  const tc = useTranslations("common");
  const tr = useTranslations("revocations");
  const locale = useLocale();
  const award = (row: AwardRow): TodoItem => {
    const names = row.recipients.join(tc("listSeparator"));
    return {
      id: row.id,
      href: `/awards/${row.id}`,
      title: [titleIn(locale, row), row.prizeLevel && inLanguage(locale, row.prizeLevel)]
        .filter(Boolean)
        .join(" · "),
      text:
        row.recipientCount > row.recipients.length
          ? t("andMore", { names, count: row.recipientCount })
          : names || t("noRecipients"),
      when: formatPartialDate(row.awardDate, locale === "en" ? "en" : "zh-CN"),
    };
  };
  const returned = (row: ReturnedRow): TodoItem => ({
    ...award(row),
    note: t("by", { name: row.returnedBy ?? "—", reason: row.reason ?? "—" }),
  });
  const request = (row: RequestRow): TodoItem => ({
    id: row.id,
    href: `/awards/requests/${row.id}`,
    title: t("ofPerson", { name: row.employee.name, title: titleIn(locale, row) }),
    text: row.explanation,
    when: formatDay(row.createdAt, locale),
  });
  const unresolved = (row: UnresolvedName): TodoItem => ({
    id: row.id,
    href: `/awards/reconcile?document=${row.document.id}`,
    title: t("ofPerson", {
      name: row.name,
      title: titleIn(locale, { titleName: row.title.name, titleNameEn: row.title.nameEn }),
    }),
    text: row.unitText ?? row.document.number ?? row.document.title,
    when: formatDay(row.createdAt, locale),
  });
  const revocation = (row: RevocationRow): TodoItem => ({
    id: row.id,
    href: `/awards/${row.awardId}/revocations/${row.id}`,
    title: tr("detail.ofWhom", {
      title: titleIn(locale, row),
      target: targetIn((key, values) => tr(key, values), row.target),
    }),
    text: tr(`state.${row.state}`),
    when: formatDay(row.createdAt, locale),
  });
  const kinds = [
    { key: "toCheck", ...listOf(todo.toCheck, award) },
    { key: "revocations", ...listOf(todo.revocations, revocation) },
    { key: "returned", ...listOf(todo.returned, returned) },
    { key: "requests", ...listOf(todo.requests, request) },
    { key: "unresolved", ...listOf(todo.unresolved, unresolved) },
    { key: "drafts", ...listOf(todo.drafts, award) },
  ] satisfies { key: TodoKey; total: number | null; items: TodoItem[] }[];
  const own = kinds.flatMap((kind) => (kind.total === null ? [] : [{ ...kind, total: kind.total }]));
  const waiting = own.filter(({ total }) => total > 0);
  return (
    <section aria-label={t("todo")} className="space-y-4">
      <TodoTiles counts={own.map(({ key, total }) => ({ key, count: total }))} />
      {waiting.length > 0 ? (
        <div className="-mb-4 gap-4 xl:columns-2">
          {waiting.map(({ key, total, items }) => (
            <div key={key} className="break-inside-avoid pb-4">
              <TodoList kind={key} total={total} items={items} />
            </div>
          ))}
        </div>
      ) : (
        <Card>
          <EmptyState icon={CircleCheckBig} title={t("nothing")} text={t("nothingText")} />
        </Card>
      )}
    </section>
  );
}

function listOf<Row>(
  waiting: Waiting<Row> | undefined,
  item: (row: Row) => TodoItem,
): { total: number | null; items: TodoItem[] } {
  return { total: waiting?.total ?? null, items: waiting?.rows.map(item) ?? [] };
}
