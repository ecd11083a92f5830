import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import type { TreatmentView } from "@/lib/treatments/queries";
import { inLanguage, titleIn } from "../awards/named";
import { TextLink } from "../ui/text-link";
import { TreatmentState } from "./treatment-state";
import { useTreatmentWords } from "./use-words";

type Props = {
  label: string;
  rows: readonly TreatmentView[];
  /** What a line begins with: whose it is on the page of an award, what it is for on the page of a person. */
  by: "person" | "award";
  linked?: boolean;
  action?: (row: TreatmentView) => ReactNode;
};

/** Treatments one under the other, for a phone as for a wide screen. */
export function TreatmentList({ label, rows, by, linked = false, action }: Props) {
  const locale = useLocale();
  const words = useTreatmentWords();
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {rows.map((row) => {
        const kind = inLanguage(locale, row.kind);
        const whose =
          by === "person"
            ? [row.person.name, row.person.unitName].filter(Boolean).join(" · ")
            : titleIn(locale, row.award);
        const end = words.end(row);
        return (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <span className="w-14 shrink-0">
              <TreatmentState treatment={row} />
            </span>
            <div className="min-w-0 flex-1 basis-56">
              <p>
                <span className="font-medium">
                  {linked ? <TextLink href={`/treatments/${row.id}`}>{kind}</TextLink> : kind}
                </span>
                <span className="ml-2 tabular-nums">{words.amount(row)}</span>
                <span className="ml-2 text-ink-2">{words.span(row)}</span>
              </p>
              <p className="text-ink-2">
                {whose}
                <span className="text-ink-3"> · {row.payer}</span>
              </p>
              {end && <p className={row.state === "stopped" ? "text-danger" : "text-ink-2"}>{end}</p>}
            </div>
            {action?.(row)}
          </li>
        );
      })}
    </ul>
  );
}
