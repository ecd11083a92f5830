-- 荣誉墙. What everybody may see of honors is said here and nowhere else: the two views hold what is public and nothing beside it, the
-- functions read them for a visitor who has no account and passes no policy. The app's role may ask the functions alone (lib/db/grants.sql).

-- The wall by years, in each its levels.
CREATE INDEX "awards_award_year_level_code_first_day_id_idx" ON "awards"("award_year", "level_code", "first_day", "id");
-- Recipients of honors that stand and may be shown, unless they are struck, do not want to be shown (whoever was merged into somebody
-- else has that one's word), or are achievements of which the public is not to know.
CREATE VIEW wall_recipients AS
SELECT r.award_id, r.position, r.name, r.unit_name, r.subject_kind,
  ARRAY(SELECT m.name FROM award_members m JOIN employees e ON e.id = m.employee_id LEFT JOIN employees merged ON merged.id = e.merged_into_id
    WHERE m.recipient_id = r.id AND m.struck_at IS NULL AND NOT e.hidden_from_wall AND merged.hidden_from_wall IS NOT TRUE
    ORDER BY m.position) AS members
FROM award_recipients r JOIN awards a ON a.id = r.award_id
WHERE a.state IN ('effective', 'expired') AND a.visibility = 'open' AND r.struck_at IS NULL
  AND (r.employee_id IS NULL OR EXISTS (SELECT FROM employees e LEFT JOIN employees merged ON merged.id = e.merged_into_id
    WHERE e.id = r.employee_id AND NOT e.hidden_from_wall AND merged.hidden_from_wall IS NOT TRUE))
  AND (r.achievement_id IS NULL OR EXISTS (SELECT FROM achievements x WHERE x.id = r.achievement_id AND x.secrecy = 'open'));

-- Honors of which at least one recipient is shown.
CREATE VIEW wall_awards AS
SELECT a.id, a.award_year, a.first_day, a.award_date, a.title_name, a.title_name_en, a.level_code, l.sort AS level_sort, a.category_code, a.prize_level_code,
  a.rank, a.state = 'expired' AS past
FROM awards a JOIN levels l ON l.code = a.level_code
WHERE a.state IN ('effective', 'expired') AND a.visibility = 'open'
  AND EXISTS (SELECT FROM wall_recipients w WHERE w.award_id = a.id);

-- Years with honors on the wall, the latest first, from one to the next by the index.
CREATE FUNCTION wall_years() RETURNS SETOF int LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  year int := 10000;
BEGIN
  LOOP
    SELECT award_year INTO year FROM wall_awards WHERE award_year < year ORDER BY award_year DESC LIMIT 1;
    EXIT WHEN NOT FOUND;
    RETURN NEXT year;
  END LOOP;
END $$;

-- What the wall says of some honors, in the order in which they are named; of one that is not on it, nothing.
CREATE FUNCTION wall_entries(ids int[]) RETURNS TABLE (
  id int, year int, award_date text, title_name text, title_name_en text, level_code text, category_code text, prize_level_code text, rank int, past boolean,
  bodies jsonb, recipients jsonb
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.id, w.award_year, w.award_date, w.title_name, w.title_name_en, w.level_code, w.category_code, w.prize_level_code, w.rank, w.past,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('name', b.name, 'nameEn', b.name_en) ORDER BY g.position), '[]')
      FROM award_granting_bodies g JOIN granting_bodies b ON b.id = g.granting_body_id WHERE g.award_id = w.id),
    (SELECT jsonb_agg(jsonb_build_object('name', r.name, 'unit', r.unit_name, 'kind', r.subject_kind, 'members', to_jsonb(r.members)) ORDER BY r.position)
      FROM wall_recipients r WHERE r.award_id = w.id)
  FROM unnest(ids) WITH ORDINALITY AS page(id, n) JOIN wall_awards w ON w.id = page.id
  ORDER BY page.n
$$;

