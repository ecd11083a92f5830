import type { Actor } from "@/lib/auth/roles";
import { ask } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Sql, sqlOfRead } from "@/lib/db/read-sql";
import { mayBeOld } from "@/lib/db/replica";
import { type Page, pageWindow } from "@/lib/kernel/page";
import { escapeLike, nameKey } from "@/lib/kernel/text";
import { getUnitPath } from "@/lib/organizations/queries";
import { visibleTo } from "../policy";
import { readTreatments, type TreatmentView } from "../queries";
import type { TreatmentFilter } from "../schema";

/** As many rows as a page number may reach. */
const most = 1_000_000_000;

/** What of a list is given every month on the day it is asked: how many, and yuan together as a decimal text. */
export type MonthlyTotal = { count: number; amount: string };
export type TreatmentList = Page<TreatmentView> & { monthly: MonthlyTotal };

/** Treatments that the actor sees, with what they come to a month. */
export const listTreatments = mayBeOld(readList);

type Found = { total: number; count: number; amount: string; ids: number[] };

async function readList(actor: Actor, filter: TreatmentFilter, today: string): Promise<TreatmentList> {
  const listed = await sqlOfList(actor, filter, today);
  const asked = pageWindow(filter.page, filter.size, most);
  const found = await find(listed, filter, asked);
  const { total, count, amount } = found;
  const { page, size, skip, take } = pageWindow(filter.page, filter.size, total);
  const { ids } = page === asked.page ? found : await find(listed, filter, { skip, take });
  return { rows: await readTreatments(actor, ids, today), total, page, size, monthly: { count, amount } };
}

/** A page of the list and what all of it comes to, by one statement: each row's end is worked out once. */
async function find(
  { text, values }: Sql,
  { sort, direction }: TreatmentFilter,
  { skip, take }: { skip: number; take: number },
): Promise<Found> {
  const column = sort === "amount" ? "amount" : "valid_from";
  const way = direction === "desc" ? "DESC" : "ASC";
  const [found] = await ask<Found>({
    text: `WITH listed AS MATERIALIZED (${text})
      SELECT count(*)::int AS total, (count(*) FILTER (WHERE monthly))::int AS count,
        coalesce(sum(amount) FILTER (WHERE monthly), 0)::numeric(16, 2)::text AS amount,
        ARRAY(SELECT id FROM listed ORDER BY ${column} ${way} NULLS LAST, id ${way}
          LIMIT $${values.length + 1} OFFSET $${values.length + 2}) AS ids FROM listed`,
    values: [...values, take, skip],
  });
  return found!;
}

/** Raw around Prisma's own conditions: the state and the years of a treatment follow from the view that derives its end. */
async function sqlOfList(actor: Actor, filter: TreatmentFilter, today: string): Promise<Sql> {
  const where = { AND: [visibleTo(actor), ...(await conditions(actor, filter))] };
  const select = { id: true, validFrom: true, amount: true, period: true } as const;
  const { text, values } = await sqlOfRead((client) => client.treatment.findMany({ where, select }));
  const all: unknown[] = [...values];
  const given = (value: unknown) => `$${all.push(value)}::text`;
  const state = `treatment_state(t.valid_from, e.last_day, ${given(today)})`;
  const narrowed = [
    ...(filter.state ? [`${state} = ${given(filter.state)}`] : []),
    ...(filter.year === undefined ? [] : [givenIn(filter.year, given)]),
  ];
  return {
    text: `SELECT t.id, t.valid_from, t.amount, t.period::text = 'monthly' AND ${state} = 'running' AS monthly
      FROM (${text}) AS t JOIN treatment_ends e ON e.id = t.id ${narrowed.length > 0 ? `WHERE ${narrowed.join(" AND ")}` : ""}`,
    values: all,
  };
}

/** Begun by the end of the year, and not over before it began. */
function givenIn(year: number, given: (value: unknown) => string): string {
  return `partial_date_first(t.valid_from) <= ${given(`${year}-12-31`)}
    AND (e.last_day IS NULL OR e.last_day >= greatest(${given(`${year}-01-01`)}, partial_date_first(t.valid_from)))`;
}

async function conditions(
  actor: Actor,
  { q, kind, unit }: TreatmentFilter,
): Promise<Prisma.TreatmentWhereInput[]> {
  const path = unit === undefined ? null : ((await getUnitPath(actor, unit)) ?? "none");
  const under = path === null ? null : { path: { startsWith: path } };
  return [
    q ? { employee: named(q) } : {},
    kind ? { kindCode: kind } : {},
    under ? { employee: { OR: [{ unit: under }, { unionUnit: under }] } } : {},
  ];
}

function named(q: string): Prisma.EmployeeWhereInput {
  const beginning = escapeLike(q);
  return {
    OR: [
      { nameKey: { contains: escapeLike(nameKey(q)) } },
      { workNumber: { startsWith: beginning } },
      { initials: { startsWith: beginning.toLowerCase() } },
    ],
  };
}
