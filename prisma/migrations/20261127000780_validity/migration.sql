-- An honor whose validity has run out becomes expired by itself: nobody does it, so the change of state names nobody. Nothing else may.
ALTER TABLE award_state_changes ALTER COLUMN changed_by_id DROP NOT NULL;
ALTER TABLE award_state_changes ADD CONSTRAINT award_state_changes_by_nobody CHECK (
  changed_by_id IS NOT NULL OR (from_state, to_state) IN (('effective', 'expired'), ('expired', 'effective')));

-- What has run out is found by its last day, many times a day.
CREATE INDEX "awards_state_valid_to_idx" ON "awards"("state", "valid_to");
