import { useTranslations } from "next-intl";
import { Stat, StatRow } from "../ui/stat";

export type TodoKey = "toCheck" | "returned" | "drafts" | "requests" | "unresolved" | "revocations";

const lists: Record<TodoKey, string> = {
  toCheck: "/awards?state=submitted&year=all",
  returned: "/awards?state=returned&year=all",
  drafts: "/awards?state=draft&year=all",
  requests: "/awards/requests",
  unresolved: "/awards/reconcile",
  revocations: "/awards/revocations?state=waiting",
};

/** How much waits of each kind; a number that asks for something is in colour. */
export function TodoTiles({ counts }: { counts: readonly { key: TodoKey; count: number }[] }) {
  const t = useTranslations("home");
  return (
    <StatRow>
      {counts.map(({ key, count }) => (
        <Stat
          key={key}
          label={t(key)}
          value={count}
          href={lists[key]}
          tone={count > 0 && key !== "drafts" ? "accent" : "neutral"}
        />
      ))}
    </StatRow>
  );
}

export function todoHref(key: TodoKey): string {
  return lists[key];
}
