-- Which units find a team, a studio or an achievement by its people, every unit above theirs included: the present units of both trees
-- of whoever is or was a member or contributed. Asked of the people themselves, row by row and each behind their own wall, the list of
-- a company's union took 18 s at 750,000 people and more than a statement may last for achievements; this is one range of an index.
CREATE TABLE "team_scopes" (
    "team_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,

    CONSTRAINT "team_scopes_pkey" PRIMARY KEY ("unit_id","team_id")
);
CREATE INDEX "team_scopes_team_id_idx" ON "team_scopes"("team_id");
ALTER TABLE "team_scopes" ADD CONSTRAINT "team_scopes_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TABLE "studio_scopes" (
    "studio_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,

    CONSTRAINT "studio_scopes_pkey" PRIMARY KEY ("unit_id","studio_id")
);
CREATE INDEX "studio_scopes_studio_id_idx" ON "studio_scopes"("studio_id");
ALTER TABLE "studio_scopes" ADD CONSTRAINT "studio_scopes_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TABLE "achievement_scopes" (
    "achievement_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,

    CONSTRAINT "achievement_scopes_pkey" PRIMARY KEY ("unit_id","achievement_id")
);
CREATE INDEX "achievement_scopes_achievement_id_idx" ON "achievement_scopes"("achievement_id");
ALTER TABLE "achievement_scopes" ADD CONSTRAINT "achievement_scopes_achievement_id_fkey" FOREIGN KEY ("achievement_id") REFERENCES "achievements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is kept of each of the three, all alike; the text has the noun's name for %1$s and its people's table for %2$s.
DO $$
DECLARE noun record;
BEGIN
  FOR noun IN SELECT * FROM (VALUES ('team', 'team_members'), ('studio', 'studio_members'), ('achievement', 'achievement_contributors')) AS v (name, people) LOOP
    EXECUTE format($f$
      CREATE FUNCTION refresh_%1$s_scopes(ids int[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $b$
        WITH wanted AS (
          SELECT DISTINCT m.%1$s_id, above.unit_id
          FROM %2$s m JOIN employees e ON e.id = m.employee_id JOIN organizations o ON o.id IN (e.unit_id, e.union_unit_id)
          CROSS JOIN LATERAL unnest(units_of_path(o.path)) AS above(unit_id)
          WHERE m.%1$s_id = ANY (ids)
        ), gone AS (
          DELETE FROM %1$s_scopes s WHERE s.%1$s_id = ANY (ids)
            AND NOT EXISTS (SELECT FROM wanted w WHERE w.%1$s_id = s.%1$s_id AND w.unit_id = s.unit_id)
        )
        INSERT INTO %1$s_scopes (%1$s_id, unit_id) SELECT %1$s_id, unit_id FROM wanted ORDER BY 1, 2 ON CONFLICT DO NOTHING
      $b$;
      -- Everything anew, for a load without triggers; as the owner.
      CREATE PROCEDURE rebuild_%1$s_scopes() LANGUAGE sql AS $b$
        DELETE FROM %1$s_scopes;
        INSERT INTO %1$s_scopes (%1$s_id, unit_id)
        SELECT DISTINCT m.%1$s_id, above.unit_id
        FROM %2$s m JOIN employees e ON e.id = m.employee_id CROSS JOIN LATERAL (VALUES (e.unit_id), (e.union_unit_id)) AS at(unit_id)
        JOIN organizations o ON o.id = at.unit_id CROSS JOIN LATERAL unnest(units_of_path(o.path)) AS above(unit_id)
      $b$;
      CALL rebuild_%1$s_scopes();

      -- Kept from its people, from where they work, and from the places of units.
      CREATE FUNCTION %1$s_scopes_of_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $b$
      BEGIN
        PERFORM refresh_%1$s_scopes(ids) FROM (SELECT array_agg(DISTINCT %1$s_id) AS ids FROM changed) AS of_those WHERE ids IS NOT NULL;
        RETURN NULL;
      END $b$;
      CREATE TRIGGER %2$s_scopes_added AFTER INSERT ON %2$s REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION %1$s_scopes_of_people();
      CREATE TRIGGER %2$s_scopes_changed AFTER UPDATE ON %2$s REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION %1$s_scopes_of_people();
      CREATE TRIGGER %2$s_scopes_removed AFTER DELETE ON %2$s REFERENCING OLD TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION %1$s_scopes_of_people();

      CREATE FUNCTION %1$s_scopes_of_moved_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $b$
      BEGIN
        PERFORM refresh_%1$s_scopes(ids) FROM (
          SELECT array_agg(DISTINCT m.%1$s_id) AS ids FROM changed c JOIN was w USING (id) JOIN %2$s m ON m.employee_id = c.id
          WHERE (c.unit_id, c.union_unit_id) IS DISTINCT FROM (w.unit_id, w.union_unit_id)) AS of_those WHERE ids IS NOT NULL;
        RETURN NULL;
      END $b$;
      CREATE TRIGGER employees_%1$s_scopes_moved AFTER UPDATE ON employees REFERENCING OLD TABLE AS was NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION %1$s_scopes_of_moved_people();

      CREATE FUNCTION %1$s_scopes_of_moved_units() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $b$
      BEGIN
        PERFORM refresh_%1$s_scopes(ids) FROM (
          SELECT array_agg(DISTINCT s.%1$s_id) AS ids FROM changed c JOIN was w USING (id) JOIN %1$s_scopes s ON s.unit_id = c.id
          WHERE c.path <> w.path) AS of_those WHERE ids IS NOT NULL;
        RETURN NULL;
      END $b$;
      CREATE TRIGGER organizations_%1$s_scopes_moved AFTER UPDATE ON organizations REFERENCING OLD TABLE AS was NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION %1$s_scopes_of_moved_units();

      -- Ids and units: a key to what is read behind its own wall, as award_scopes are.
      ALTER TABLE %1$s_scopes ENABLE ROW LEVEL SECURITY;
      CREATE POLICY acting_reads ON %1$s_scopes FOR SELECT USING ((SELECT acting_as_system()) OR (SELECT acting_user()) IS NOT NULL)
    $f$, noun.name, noun.people);
  END LOOP;
END $$;

-- The wall of the three themselves: by unit as before, by its people through these tables, and for whoever is one of them.
DO $$
DECLARE
  readers text := $s$'recorder', 'checker', 'union_admin', 'hr', 'discipline'$s$;
  people text := $s$ OR (SELECT acting_nodes(%3$s)) IS NOT NULL
      AND EXISTS (SELECT FROM %1$s_scopes s WHERE s.%1$s_id = %1$ss.id AND s.unit_id = ANY ((SELECT acting_nodes(%3$s))::int[]) OFFSET 0)
    OR (SELECT acting_employee()) IS NOT NULL
      AND EXISTS (SELECT FROM %2$s m WHERE m.%1$s_id = %1$ss.id AND m.employee_id = (SELECT acting_employee()) OFFSET 0)$s$;
  at_units text;
  noun text;
BEGIN
  FOREACH noun IN ARRAY ARRAY['team', 'studio'] LOOP
    at_units := format($s$(SELECT acting_over('union', %s)) OR unit_id IN (SELECT o.id FROM unnest((SELECT acting_paths(%s))::text[]) held
      JOIN organizations o ON o.path >= held AND o.path < held || '~') OR unit_id = ANY ((SELECT acting_served_units())::int[])$s$, readers, readers);
    EXECUTE format('ALTER POLICY acting_reads ON %I USING ((SELECT acting_as_system()) OR %s)', noun || 's',
      at_units || format(people, noun, noun || '_members', readers));
  END LOOP;
  EXECUTE format('ALTER POLICY acting_reads ON achievements USING ((SELECT acting_as_system())
      OR EXISTS (SELECT FROM achievement_units u WHERE u.achievement_id = achievements.id OFFSET 0)%s
      OR (SELECT acting_has(''recorder'', ''union_admin'')) AND achievement_is_bare(achievements.id))',
    format(people, 'achievement', 'achievement_contributors', readers));
END $$;
