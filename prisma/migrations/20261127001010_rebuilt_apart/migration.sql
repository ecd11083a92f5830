-- ---------------------------------------------------------------- days
-- In one expression, so that PostgreSQL puts it into what asks it: periods are compared with all that lie on the same page of an index, and
-- the calls of three functions for each took most of the time. The same answers as before.
CREATE OR REPLACE FUNCTION period_of(valid_from text, valid_to text) RETURNS daterange
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN daterange(
    make_date(substr(valid_from, 1, 4)::int, coalesce(nullif(substr(valid_from, 6, 2), ''), '01')::int, coalesce(nullif(substr(valid_from, 9, 2), ''), '01')::int),
    make_date(substr(valid_to, 1, 4)::int, coalesce(nullif(substr(valid_to, 6, 2), ''), '01')::int, coalesce(nullif(substr(valid_to, 9, 2), ''), '01')::int), '[)');
-- The number before the employer, for it tells the rows of a page apart at the first comparison.
ALTER TABLE employees DROP CONSTRAINT employees_work_number_in_period, ADD CONSTRAINT employees_work_number_in_period
  EXCLUDE USING gist (work_number WITH =, employer_id WITH =, period_of(hired_on, left_on) WITH &&);

-- ---------------------------------------------------------------- everything anew, table by table
-- Each table that is kept beside the rows has its procedure, for a load without triggers or where the database moved to a machine of
-- another byte order; as the owner. Apart, so that a load makes some while it still brings in what others are made of.
CREATE FUNCTION deferred_checks.set_indexes_aside(tab regclass) RETURNS text[]
  LANGUAGE plpgsql
  AS $$
DECLARE one record;
  aside text[] := '{}';
BEGIN
  FOR one IN SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS made FROM pg_index
    WHERE indrelid = tab AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) LOOP
    EXECUTE format('DROP INDEX %s', one.name);
    aside := aside || one.made;
  END LOOP;
  RETURN aside;
END $$;
CREATE PROCEDURE deferred_checks.build_indexes(aside text[])
  LANGUAGE plpgsql
  AS $$
DECLARE made text;
BEGIN
  FOREACH made IN ARRAY aside LOOP
    EXECUTE made;
  END LOOP;
END $$;

DO $$
DECLARE noun text;
BEGIN
  FOREACH noun IN ARRAY ARRAY['organization', 'employee', 'document', 'team', 'studio', 'achievement'] LOOP
    EXECUTE format($f$
      CREATE PROCEDURE rebuild_%1$s_search_keys() LANGUAGE plpgsql AS $b$
      DECLARE aside text[] := deferred_checks.set_indexes_aside('%1$s_search_keys');
      BEGIN
        TRUNCATE %1$s_search_keys;
        PERFORM refresh_%1$s_keys(ARRAY(SELECT id FROM %1$ss));
        CALL deferred_checks.build_indexes(aside);
      END $b$
    $f$, noun);
  END LOOP;
END $$;

