-- How far the write-ahead log had come after a person's latest write: a replica that has not replayed as much does not answer
-- them (lib/db/replica). Null until they write where a replica stands beside.
ALTER TABLE sessions ADD COLUMN written_up_to pg_lsn;
