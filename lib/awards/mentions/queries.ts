import type { Actor } from "@/lib/auth/roles";
import { askIn } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { readSql } from "@/lib/db/part-sql";
import type { Tx } from "@/lib/db/transaction";
import { nearTo, visibleTo as visibleDocuments } from "@/lib/documents/policy";
import { visibleTo as visibleEmployees } from "@/lib/employees/policy";
import type { Title } from "../recipients/rules";
import type { History } from "../subjects/rules";
import type { Names } from "./rules";

/** What the form of an award names, by id. */
export type Asked = {
  titleId: number;
  unitId: number | null;
  documents: readonly number[];
  grantingBodies: readonly number[];
  /** People to be read with their history; those that the actor does not see are left out. */
  employees: readonly number[];
};
export type Mentions = {
  title: Title | null;
  unit: { id: number; path: string } | null;
  documents: { id: number; issuers: number[] }[];
  names: Names;
  history: Pick<History, "employee" | "units">;
};

type Row = Omit<Mentions, "names" | "history"> & {
  names: Names;
  people: Person[];
  units: Unit[];
};
type Person = History["employee"] extends Map<number, infer One> ? One : never;
type Unit = History["units"] extends Map<number, infer One> ? One & { id: number } : never;

/**
 * Everything that an award names, in one statement: title, unit, documents in sight (or in `keptDocuments`), granting bodies, people in
 * sight with their posts and units of all times. Raw, for Prisma asks each of seventeen tables by itself. Ids travel as JSON,
 * so that PostgreSQL keeps its plan, and each is looked up by itself (OFFSET 0): for a hundred it would read all units first.
 */
