-- AlterTable
ALTER TABLE "import_batches" ADD COLUMN     "notice" TEXT;

-- What the person is told beside the state is no event either.
DROP TRIGGER import_batches_audited ON import_batches;
CREATE CONSTRAINT TRIGGER import_batches_audited AFTER INSERT OR UPDATE OR DELETE ON import_batches DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_audit('imports', 'state', 'mode', 'preview', 'sheet', 'header_row', 'headings', 'mapping', 'options',
    'rows_total', 'rows_read', 'rows_checked', 'rows_applied', 'count_new', 'count_changed', 'count_unchanged', 'count_duplicate', 'count_faulty',
    'checked_snapshot', 'failure', 'notice', 'phase_started_at', 'version', 'updated_at');
