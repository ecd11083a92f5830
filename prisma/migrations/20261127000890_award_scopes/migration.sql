-- Which units find an award, every unit above one of its units included, in the order of the ledger: one range of an index is a unit's
-- page, and one short range its count, at ten million awards as at ten. Of award_units alone the units below would have to be gathered first.
CREATE TABLE "award_scopes" (
    "award_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "award_year" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,

    CONSTRAINT "award_scopes_pkey" PRIMARY KEY ("award_id","unit_id")
);
CREATE INDEX "award_scopes_unit_id_award_year_day_award_id_idx" ON "award_scopes"("unit_id", "award_year", "day", "award_id");
CREATE INDEX "award_scopes_unit_id_day_award_id_idx" ON "award_scopes"("unit_id", "day", "award_id");

-- The first day of an award's date as a number: 20220501. Its order is that of the text.
CREATE FUNCTION day_number(first_day text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT replace(first_day, '-', '')::int
$$;

CREATE FUNCTION refresh_award_scopes(ids int[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH wanted AS (
    SELECT DISTINCT u.award_id, above.unit_id, a.award_year, day_number(a.first_day) AS day
    FROM award_units u JOIN awards a ON a.id = u.award_id JOIN organizations o ON o.id = u.organization_id
    CROSS JOIN LATERAL unnest(units_of_path(o.path)) AS above(unit_id)
    WHERE u.award_id = ANY (ids)
  ), gone AS (
    DELETE FROM award_scopes s WHERE s.award_id = ANY (ids)
      AND NOT EXISTS (SELECT FROM wanted w WHERE w.award_id = s.award_id AND w.unit_id = s.unit_id)
  )
  INSERT INTO award_scopes AS s (award_id, unit_id, award_year, day) SELECT award_id, unit_id, award_year, day FROM wanted
  ON CONFLICT (award_id, unit_id) DO UPDATE SET award_year = EXCLUDED.award_year, day = EXCLUDED.day
    WHERE (s.award_year, s.day) IS DISTINCT FROM (EXCLUDED.award_year, EXCLUDED.day)
$$;

-- Everything anew, for a load without triggers; as the owner.
CREATE PROCEDURE rebuild_award_scopes() LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE award_scopes;
  ALTER TABLE award_scopes DROP CONSTRAINT award_scopes_pkey;
  DROP INDEX award_scopes_unit_id_award_year_day_award_id_idx, award_scopes_unit_id_day_award_id_idx;
  INSERT INTO award_scopes (award_id, unit_id, award_year, day)
  SELECT a.id, above.unit_id, a.award_year, day_number(a.first_day)
  FROM awards a CROSS JOIN LATERAL (
    SELECT DISTINCT unnest(units_of_path(o.path)) AS unit_id FROM award_units u JOIN organizations o ON o.id = u.organization_id
    WHERE u.award_id = a.id) AS above;
  ALTER TABLE award_scopes ADD CONSTRAINT award_scopes_pkey PRIMARY KEY (award_id, unit_id);
  CREATE INDEX award_scopes_unit_id_award_year_day_award_id_idx ON award_scopes (unit_id, award_year, day, award_id);
  CREATE INDEX award_scopes_unit_id_day_award_id_idx ON award_scopes (unit_id, day, award_id);
END $$;
CALL rebuild_award_scopes();

-- Kept from award_units, which every way of writing keeps; from the date of an award; and from the places of units.
CREATE FUNCTION award_scopes_of_new_units() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO award_scopes (award_id, unit_id, award_year, day)
  SELECT DISTINCT c.award_id, above.unit_id, a.award_year, day_number(a.first_day)
  FROM changed c JOIN awards a ON a.id = c.award_id JOIN organizations o ON o.id = c.organization_id
  CROSS JOIN LATERAL unnest(units_of_path(o.path)) AS above(unit_id)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER award_units_scopes_added AFTER INSERT ON award_units REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_scopes_of_new_units();

CREATE FUNCTION award_scopes_of_gone_units() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_scopes(ARRAY(SELECT DISTINCT award_id FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER award_units_scopes_removed AFTER DELETE ON award_units REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_scopes_of_gone_units();

CREATE FUNCTION award_scopes_of_redated_awards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_scopes(ids) FROM (
    SELECT ARRAY(SELECT c.id FROM changed c JOIN was w USING (id) WHERE (c.award_year, c.first_day) <> (w.award_year, w.first_day)) AS ids) AS redated
  WHERE ids <> '{}';
  RETURN NULL;
END $$;
CREATE TRIGGER awards_scopes_redated AFTER UPDATE ON awards REFERENCING OLD TABLE AS was NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_scopes_of_redated_awards();

CREATE FUNCTION award_scopes_of_moved_units() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_scopes(ids) FROM (
    SELECT ARRAY(SELECT DISTINCT u.award_id FROM changed c JOIN was w USING (id) JOIN award_units u ON u.organization_id = c.id
      WHERE c.path <> w.path) AS ids) AS moved
  WHERE ids <> '{}';
  RETURN NULL;
END $$;
CREATE TRIGGER organizations_scopes_moved AFTER UPDATE ON organizations REFERENCING OLD TABLE AS was NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_scopes_of_moved_units();
