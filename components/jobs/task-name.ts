import type { useTranslations } from "next-intl";

/** What a task does, in words; its own name where the catalogs have none. */
export function taskName(t: ReturnType<typeof useTranslations<"jobs">>, task: string): string {
  const key = `tasks.${task}` as "tasks.audit.seal";
  return t.has(key) ? t(key) : task;
}
