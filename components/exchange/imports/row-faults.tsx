import { useTranslations } from "next-intl";
import type { ImportRowView, ImportView } from "@/lib/exchange/imports/queries";
import { CandidateList } from "./candidate-list";
import { useFaultWords } from "./use-fault-words";

type Props = {
  row: ImportRowView;
  batch: Pick<ImportView, "id" | "kind">;
  labels: ReadonlyMap<string, string>;
  mayDecide: boolean;
};

/** Each fault of a row: the column, what stands there, and what to do. A name comes with those who may be meant. */
export function RowFaults({ row, batch, labels, mayDecide }: Props) {
  const t = useTranslations("imports.result");
  const say = useFaultWords();
  return (
    <ul className="space-y-2">
      {row.faults.map((fault, index) => {
        // Of several names in one cell, the one that is meant.
        const value = fault.candidates?.[0]?.name ?? fault.value;
        return (
          <li key={index}>
            <p>
              <span className="font-semibold">
                {fault.column === null ? t("wholeRow") : (labels.get(fault.column) ?? fault.column)}
              </span>{" "}
              {fault.column !== null && (
                <span className="text-ink-3">{value === "" ? t("emptyCell") : t("value", { value })}</span>
              )}
            </p>
            <p className="text-danger">{say(fault.message)}</p>
            {fault.candidates && fault.candidates.length > 0 && (
              <CandidateList
                candidates={fault.candidates}
                name={value}
                nameIndex={fault.nameIndex ?? 0}
                row={row}
                batch={batch}
                mayDecide={mayDecide}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
