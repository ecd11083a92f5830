import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import Form from "next/form";
import type { IntakeOutcome } from "@/lib/kernel/intake";
import { one, type ListParams } from "../../lists/href";
import { IconButton } from "../../ui/icon-button";
import { Input } from "../../ui/input";

type Props = { id: number; outcome: IntakeOutcome; q?: string; params: ListParams };

/** Within the rows of one outcome; it begins at the first page again. */
export function RowSearch({ id, outcome, q, params }: Props) {
  const t = useTranslations("imports.result");
  const size = one(params, "size");
  return (
    <Form
      key={`${outcome} ${q}`}
      role="search"
      aria-label={t("search")}
      action={`/exchange/imports/${id}`}
      className="flex w-full items-center gap-1 pb-1 md:w-72"
    >
      <input type="hidden" name="outcome" value={outcome} />
      {size && <input type="hidden" name="size" value={size} />}
      <Input
        name="q"
        type="search"
        defaultValue={q}
        aria-label={t("searchHint")}
        placeholder={t("searchHint")}
      />
      <IconButton type="submit" icon={Search} label={t("search")} />
    </Form>
  );
}
