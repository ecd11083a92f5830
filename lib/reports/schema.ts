import { paramsOf, zFilterYear, type Params } from "@/lib/kernel/fields";

const yearsBack = 9;

/** The year whose numbers the home page shows, and those it offers: the last ten, and the one that was asked for. */
export function readYears(params: Params, thisYear: number): { year: number; years: number[] } {
  const asked = zFilterYear.parse(paramsOf(params).year);
  const year = asked !== undefined && asked >= 1900 && asked <= thisYear ? asked : thisYear;
  const last = Array.from({ length: yearsBack + 1 }, (_, back) => thisYear - back);
  return { year, years: last.includes(year) ? last : [...last, year] };
}
