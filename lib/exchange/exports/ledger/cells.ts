import { placeText } from "@/lib/awards/rules";
import { awardStates, recipientRoles, recipientsMax } from "@/lib/awards/schema";
import { literal } from "@/lib/db/read-sql";
import { formulaPattern } from "@/lib/kernel/text";

/** Translators of the namespaces exports and awards. */
export type Words = { exports: Translate; awards: Translate };
type Translate = (key: string, values?: Record<string, string | number>) => string;

/** Stands in a sentence for what PostgreSQL puts there; no stored text is looked through for it. */
const blank = "\ue000";

/** What a code is called. */
export function said(code: string, codes: readonly string[], nameOf: (code: string) => string): string {
  const names = codes.map((one) => `WHEN ${literal(one)} THEN ${literal(nameOf(one))}`);
  return `CASE ${code} ${names.join(" ")} END`;
}

/** 有效, 已撤销; with the names of those who were struck, 有效（其中李晓杰已取消）. */
export function stateWith(names: string, { awards }: Words): string {
  const state = (code: string) => awards(`state.${code}`);
  const some = awards("struck.some", { names: blank });
  const withNames = (code: string) => awards("struck.stateWith", { state: state(code), struck: some });
  return `CASE WHEN a.state = 'revoked' OR ${names} IS NULL THEN ${said("a.state", awardStates, state)}
    ELSE replace(${said("a.state", awardStates, withNames)}, ${literal(blank)}, ${names}) END`;
}

/** 第2完成人，共5人 of a recipient, with a blank where the number of recipients goes. */
export function placeOf(awards: Translate): string {
  const text = (role: (typeof recipientRoles)[number] | null, position: number) =>
    placeText((key, values) => awards(key, { ...values, total: blank }), { position, total: 2, role }, null);
  const contributors = Array.from({ length: recipientsMax }, (_, index) => literal(text(null, index + 1)));
  const others = recipientRoles.filter((role) => text(role, 1) !== text(null, 1));
  return `CASE ${others.map((role) => `WHEN r.role = ${literal(role)} THEN ${literal(text(role, 1))}`).join(" ")}
    ELSE coalesce((ARRAY[${contributors.join()}])[r.position], r.position || ' / ' || ${literal(blank)}) END`;
}

/** The same, filled in; nobody has a place alone. */
export function filledIn(places: string, total: string): string {
  return `CASE WHEN ${total} > 1 THEN replace(${places}, ${literal(blank)}, ${total}::text) END`;
}

/** Texts of an array, each once, where it comes first. Mostly there are one or two. */
export function onceEach(texts: string, comma: string): string {
  return `(SELECT nullif(CASE
      WHEN cardinality(x.all) < 2 OR cardinality(x.all) = 2 AND x.all[1] <> x.all[2] THEN array_to_string(x.all, ${comma})
      ELSE (SELECT string_agg(o.text, ${comma} ORDER BY o.first)
        FROM (SELECT n.text, min(n.place) AS first FROM unnest(x.all) WITH ORDINALITY AS n (text, place) GROUP BY n.text) AS o)
      END, '') FROM (SELECT ${texts} AS all OFFSET 0) AS x)`;
}

/**
 * A cell as a line of CSV holds it: what a spreadsheet would run as a formula has an apostrophe before it, as `neutralizeFormula`
 * puts it. Only a first sign outside of digits, letters and the Chinese ones has to be looked at more closely.
 */
export function neutralized(cell: string): string {
  return `CASE WHEN ascii(${cell}) BETWEEN 65 AND 65290 OR ascii(${cell}) BETWEEN 48 AND 57 THEN ${cell}
    WHEN ${cell} = '' THEN NULL WHEN ${cell} ~ ${literal(formulaPattern)} THEN '''' || ${cell} ELSE ${cell} END`;
}
