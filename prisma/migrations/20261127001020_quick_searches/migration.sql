-- What a search finds is narrowed to the actor's units by the index of keys, except from the root of a tree (0 among the units): nearly
-- every key has it, and to pass over two million places of one value took 40 ms. There the rows found are asked instead.
CREATE FUNCTION units_condition(units int[], parameter text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
  SELECT CASE WHEN units = '{}' THEN 'true' WHEN 0 = ANY (units) THEN format('(unit_ids && %s) IS TRUE', parameter) ELSE format('unit_ids && %s', parameter) END
$$;

-- People, rank by rank until there are enough: those of the own units first, those in office before those gone. A rank is what it may be
-- found by: {"any": [gram], "all": [[gram]]}; no units are everybody's.
DROP FUNCTION search_people(int[], text[], int[], int[], int[], int, int);
CREATE FUNCTION search_people(ranks jsonb, units int[], own int[], looked int, most int) RETURNS SETOF int
  LANGUAGE plpgsql STABLE SET enable_seqscan = off
  AS $$
DECLARE
  rank jsonb;
  all_of text[];
  wanted text;
  near text;
  found int[] := '{}';
BEGIN
  FOR rank IN SELECT * FROM jsonb_array_elements(ranks) LOOP
    EXIT WHEN cardinality(found) >= most;
    all_of := ARRAY(SELECT translate(one, '[]', '{}') FROM jsonb_array_elements_text(rank -> 'all') AS one);
    -- Anybody at all: the first rows that come.
    IF '{}' = ANY (all_of) THEN PERFORM set_config('enable_seqscan', 'on', true); END IF;
    wanted := 'SELECT employee_id AS id, gone, %L::boolean AS own FROM employee_search_keys WHERE '
      || grams_condition(ARRAY(SELECT jsonb_array_elements_text(rank -> 'any')::int), all_of) || ' AND employee_id <> ALL ($1) AND %s LIMIT $4';
    near := CASE WHEN own = '{}' THEN '' ELSE format('(' || wanted || ') UNION ALL ', true, 'unit_ids && $2') END;
    EXECUTE 'SELECT $1 || ARRAY(SELECT id FROM (' || near || format('(' || wanted || ')', false, units_condition(units, '$3'))
      || ') AS hits GROUP BY id ORDER BY bool_or(own) DESC, bool_or(gone), id LIMIT $5)'
      INTO found USING found, own, units, looked, most - cardinality(found);
  END LOOP;
  RETURN QUERY SELECT unnest(found);
END $$;

-- No units are everything, for the wall of honors. Each title, document or name that stands in the keys as a whole is looked up by itself, until enough were looked at: one comparison
-- with the thousands of documents whose number holds two characters went through all of them for every award, longer than a statement may last.
CREATE OR REPLACE FUNCTION search_awards(any_of int[], all_of text[], units int[], looked int, most int) RETURNS SETOF int
  LANGUAGE plpgsql STABLE SET enable_seqscan = off
  AS $$
DECLARE
  within text := units_condition(units, '$1');
BEGIN
  RETURN QUERY EXECUTE 'SELECT id FROM (SELECT award_id AS id, day FROM award_search_keys WHERE ' || grams_condition('{}', all_of) || ' AND ' || within
    || ' UNION ALL SELECT one.award_id, one.day FROM unnest($4) AS gram CROSS JOIN LATERAL (SELECT award_id, day FROM award_search_keys WHERE grams @> ARRAY[gram] AND '
    || within || ' LIMIT $2) AS one LIMIT $2) AS hits GROUP BY id ORDER BY max(day) DESC, id DESC LIMIT $3' USING units, looked, most, any_of;
END $$;

-- Teams, studios and achievements: the same wall, asked in another order. Most of what a union sees it sees by its people, one range of an
-- index; which units it serves is gathered (3 ms for a company) only where a row is not among those.
DO $$
DECLARE
  readers text := $s$'recorder', 'checker', 'union_admin', 'hr', 'discipline'$s$;
  people text := $s$(SELECT acting_nodes(%3$s)) IS NOT NULL
      AND EXISTS (SELECT FROM %1$s_scopes s WHERE s.%1$s_id = %1$ss.id AND s.unit_id = ANY ((SELECT acting_nodes(%3$s))::int[]) OFFSET 0)
    OR (SELECT acting_employee()) IS NOT NULL
      AND EXISTS (SELECT FROM %2$s m WHERE m.%1$s_id = %1$ss.id AND m.employee_id = (SELECT acting_employee()) OFFSET 0)$s$;
  noun text;
BEGIN
  FOREACH noun IN ARRAY ARRAY['team', 'studio'] LOOP
    EXECUTE format('ALTER POLICY acting_reads ON %I USING ((SELECT acting_as_system()) OR (SELECT acting_over(''union'', %s)) OR %s)', noun || 's', readers,
      format(people, noun, noun || '_members', readers) || format($s$ OR unit_id IN (SELECT o.id FROM unnest((SELECT acting_paths(%s))::text[]) held
        JOIN organizations o ON o.path >= held AND o.path < held || '~') OR unit_id = ANY ((SELECT acting_served_units())::int[])$s$, readers));
  END LOOP;
  EXECUTE format('ALTER POLICY acting_reads ON achievements USING ((SELECT acting_as_system()) OR %s)', format(people, 'achievement', 'achievement_contributors', readers)
    || $s$ OR EXISTS (SELECT FROM achievement_units u WHERE u.achievement_id = achievements.id OFFSET 0)
      OR (SELECT acting_has('recorder', 'union_admin')) AND achievement_is_bare(achievements.id)$s$);
END $$;