-- The names that are shown of some honors, by which alone the wall finds: a name that is left out must not be found out.
CREATE FUNCTION wall_names(ids int[]) RETURNS TABLE (id int, names text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.award_id, array_agg(n.name) FROM wall_recipients r CROSS JOIN LATERAL unnest(r.name || r.members) AS n(name)
  WHERE r.award_id = ANY (ids) GROUP BY r.award_id
$$;

-- A page of the wall as ids: the latest year first, in it the highest level, in that the latest day. It begins behind the honor
-- `next_to`, or ends before it, and one more than `take` tells that there is more. What narrows it is null where nothing does; of a
-- keyword, titles and honors that bear it come together. `total` counts to one past `most`: for each honor its people are looked at.
CREATE FUNCTION wall_page(
  unit int, year int, level text, category text, titles text[], named int[], next_to int, back boolean, take int, most int, OUT total int, OUT ids int[]
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  narrowed text := nullif(concat_ws(' AND ', CASE WHEN level IS NOT NULL THEN 'w.level_code = $3' END, CASE WHEN category IS NOT NULL THEN 'w.category_code = $4' END,
    CASE WHEN titles IS NOT NULL THEN '(w.title_name = ANY ($5) OR w.id = ANY ($6))' END), '');
  in_year text := CASE WHEN year IS NULL THEN 'true' ELSE 'w.award_year = $2' END;
  -- Those of a unit by its range of the index, which ends as soon as enough are found unless something else narrows them.
  source text := CASE WHEN unit IS NULL THEN format('wall_awards w WHERE %s', in_year) ELSE format(
    'award_scopes s CROSS JOIN LATERAL (SELECT * FROM wall_awards w WHERE w.id = s.award_id%s) AS w WHERE s.unit_id = $1%s',
    CASE WHEN narrowed IS NULL THEN ' OFFSET 0' ELSE '' END, CASE WHEN year IS NULL THEN '' ELSE ' AND s.award_year = $2' END) END
    || coalesce(' AND ' || narrowed, '');
  place text := '(-w.award_year, w.level_sort, w.level_code)';
  behind text := CASE WHEN back THEN '<' ELSE '>' END;
  under text := CASE WHEN back THEN '>' ELSE '<' END;
  down text := CASE WHEN back THEN 'ASC' ELSE 'DESC' END;
  up text := CASE WHEN back THEN 'DESC' ELSE 'ASC' END;
  edge record;
BEGIN
  EXECUTE format('SELECT count(*) FROM (SELECT FROM %s LIMIT $7) AS counted', source) INTO total USING unit, year, level, category, titles, named, most + 1;
  SELECT a.award_year, a.level_sort, a.level_code, a.first_day, a.id INTO edge FROM wall_awards a WHERE a.id = next_to;
  -- Few are put in order as they are; of many, one goes from year to year and from level to level until the page is full.
  EXECUTE CASE WHEN total <= most THEN
    format('SELECT array_agg(id) FROM (SELECT w.id FROM %s', source)
      || CASE WHEN edge.id IS NULL THEN '' ELSE format(' AND (%1$s %2$s (-$8, $9, $10) OR %1$s = (-$8, $9, $10) AND (w.first_day, w.id) %3$s ($11, $12))', place, behind, under) END
      || format(' ORDER BY w.award_year %1$s, w.level_sort %2$s, w.level_code %2$s, w.first_day %1$s, w.id %1$s LIMIT $7) AS page', down, up)
  ELSE
    'SELECT array_agg(id) FROM (SELECT e.id FROM (SELECT y AS year, l.sort, l.code FROM wall_years() AS y CROSS JOIN levels l WHERE '
      || CASE WHEN year IS NULL THEN 'true' ELSE 'y = $2' END || CASE WHEN level IS NULL THEN '' ELSE ' AND l.code = $3' END
      || CASE WHEN edge.id IS NULL THEN '' ELSE format(' AND (-y, l.sort, l.code) %s= (-$8, $9, $10)', behind) END
      || format(' ORDER BY y %1$s, l.sort %2$s, l.code %2$s) AS g CROSS JOIN LATERAL (SELECT w.id, w.first_day FROM wall_awards w'
        ' WHERE w.award_year = g.year AND w.level_code = g.code', down, up)
      || coalesce(' AND ' || narrowed, '')
      || CASE WHEN unit IS NULL THEN '' ELSE ' AND EXISTS (SELECT FROM award_scopes s WHERE s.award_id = w.id AND s.unit_id = $1 OFFSET 0)' END
      || CASE WHEN edge.id IS NULL THEN '' ELSE format(' AND ((g.year, g.code) <> ($8, $10) OR (w.first_day, w.id) %s ($11, $12))', under) END
      || format(' ORDER BY w.first_day %1$s, w.id %1$s LIMIT $7) AS e ORDER BY g.year %1$s, g.sort %2$s, g.code %2$s, e.first_day %1$s, e.id %1$s LIMIT $7) AS page', down, up)
  END INTO ids USING unit, year, level, category, titles, named, take + 1, edge.award_year, edge.level_sort, edge.level_code, edge.first_day, edge.id;
  ids := coalesce(ids, '{}');
  IF back THEN ids := ARRAY(SELECT one FROM unnest(ids) WITH ORDINALITY AS u(one, n) ORDER BY n DESC); END IF;
END $$;
