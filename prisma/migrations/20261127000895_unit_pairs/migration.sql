-- Which units of the two trees have people in common: the trees mirror each other through people alone, and every page with a tree
-- of units asks which units of the other tree are the actor's business. Of 750,000 people that took a second; of the pairs it is one range.
CREATE TABLE "unit_pairs" (
    "unit_id" INTEGER NOT NULL,
    "union_unit_id" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "unit_pairs_pkey" PRIMARY KEY ("unit_id","union_unit_id")
);
CREATE INDEX "unit_pairs_union_unit_id_unit_id_idx" ON "unit_pairs"("union_unit_id", "unit_id");
ALTER TABLE "unit_pairs" ADD CONSTRAINT "unit_pairs_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "unit_pairs" ADD CONSTRAINT "unit_pairs_union_unit_id_fkey" FOREIGN KEY ("union_unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Everything anew, for a load without triggers; as the owner.
CREATE PROCEDURE rebuild_unit_pairs() LANGUAGE sql AS $$
  DELETE FROM unit_pairs;
  INSERT INTO unit_pairs (unit_id, union_unit_id, people)
  SELECT unit_id, union_unit_id, count(*) FROM employees WHERE unit_id IS NOT NULL AND union_unit_id IS NOT NULL GROUP BY 1, 2;
$$;
CALL rebuild_unit_pairs();

-- Counted up and down, always in the same order, so that two transactions never wait for each other.
CREATE FUNCTION count_unit_pairs(units int[], unions int[], change int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO unit_pairs AS p (unit_id, union_unit_id, people)
  SELECT u, v, change * count(*) FROM unnest(units, unions) AS one(u, v) WHERE u IS NOT NULL AND v IS NOT NULL GROUP BY u, v ORDER BY u, v
  ON CONFLICT (unit_id, union_unit_id) DO UPDATE SET people = p.people + EXCLUDED.people;
  DELETE FROM unit_pairs p USING (SELECT DISTINCT u, v FROM unnest(units, unions) AS one(u, v)) AS one
  WHERE change < 0 AND p.unit_id = one.u AND p.union_unit_id = one.v AND p.people = 0;
END $$;

CREATE FUNCTION unit_pairs_of_new_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM count_unit_pairs(array_agg(unit_id), array_agg(union_unit_id), 1) FROM changed;
  RETURN NULL;
END $$;
CREATE TRIGGER employees_unit_pairs_added AFTER INSERT ON employees REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION unit_pairs_of_new_people();

CREATE FUNCTION unit_pairs_of_gone_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM count_unit_pairs(array_agg(unit_id), array_agg(union_unit_id), -1) FROM changed;
  RETURN NULL;
END $$;
CREATE TRIGGER employees_unit_pairs_removed AFTER DELETE ON employees REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION unit_pairs_of_gone_people();

CREATE FUNCTION unit_pairs_of_moved_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM count_unit_pairs(array_agg(c.unit_id), array_agg(c.union_unit_id), 1), count_unit_pairs(array_agg(w.unit_id), array_agg(w.union_unit_id), -1)
  FROM changed c JOIN was w USING (id) WHERE (c.unit_id, c.union_unit_id) IS DISTINCT FROM (w.unit_id, w.union_unit_id)
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER employees_unit_pairs_moved AFTER UPDATE ON employees REFERENCING OLD TABLE AS was NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION unit_pairs_of_moved_people();
