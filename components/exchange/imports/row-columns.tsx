import { useTranslations } from "next-intl";
import type { SheetField } from "@/lib/exchange/imports/fields";
import type { ImportRowView, ImportView } from "@/lib/exchange/imports/queries";
import type { IntakeOutcome } from "@/lib/kernel/intake";
import type { Column } from "../../lists/data-table";
import { TextLink } from "../../ui/text-link";
import { RowChanges } from "./row-changes";
import { AnotherButton, Decided, mayBeAnother } from "./row-decision";
import { RowFaults } from "./row-faults";
import { useFaultWords } from "./use-fault-words";

type RowColumn = Column<ImportRowView>;

export function useRowColumns(
  view: ImportView,
  outcome: IntakeOutcome,
  fields: readonly SheetField[],
): RowColumn[] {
  const t = useTranslations("imports.result");
  const say = useFaultWords();
  const labels = new Map(fields.map(({ key, label }) => [key, label]));
  const mayDecide = view.state === "checked" && view.may.map;
  const wasApplied = view.state === "applied" || view.state === "applying";

  const number: RowColumn = {
    key: "row",
    header: t("row"),
    align: "end",
    width: "xs",
    cell: (row) => row.sheetRow,
  };
  const record: RowColumn = {
    key: "record",
    header: t("record"),
    width: outcome === "faulty" || outcome === "changed" ? "sm" : "lg",
    cell: (row) => (
      <>
        {row.label}
        <Decided row={row} batch={view} mayDecide={mayDecide} />
      </>
    ),
  };
  const written: RowColumn = {
    key: "written",
    header: t("written"),
    nowrap: true,
    cell: (row) => (row.applied ? <TextLink href={row.applied.href}>{t("open")}</TextLink> : t("notWritten")),
  };
  const existing: RowColumn = {
    key: "existing",
    header: t("existing"),
    nowrap: true,
    // A row may also repeat another of the same sheet, which has no record yet.
    cell: (row) =>
      row.record ? (
        <TextLink href={row.record.href}>{t("open")}</TextLink>
      ) : (
        row.faults.map(({ message }) => say(message)).join(" ") || null
      ),
  };
  const kinds: Record<IntakeOutcome, RowColumn[]> = {
    new: [...(wasApplied ? [written] : []), ...cellColumns(view, labels)],
    changed: [
      {
        key: "changes",
        header: t("changes"),
        width: "md",
        cell: (row) => <RowChanges changes={row.changes} labels={labels} />,
      },
      wasApplied ? written : existing,
    ],
    unchanged: [existing, ...cellColumns(view, labels)],
    duplicate: [
      existing,
      ...(mayDecide && mayBeAnother.includes(view.kind)
        ? [
            {
              key: "decision",
              header: t("decision"),
              nowrap: true,
              cell: (row: ImportRowView) => <AnotherButton row={row} batch={view} />,
            },
          ]
        : []),
      ...cellColumns(view, labels),
    ],
    faulty: [
      {
        key: "problems",
        header: t("problems"),
        width: "md",
        cell: (row) => <RowFaults row={row} batch={view} labels={labels} mayDecide={mayDecide} />,
      },
    ],
  };
  return [number, record, ...kinds[outcome]];
}

/** The row as it stands in the sheet, by the fields that its columns became. */
function cellColumns(view: ImportView, labels: ReadonlyMap<string, string>): RowColumn[] {
  return Object.entries(view.mapping ?? {})
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([column, key]) => ({
      key,
      header: labels.get(key) ?? key,
      nowrap: true,
      cell: (row) => {
        const text = row.cells[Number(column)];
        return text ? <span className="block max-w-56 truncate">{text}</span> : null;
      },
    }));
}
