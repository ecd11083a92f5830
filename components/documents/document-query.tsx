import { useLocale, useTranslations } from "next-intl";
import { documentKinds, type DocumentFilter } from "@/lib/documents/schema";
import { nameIn } from "@/lib/honors/rules";
import type { NamedRef } from "@/lib/honors/schema";
import { ActiveFilters } from "../lists/active-filters";
import type { ListParams } from "../lists/href";
import { QueryBar } from "../lists/query-bar";
import { QueryField } from "../lists/query-field";
import { QuerySelect } from "../lists/query-select";
import { Input } from "../ui/input";

type Props = { params: ListParams; filter: DocumentFilter; bodies: NamedRef[]; unitName?: string };

export function DocumentQuery({ params, filter, bodies, unitName }: Props) {
  const t = useTranslations("documents");
  const all = useTranslations("common")("all");
  const units = useTranslations("common.list")("units");
  const locale = useLocale();
  const issuer = bodies.find((body) => body.id === filter.issuer);
  const scan = (
    <QueryField label={t("scan")}>
      <QuerySelect
        name="scan"
        defaultValue={filter.scan}
        options={(["yes", "no"] as const).map((scan) => ({ value: scan, label: t(`scans.${scan}`) }))}
        placeholder={all}
      />
    </QueryField>
  );
  return (
    <>
      <QueryBar path="/documents" params={params} more={scan} moreOpen={filter.scan !== undefined}>
        <QueryField label={t("keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("keywordHint")} />
        </QueryField>
        <QueryField label={t("year")}>
          <Input name="year" inputMode="numeric" defaultValue={filter.year} />
        </QueryField>
        <QueryField label={t("kind")}>
          <QuerySelect
            name="kind"
            defaultValue={filter.kind}
            options={documentKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            placeholder={all}
          />
        </QueryField>
        <QueryField label={t("issuer")}>
          <QuerySelect
            name="issuer"
            defaultValue={filter.issuer}
            options={bodies.map((body) => ({ value: String(body.id), label: nameIn(locale, body) }))}
            placeholder={all}
          />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        path="/documents"
        params={params}
        filters={[
          { key: "unit", label: units, value: unitName },
          { key: "q", label: t("keyword"), value: filter.q },
          { key: "year", label: t("year"), value: filter.year?.toString() },
          { key: "kind", label: t("kind"), value: filter.kind && t(`kinds.${filter.kind}`) },
          { key: "issuer", label: t("issuer"), value: issuer && nameIn(locale, issuer) },
          { key: "scan", label: t("scan"), value: filter.scan && t(`scans.${filter.scan}`) },
        ]}
      />
    </>
  );
}