export async function readMentions(
  tx: Tx,
  actor: Actor,
  asked: Asked,
  keptDocuments: readonly number[],
  documentsWithin: typeof visibleDocuments = nearTo,
): Promise<Mentions> {
  const sights = JSON.stringify([actor.employeeId, actor.grants, keptDocuments, documentsWithin.name]);
  const seenDocuments = await readSql(`documents ${sights}`, (client) =>
    client.document.findMany({
      where: { OR: [{ id: { in: [...keptDocuments] } }, documentsWithin(actor)] },
      select: { id: true, number: true, title: true },
    }),
  );
  const seenPeople = await readSql(`employees ${sights}`, (client) =>
    client.employee.findMany({
      where: visibleEmployees(actor),
      select: {
        ...{ id: true, name: true, post: true, unitId: true, unionUnitId: true },
        ...{ hiredOn: true, mergedIntoId: true },
      },
    }),
  );
  const [row] = await askIn<Row>(
    tx,
    Prisma.sql`
    WITH asked AS MATERIALIZED (SELECT ${JSON.stringify(asked)}::jsonb AS ids),
    titles AS MATERIALIZED (SELECT t.* FROM honor_titles t WHERE t.id = (SELECT (ids ->> 'titleId')::int FROM asked)),
    papers AS MATERIALIZED (
      SELECT d.*, ARRAY(SELECT i.granting_body_id FROM document_issuers i WHERE i.document_id = d.id ORDER BY i.position) AS issuers
      FROM asked, jsonb_array_elements(ids -> 'documents') AS named(id), LATERAL (SELECT * FROM (${seenDocuments}) AS seen WHERE seen.id = named.id::int OFFSET 0) AS d),
    people AS MATERIALIZED (
      SELECT e.*, (SELECT coalesce(json_agg(json_build_object('unitId', s.unit_id, 'unionUnitId', s.union_unit_id, 'post', s.post,
          'validFrom', s.valid_from, 'validTo', s.valid_to)), '[]') FROM employee_assignments s WHERE s.employee_id = e.id) AS assignments
      FROM asked, jsonb_array_elements(ids -> 'employees') AS named(id), LATERAL (SELECT * FROM (${seenPeople}) AS seen WHERE seen.id = named.id::int OFFSET 0) AS e),
    places AS MATERIALIZED (
      SELECT unit_id AS id FROM people UNION ALL SELECT union_unit_id FROM people
      UNION ALL SELECT p.id FROM people, json_to_recordset(assignments) AS s("unitId" int, "unionUnitId" int), LATERAL (VALUES ("unitId"), ("unionUnitId")) AS p(id)),
    organisers AS MATERIALIZED (
      SELECT o.granting_body_id AS id, o.position FROM programme_organisers o WHERE o.programme_id = (SELECT programme_id FROM titles))
    SELECT
      (SELECT json_build_object('id', t.id, 'familyId', coalesce(t.family_id, t.id), 'name', t.name, 'nameEn', t.name_en, 'categoryCode', t.category_code,
          'validityMonths', t.validity_months, 'validFrom', t.valid_from, 'validTo', t.valid_to,
          'levels', ARRAY(SELECT l.level_code FROM honor_title_levels l WHERE l.title_id = t.id),
          'prizeLevels', ARRAY(SELECT p.prize_level_code FROM honor_title_prize_levels p WHERE p.title_id = t.id),
          'subjectKinds', ARRAY(SELECT k.subject_kind FROM honor_title_subject_kinds k WHERE k.title_id = t.id),
          'organisers', ARRAY(SELECT id FROM organisers ORDER BY position)) FROM titles t) AS title,
      (SELECT json_build_object('id', u.id, 'path', u.path) FROM organizations u WHERE u.id = (SELECT (ids ->> 'unitId')::int FROM asked)) AS unit,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'issuers', issuers)), '[]') FROM papers) AS documents,
      json_build_object(
        'unit', (SELECT u.name FROM organizations u WHERE u.id = (SELECT (ids ->> 'unitId')::int FROM asked)),
        'levels', (SELECT json_object_agg(code, name_zh) FROM levels), 'prizeLevels', (SELECT json_object_agg(code, name_zh) FROM prize_levels),
        'documents', (SELECT coalesce(json_object_agg(id, concat_ws(' ', number, title)), '{}') FROM papers),
        'bodies', (SELECT coalesce(json_object_agg(b.id, b.name), '{}') FROM granting_bodies b WHERE b.id = ANY (ARRAY(
          SELECT jsonb_array_elements(ids -> 'grantingBodies')::int FROM asked UNION ALL SELECT unnest(issuers) FROM papers UNION ALL SELECT id FROM organisers)))) AS names,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'post', post, 'unitId', unit_id, 'unionUnitId', union_unit_id, 'hiredOn', hired_on,
        'mergedIntoId', merged_into_id, 'assignments', assignments)), '[]') FROM people) AS people,
      (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'tree', u.tree, 'periods', (
          SELECT coalesce(json_agg(json_build_object('name', p.name, 'validFrom', p.valid_from, 'validTo', p.valid_to)), '[]')
          FROM organization_periods p WHERE p.organization_id = u.id))), '[]') FROM organizations u WHERE u.id = ANY (ARRAY(SELECT id FROM places))) AS units`,
  );
  const { people: persons, units, ...found } = row!;
  // Nearly always they are near, and what asks for an award's sake is the longest part of the statement to begin.
  if (found.documents.length < asked.documents.length && documentsWithin === nearTo)
    return readMentions(tx, actor, asked, keptDocuments, visibleDocuments);
  return {
    ...found,
    history: {
      employee: new Map(persons.map((one) => [one.id, one])),
      units: new Map(units.map((one) => [one.id, one])),
    },
  };
}

/** Names alone, for who has looked at everything else already. */
export async function readNames(
  tx: Tx,
  { unitId, documents, grantingBodies }: { unitId: number } & Pick<Asked, "documents" | "grantingBodies">,
): Promise<Names> {
  const [{ names }] = await tx.$queryRaw<[{ names: Names }]>`
    SELECT json_build_object(
      'unit', (SELECT name FROM organizations WHERE id = ${unitId}),
      'levels', (SELECT json_object_agg(code, name_zh) FROM levels), 'prizeLevels', (SELECT json_object_agg(code, name_zh) FROM prize_levels),
      'documents', (SELECT coalesce(json_object_agg(id, concat_ws(' ', number, title)), '{}') FROM documents WHERE id = ANY (${[...documents]}::int[])),
      'bodies', (SELECT coalesce(json_object_agg(id, name), '{}') FROM granting_bodies WHERE id = ANY (${[...grantingBodies]}::int[]))) AS names`;
  return names;
}
