import { useTranslations } from "next-intl";
import { decideRow } from "@/lib/exchange/imports/actions";
import type { ImportRowView, ImportView } from "@/lib/exchange/imports/queries";
import type { IntakeCandidate } from "@/lib/kernel/intake";
import { ActionButton } from "../../forms/action-button";
import { Badge } from "../../ui/badge";
import { AnotherButton } from "./row-decision";

type Props = {
  candidates: readonly IntakeCandidate[];
  name: string;
  nameIndex: number;
  row: ImportRowView;
  batch: Pick<ImportView, "id" | "kind">;
  mayDecide: boolean;
};

/** Namesakes with what tells them apart. Whoever is chosen is kept with the row, and the row is checked again at once. */
export function CandidateList({ candidates, name, nameIndex, row, batch, mayDecide }: Props) {
  const t = useTranslations("imports.result");
  return (
    <ul
      aria-label={t("candidates", { name })}
      className="mt-1 max-w-xl divide-y divide-line rounded-sm border border-line bg-surface"
    >
      {candidates.map((one) => {
        const facts = [
          one.unit ?? t("noUnit"),
          one.workNumber && t("workNumber", { number: one.workNumber }),
          one.birthYear && t("born", { year: one.birthYear }),
          one.last4 && t("last4", { last4: one.last4 }),
        ].filter(Boolean);
        const who = [one.name, ...facts].join(" ");
        return (
          <li key={one.id} className="flex items-center gap-3 px-2.5 py-1.5">
            <span className="min-w-0 flex-1">
              <span className="mr-2 font-medium">{one.name}</span>
              <span className="text-ink-2">{facts.join(" · ")}</span> {one.left && <Badge>{t("left")}</Badge>}
            </span>
            {mayDecide && (
              <ActionButton
                action={decideRow}
                input={{
                  id: batch.id,
                  position: row.position,
                  decision: {
                    // Of a person's own row one or the other is true; an award may be another one whoever won it.
                    ...(batch.kind !== "employees" && row.decision),
                    people: { ...row.decision?.people, [nameIndex]: one.id },
                  },
                }}
                size="sm"
                doneMessage={t("chosen", { name: one.name })}
              >
                {t("choose")}
                <span className="sr-only">{who}</span>
              </ActionButton>
            )}
          </li>
        );
      })}
      {mayDecide && batch.kind === "employees" && (
        <li className="flex items-center gap-3 px-2.5 py-1.5">
          <span className="min-w-0 flex-1 text-ink-2">{t("noneOfThem")}</span>
          <AnotherButton row={row} batch={batch} />
        </li>
      )}
    </ul>
  );
}
