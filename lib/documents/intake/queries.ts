import { ledgerReaders, scopePaths, type Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { groupBy } from "@/lib/kernel/grouping";
import { visibleTo } from "../policy";
import { documentKey, type DocumentAsk, type DocumentMatch } from "./rules";

/** The documents that these asks mean, by `documentKey`; of those with a title alone the ones that have no number are meant as well. */
export async function findDocuments(
  tx: Tx,
  actor: Actor,
  asks: readonly DocumentAsk[],
): Promise<Map<string, DocumentMatch>> {
  const keys = [...new Set(asks.flatMap((ask) => documentKey(ask) ?? []))];
  if (keys.length === 0) return new Map();
  const rest = (kind: string) =>
    keys.flatMap((key) => (key.startsWith(kind) ? [key.slice(kind.length + 1)] : []));
  const numbers = rest("number");
  const titles = rest("title");
  const rows = await tx.document.findMany({
    where: { OR: [{ numberKey: { in: numbers } }, { title: { in: titles } }] },
    select: {
      ...{ id: true, numberKey: true, title: true },
      recordingUnit: { select: { path: true } },
      issuers: { orderBy: { position: "asc" }, select: { grantingBodyId: true } },
    },
  });
  const seen = await idsInSight(tx, actor, rows);
  const byNumber = new Map(rows.map((row) => [row.numberKey, row]));
  const byTitle = groupBy(
    rows.filter(({ id }) => seen.has(id)),
    ({ title }) => title,
  );
  const match = (row: (typeof rows)[number] | undefined): DocumentMatch => {
    if (!row) return { found: null };
    if (!seen.has(row.id)) return { fault: "documentNumberElsewhere" };
    return { found: { id: row.id, issuers: row.issuers.map(({ grantingBodyId }) => grantingBodyId) } };
  };
  return new Map([
    ...numbers.map((number) => [`number ${number}`, match(byNumber.get(number))] as const),
    ...titles.map((title) => {
      const named = byTitle.get(title) ?? [];
      return [`title ${title}`, named.length > 1 ? { fault: "documentAmbiguous" } : match(named[0])] as const;
    }),
  ]);
}

/** Most are seen by the place of who recorded them; only of the others the awards that they hold are looked at. */
async function idsInSight(
  tx: Tx,
  actor: Actor,
  rows: readonly { id: number; recordingUnit: { path: string } }[],
): Promise<Set<number>> {
  const paths = scopePaths(actor, ...ledgerReaders);
  const near = ({ recordingUnit: { path } }: (typeof rows)[number]) =>
    paths.some((scope) => path.startsWith(scope) || scope.startsWith(path));
  const far = rows.filter((row) => !near(row)).map(({ id }) => id);
  const seen =
    far.length === 0
      ? []
      : await tx.document.findMany({
          where: { AND: [{ id: { in: far } }, visibleTo(actor)] },
          select: { id: true },
        });
  return new Set([...rows.filter(near), ...seen].map(({ id }) => id));
}
