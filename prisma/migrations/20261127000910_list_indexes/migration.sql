-- The ledger by title, in the order of an index as by every other column.
CREATE INDEX "awards_title_name_id_idx" ON "awards"("title_name", "id");
