import { useTranslations } from "next-intl";
import type { TreatmentView } from "@/lib/treatments/queries";
import { Card } from "../ui/card";
import { TreatmentList } from "./treatment-list";

/** What somebody's honors bring them, to read; nothing where there is none. `own` is the person's own page. */
export function TreatmentsOfPerson({ rows, own = false }: { rows: readonly TreatmentView[]; own?: boolean }) {
  const t = useTranslations("treatments");
  if (rows.length === 0) return null;
  const title = t(own ? "own" : "ofPerson");
  return (
    <Card title={title} flush>
      <TreatmentList label={title} rows={rows} by="award" linked={!own} />
    </Card>
  );
}