-- Titles of documents and names of achievements are worded alike again and again: what their words can be found by is made once for all
-- that bear the same (PostgreSQL remembers it while one statement lasts).
CREATE OR REPLACE FUNCTION refresh_document_keys(ids int[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
  AS $$
BEGIN
  PERFORM FROM document_search_keys WHERE document_id = ANY (ids) ORDER BY document_id FOR UPDATE;
  INSERT INTO document_search_keys AS k (document_id, grams)
  SELECT d.id, words.grams || coalesce(document_number_grams(search_text(d.number_key)), '{}') || ARRAY(
      SELECT DISTINCT unnest(text_grams(key)) FROM (SELECT search_text(b.name) AS key FROM document_issuers i JOIN granting_bodies b ON b.id = i.granting_body_id WHERE i.document_id = d.id OFFSET 0) AS x)
  FROM (SELECT DISTINCT unnest(ids) AS id ORDER BY 1) AS i JOIN documents d USING (id) CROSS JOIN LATERAL (SELECT term_grams(d.title) AS grams OFFSET 0) AS words
  ON CONFLICT (document_id) DO UPDATE SET grams = EXCLUDED.grams WHERE k.grams IS DISTINCT FROM EXCLUDED.grams;
END $$;
CREATE OR REPLACE FUNCTION refresh_achievement_keys(ids int[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
  AS $$
BEGIN
  PERFORM FROM achievement_search_keys WHERE achievement_id = ANY (ids) ORDER BY achievement_id FOR UPDATE;
  INSERT INTO achievement_search_keys AS k (achievement_id, grams)
  SELECT a.id, words.grams || ARRAY(SELECT DISTINCT unnest(text_grams(key)) FROM (SELECT search_text(p.number) AS key FROM intellectual_properties p WHERE p.achievement_id = a.id OFFSET 0) AS x)
  FROM (SELECT DISTINCT unnest(ids) AS id ORDER BY 1) AS i JOIN achievements a USING (id) CROSS JOIN LATERAL (SELECT term_grams(a.name) AS grams OFFSET 0) AS words
  ON CONFLICT (achievement_id) DO UPDATE SET grams = EXCLUDED.grams WHERE k.grams IS DISTINCT FROM EXCLUDED.grams;
END $$;

-- What refresh_award_keys says of some, said of all: tables are joined whole, half a million awards at a time, instead of looked into for
-- each of them. Of people the kept keys are read, which are there before.
CREATE PROCEDURE rebuild_award_search_keys() LANGUAGE plpgsql SET work_mem = '256MB' AS $$
DECLARE aside text[] := deferred_checks.set_indexes_aside('award_search_keys');
  above int := 0;
  upto int := 0;
BEGIN
  TRUNCATE award_search_keys, award_title_names;
  INSERT INTO award_title_names (gram, name, name_en)
  SELECT title_gram(title_name, title_name_en), title_name, title_name_en FROM awards GROUP BY title_name, title_name_en ON CONFLICT DO NOTHING;
  WHILE upto < (SELECT max(id) FROM awards) LOOP
    above := upto;
    upto := upto + 500000;
    INSERT INTO award_search_keys (award_id, place, day, grams, unit_ids)
    SELECT a.id, one.place, a.first_day, CASE WHEN one.nth = 1 THEN title_gram(a.title_name, a.title_name_en) || coalesce(papers.grams, '{}') ELSE '{}' END || one.grams,
      coalesce(scope.unit_ids, '{}')
    FROM awards a
    JOIN (
      SELECT named.award_id, named.place, row_number() OVER (PARTITION BY named.award_id ORDER BY named.place) AS nth,
        CASE WHEN n.key IS NULL THEN '{}' ELSE text_grams(n.key) || hashtext('=' || n.key) || coalesce(e.reading, named.whole) END AS grams
      FROM (
        SELECT r.award_id, r.position AS place, r.employee_id, r.name, CASE
            WHEN r.team_id IS NOT NULL THEN ARRAY[hashtext('team:' || r.team_id)]
            WHEN r.studio_id IS NOT NULL THEN ARRAY[hashtext('studio:' || r.studio_id)]
            WHEN r.organization_id IS NOT NULL THEN ARRAY[hashtext('organization:' || r.organization_id)]
            WHEN r.achievement_id IS NOT NULL THEN ARRAY[hashtext('achievement:' || r.achievement_id)]
            ELSE '{}' END AS whole
          FROM award_recipients r WHERE r.award_id > above AND r.award_id <= upto
        UNION ALL
        SELECT r.award_id, 1000 * r.position + m.position, m.employee_id, m.name, '{}'
          FROM award_recipients r JOIN award_members m ON m.recipient_id = r.id WHERE r.award_id > above AND r.award_id <= upto
        UNION ALL
        SELECT id, 0, NULL, NULL, NULL FROM awards WHERE id > above AND id <= upto AND NOT EXISTS (SELECT FROM award_recipients r WHERE r.award_id = awards.id)) AS named
      LEFT JOIN employee_search_keys e ON e.employee_id = named.employee_id
      CROSS JOIN LATERAL (SELECT search_text(named.name) AS key OFFSET 0) AS n) AS one ON one.award_id = a.id
    LEFT JOIN (
      SELECT award_id, array_agg(hashtext('document:' || document_id) ORDER BY position) AS grams
        FROM award_documents WHERE award_id > above AND award_id <= upto GROUP BY award_id) AS papers ON papers.award_id = a.id
    LEFT JOIN (
      SELECT award_id, array_agg(unit_id) AS unit_ids FROM award_scopes WHERE award_id > above AND award_id <= upto GROUP BY award_id) AS scope ON scope.award_id = a.id
    WHERE a.id > above AND a.id <= upto;
  END LOOP;
  CALL deferred_checks.build_indexes(aside);
END $$;

-- The units above each unit are told once, not once for each person.
DO $$
DECLARE noun record;
BEGIN
  FOR noun IN SELECT * FROM (VALUES ('team', 'team_members'), ('studio', 'studio_members'), ('achievement', 'achievement_contributors')) AS v (name, people) LOOP
    EXECUTE format($f$
      CREATE OR REPLACE PROCEDURE rebuild_%1$s_scopes() LANGUAGE sql AS $b$
        DELETE FROM %1$s_scopes;
        INSERT INTO %1$s_scopes (%1$s_id, unit_id)
        WITH place AS MATERIALIZED (SELECT o.id, above.unit_id FROM organizations o CROSS JOIN LATERAL unnest(units_of_path(o.path)) AS above(unit_id))
        SELECT DISTINCT m.%1$s_id, place.unit_id
        FROM %2$s m JOIN employees e ON e.id = m.employee_id CROSS JOIN LATERAL (VALUES (e.unit_id), (e.union_unit_id)) AS at(unit_id)
        JOIN place ON place.id = at.unit_id ORDER BY 2, 1
      $b$
    $f$, noun.name, noun.people);
  END LOOP;
END $$;

CREATE OR REPLACE PROCEDURE rebuild_search_keys() LANGUAGE plpgsql AS $$
BEGIN
  CALL rebuild_organization_search_keys();
  CALL rebuild_employee_search_keys();
  CALL rebuild_document_search_keys();
  CALL rebuild_team_search_keys();
  CALL rebuild_studio_search_keys();
  CALL rebuild_achievement_search_keys();
  CALL rebuild_award_search_keys();
END $$;
