"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, type ReactElement, type ReactNode } from "react";
import type { Named } from "@/lib/awards/queries";
import type { TitleChoice } from "@/lib/awards/lists/schema";
import { cn } from "../../ui/cn";
import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { GroupHead } from "./group-head";
import { ListRow } from "./list-row";
import { isBlank, type Cell, type Change, type Group, type Row } from "./model";
import type { Faults } from "./send";
import type { RowStatus } from "./status";

type Props = {
  group: Group;
  number: number;
  titles: readonly TitleChoice[];
  titleOf: ReadonlyMap<number, TitleChoice>;
  levels: readonly Named[];
  prizes: readonly Named[];
  context: string;
  statuses: ReadonlyMap<string, RowStatus>;
  twice: ReadonlyMap<string, "list" | "entered">;
  faults: Faults;
  open: string | null;
  change: (change: Change) => void;
  onCell: (row: string, cell: Cell, value: string) => void;
  onOpen: (row: string) => void;
  onRemove: (row: string) => void;
  onAdd: (group: Group) => void;
  choice: (button: ReactElement, row: Row) => ReactNode;
};

const columns = [
  ["name", "w-44 min-w-36"],
  ["status", "w-52 min-w-44"],
  ["unit", "w-44 min-w-32"],
  ["post", "w-28 min-w-24"],
  ["role", "w-28 min-w-24"],
  ["rank", "w-14 min-w-12"],
  ["bonus", "w-24 min-w-20"],
  ["note", "min-w-32"],
] as const;

/** A category of the notice: its heading set once, its rows below. */
export const GroupCard = memo(function GroupCard({ group, number, faults, open, ...props }: Props) {
  const t = useTranslations("awards-lists");
  const { statuses, twice, change, onCell, onOpen, onRemove, onAdd, choice } = props;
  const withRest = group.rows.some(({ cells }) => cells.rest !== "");
  return (
    <section
      aria-label={t("group", { number })}
      className="rounded-md border border-line bg-surface shadow-card"
    >
      <div className="flex items-start gap-2 border-b border-line px-3 py-2.5">
        <div className="min-w-0 flex-1">
          <GroupHead
            group={group}
            titles={props.titles}
            titleOf={props.titleOf}
            levels={props.levels}
            prizes={props.prizes}
            context={props.context}
            faults={faults[group.key]}
            change={change}
          />
        </div>
        <IconButton
          icon={Trash2}
          label={t("removeGroup", { number })}
          className="mt-6"
          onClick={() => change({ type: "removeGroup", group: group.key })}
        />
      </div>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse">
          <caption className="sr-only">{t("group", { number })}</caption>
          <thead>
            <tr className="text-left text-xs text-ink-3 [&>th]:px-1.5 [&>th]:py-1.5 [&>th]:font-medium">
              <th scope="col" className="w-8">
                <span className="sr-only">{t("columns.number")}</span>
              </th>
              {columns.map(([key, width]) => (
                <th key={key} scope="col" className={width}>
                  {t(`columns.${key}`)}
                </th>
              ))}
              {withRest && (
                <th scope="col" className="min-w-32 text-warning" title={t("restHint")}>
                  {t("columns.rest")}
                </th>
              )}
              <th scope="col" className="w-9">
                <span className="sr-only">{t("columns.actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody className="[&>tr]:border-t [&>tr]:border-line">
            {group.rows.map((row, index) => (
              <ListRow
                key={row.key}
                row={row}
                number={index + 1}
                status={statuses.get(row.key)!}
                twice={twice.get(row.key)}
                faults={faults[row.key]}
                withRest={withRest}
                open={open === row.key}
                onCell={onCell}
                onOpen={onOpen}
                onRemove={onRemove}
                choice={choice}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-center gap-3 px-3 py-2">
        <Button size="sm" variant="ghost" icon={Plus} onClick={() => onAdd(group)}>
          {t("addRow")}
        </Button>
        <Tally group={group} statuses={statuses} />
      </div>
    </section>
  );
});

/** 公布 5 人，已录 4 人; and how many rows wait for a decision. */
function Tally({ group, statuses }: Pick<Props, "group" | "statuses">) {
  const t = useTranslations("awards-lists.tally");
  const filled = group.rows.filter((row) => !isBlank(row));
  const stated = group.stated === "" ? null : Number(group.stated);
  const people = filled.every((row) => statuses.get(row.key)!.kind === "employee");
  const open = filled.filter((row) => ["choose", "unknown"].includes(statuses.get(row.key)!.state)).length;
  return (
    <p aria-live="polite" className="flex flex-wrap gap-x-4 text-xs text-ink-3">
      {stated === null ? (
        <span>{t("entered", { count: filled.length })}</span>
      ) : (
        <span className={cn(stated !== filled.length && "font-medium text-warning")}>
          {t("stated", { stated, count: filled.length, of: people ? "people" : "things" })}
        </span>
      )}
      {open > 0 && <span className="text-warning">{t("open", { count: open })}</span>}
    </p>
  );
}
