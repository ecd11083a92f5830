import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "../ui/card";
import { TextLink } from "../ui/text-link";
import { todoHref, type TodoKey } from "./todo-tiles";

export type TodoItem = {
  id: number;
  href: string;
  title: string;
  text: string;
  note?: string;
  when?: ReactNode;
};

/** The first few of one kind, each a link to where it is done. */
export function TodoList({
  kind,
  total,
  items,
}: {
  kind: TodoKey;
  total: number;
  items: readonly TodoItem[];
}) {
  const t = useTranslations("home");
  return (
    <Card
      title={t(kind)}
      actions={
        <TextLink href={todoHref(kind)} quiet>
          {t("seeAll", { count: total })}
        </TextLink>
      }
      flush
    >
      <ul aria-label={t(kind)} className="divide-y divide-line">
        {items.map((item) => (
          <li key={item.id} className="px-4 py-2">
            <div className="flex items-baseline gap-3">
              <p className="min-w-0 flex-1 truncate font-medium">
                <TextLink href={item.href} quiet>
                  {item.title}
                </TextLink>
              </p>
              <p className="shrink-0 text-xs text-ink-3 tabular-nums">{item.when}</p>
            </div>
            <p className="truncate text-ink-2">{item.text}</p>
            {item.note && <p className="truncate text-xs text-warning">{item.note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
