-- What a list is narrowed to and sorted by, without a wall: a key to awards as award_scopes is one. Behind the wall of awards PostgreSQL has to look at
-- each row for what the wall asks of it, and no index alone can say which awards are of a level. Ids found here are read behind that wall.
CREATE VIEW award_marks AS
  SELECT id, award_year, first_day, ledger_number, title_id, title_name, level_code, category_code, prize_level_code, state, recording_unit_id
  FROM awards WHERE (SELECT acting_as_system()) OR (SELECT acting_user()) IS NOT NULL;

-- Awards of a level and a category, of one year or all of them, by the index alone.
CREATE INDEX "awards_level_code_category_code_award_year_id_idx" ON "awards"("level_code", "category_code", "award_year", "id");
DROP INDEX "awards_level_code_idx";
-- The ledger by title, and awards of some titles, year by year.
CREATE INDEX "awards_title_name_award_year_id_idx" ON "awards"("title_name", "award_year", "id");
DROP INDEX "awards_title_name_id_idx";
-- Those without a number, which come before or after all others where the ledger is sorted by it.
CREATE INDEX "awards_unnumbered" ON "awards"("id") WHERE ledger_number IS NULL;
