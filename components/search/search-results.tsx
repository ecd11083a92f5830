import { SearchX } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { employeeHint } from "@/lib/employees/rules";
import { itemOf } from "@/lib/documents/rules";
import { nameIn, valueIn } from "@/lib/honors/rules";
import { formatPartialDate } from "@/lib/kernel/partial-date";
import type { Found } from "@/lib/search/queries";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { ResultGroup, type Result } from "./result-group";

/** Everything found, kind by kind; kinds without a hit are left out. */
export function SearchResults({ q, found }: { q: string; found: Found }) {
  const t = useTranslations("search");
  const groups = useGroups(found).filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) {
    return (
      <Card>
        <EmptyState icon={SearchX} title={t("nothing", { q })} text={t("nothingText")} />
      </Card>
    );
  }
  return groups.map(({ key, list, rows }) => (
    <ResultGroup
      key={key}
      title={t(`groups.${key}`)}
      rows={rows}
      more={found[key].more ? `${list}${new URLSearchParams({ q }).toString()}` : null}
    />
  ));
}

function useGroups(found: Found) {
  const locale = useLocale();
  const employees = useTranslations("employees");
  const common = useTranslations("common");
  const state = useTranslations("awards.state");
  const kind = useTranslations("teams.kind");
  const language = locale === "en" ? "en" : "zh-CN";
  const line = (
    href: string,
    id: number,
    label: string,
    ...hints: (string | null | undefined)[]
  ): Result => ({
    ...{ id, href: `${href}/${id}`, label, hint: hints.filter(Boolean).join(" · ") },
  });
  return [
    {
      ...({ key: "people", list: "/employees?" } as const),
      rows: found.people.rows.map((one) =>
        line("/employees", one.id, one.name, employeeHint(one, employees)),
      ),
    },
    {
      ...({ key: "awards", list: "/awards?year=all&" } as const),
      rows: found.awards.rows.map((one) =>
        line(
          ...(["/awards", one.id] as const),
          [
            nameIn(locale, { name: one.titleName, nameEn: one.titleNameEn }),
            one.prizeLevel && (locale === "en" ? one.prizeLevel.en : one.prizeLevel.zh),
          ]
            .filter(Boolean)
            .join(" "),
          one.recipients.join(common("listSeparator")),
          formatPartialDate(one.awardDate, language),
          one.unitName,
          one.ledgerNumber,
          state(one.state),
        ),
      ),
    },
    {
      ...({ key: "titles", list: "/honors?" } as const),
      rows: found.titles.rows.map((one) =>
        line(
          "/honors",
          one.id,
          nameIn(locale, one),
          valueIn(locale, one.category),
          one.programme && nameIn(locale, one.programme),
        ),
      ),
    },
    {
      ...({ key: "documents", list: "/documents?" } as const),
      rows: found.documents.rows.map((one) => {
        const { label, hint } = itemOf(locale, one);
        return line("/documents", one.id, label, hint);
      }),
    },
    {
      ...({ key: "units", list: "/organizations?" } as const),
      rows: found.units.rows.map((one) => line("/organizations", one.id, one.name, one.trail.join(" / "))),
    },
    {
      ...({ key: "achievements", list: "/achievements?" } as const),
      rows: found.achievements.rows.map((one) => line("/achievements", one.id, one.name, one.unitName)),
    },
    {
      ...({ key: "teams", list: "/teams?" } as const),
      rows: found.teams.rows.map((one) => line("/teams", one.id, one.name, kind(one.kind), one.unitName)),
    },
    {
      ...({ key: "studios", list: "/studios?" } as const),
      rows: found.studios.rows.map((one) => line("/studios", one.id, one.name, one.field, one.unitName)),
    },
  ];
}
