-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('organizations', 'employees', 'titles', 'achievements', 'awards');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('received', 'mapping', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "import_mode" AS ENUM ('all', 'batches');

-- CreateEnum
CREATE TYPE "import_outcome" AS ENUM ('new', 'changed', 'unchanged', 'duplicate', 'faulty');

-- CreateEnum
CREATE TYPE "unresolved_state" AS ENUM ('open', 'resolved', 'dismissed');

-- CreateTable
CREATE TABLE "import_batches" (
    "id" SERIAL NOT NULL,
    "kind" "import_kind" NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'received',
    "mode" "import_mode" NOT NULL DEFAULT 'all',
    "file_id" INTEGER NOT NULL,
    "recording_unit_id" INTEGER NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "preview" JSONB,
    "sheet" TEXT,
    "header_row" INTEGER,
    "headings" TEXT[],
    "mapping" JSONB,
    "options" JSONB NOT NULL DEFAULT '{}',
    "rows_total" INTEGER,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_checked" INTEGER NOT NULL DEFAULT 0,
    "rows_applied" INTEGER NOT NULL DEFAULT 0,
    "count_new" INTEGER NOT NULL DEFAULT 0,
    "count_changed" INTEGER NOT NULL DEFAULT 0,
    "count_unchanged" INTEGER NOT NULL DEFAULT 0,
    "count_duplicate" INTEGER NOT NULL DEFAULT 0,
    "count_faulty" INTEGER NOT NULL DEFAULT 0,
    "checked_snapshot" TEXT,
    "failure" JSONB,
    "phase_started_at" TIMESTAMPTZ(3),
    "cancelled_by_id" INTEGER,
    "cancelled_at" TIMESTAMPTZ(3),
    "applied_by_id" INTEGER,
    "applied_at" TIMESTAMPTZ(3),
    "undone_by_id" INTEGER,
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "batch_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "sheet_row" INTEGER NOT NULL,
    "cells" TEXT[],
    "outcome" "import_outcome",
    "label" TEXT,
    "values" JSONB,
    "faults" JSONB,
    "changes" JSONB,
    "decision" JSONB,
    "noun_id" INTEGER,
    "noun_version" INTEGER,
    "applied_id" INTEGER,
    "applied_version" INTEGER,
    "before" JSONB,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("batch_id","position")
);

-- CreateTable
CREATE TABLE "import_mappings" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "kind" "import_kind" NOT NULL,
    "header_key" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mappings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unresolved_recipients" (
    "id" SERIAL NOT NULL,
    "document_id" INTEGER NOT NULL,
    "award_id" INTEGER,
    "title_id" INTEGER NOT NULL,
    "level_code" TEXT,
    "prize_level_code" TEXT,
    "rank" INTEGER,
    "award_date" TEXT NOT NULL,
    "award_year" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 1,
    "role" "recipient_role",
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL DEFAULT '',
    "unit_text" TEXT,
    "post_text" TEXT,
    "note" TEXT,
    "recording_unit_id" INTEGER NOT NULL,
    "state" "unresolved_state" NOT NULL DEFAULT 'open',
    "created_by_id" INTEGER NOT NULL,
    "resolved_by_id" INTEGER,
    "resolved_at" TIMESTAMPTZ(3),
    "employee_id" INTEGER,
    "result_award_id" INTEGER,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unresolved_recipients_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_batches_created_by_id_id_idx" ON "import_batches"("created_by_id", "id");

-- CreateIndex
CREATE INDEX "import_batches_recording_unit_id_id_idx" ON "import_batches"("recording_unit_id", "id");

-- CreateIndex
CREATE INDEX "import_batches_file_id_idx" ON "import_batches"("file_id");

-- CreateIndex
CREATE INDEX "import_rows_batch_id_outcome_position_idx" ON "import_rows"("batch_id", "outcome", "position");

-- CreateIndex
CREATE INDEX "import_rows_applied_id_idx" ON "import_rows"("applied_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_mappings_user_id_kind_header_key_key" ON "import_mappings"("user_id", "kind", "header_key");

-- CreateIndex
CREATE INDEX "unresolved_recipients_state_recording_unit_id_id_idx" ON "unresolved_recipients"("state", "recording_unit_id", "id");

-- CreateIndex
CREATE INDEX "unresolved_recipients_document_id_idx" ON "unresolved_recipients"("document_id");

-- CreateIndex
CREATE INDEX "unresolved_recipients_award_id_idx" ON "unresolved_recipients"("award_id");

-- CreateIndex
CREATE INDEX "unresolved_recipients_name_key_idx" ON "unresolved_recipients"("name_key");

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_recording_unit_id_fkey" FOREIGN KEY ("recording_unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_cancelled_by_id_fkey" FOREIGN KEY ("cancelled_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_applied_by_id_fkey" FOREIGN KEY ("applied_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unresolved_recipients" ADD CONSTRAINT "unresolved_recipients_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unresolved_recipients" ADD CONSTRAINT "unresolved_recipients_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unresolved_recipients" ADD CONSTRAINT "unresolved_recipients_title_id_fkey" FOREIGN KEY ("title_id") REFERENCES "honor_titles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unresolved_recipients" ADD CONSTRAINT "unresolved_recipients_level_code_fkey" FOREIGN KEY ("level_code") REFERENCES "levels"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unresolved_recipients" ADD CONSTRAINT "unresolved_recipients_prize_level_code_fkey" FOREIGN KEY ("prize_level_code") REFERENCES "prize_levels"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unresolved_recipients" ADD CONSTRAINT "unresolved_recipients_recording_unit_id_fkey" FOREIGN KEY ("recording_unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unresolved_recipients" ADD CONSTRAINT "unresolved_recipients_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unresolved_recipients" ADD CONSTRAINT "unresolved_recipients_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unresolved_recipients" ADD CONSTRAINT "unresolved_recipients_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unresolved_recipients" ADD CONSTRAINT "unresolved_recipients_result_award_id_fkey" FOREIGN KEY ("result_award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---------------------------------------------------------------- rules
ALTER TABLE import_batches
  ADD CONSTRAINT import_batches_rows_not_negative CHECK (least(rows_total, rows_read, rows_checked, rows_applied, count_new, count_changed, count_unchanged, count_duplicate, count_faulty) >= 0),
  ADD CONSTRAINT import_batches_header_row_positive CHECK (header_row >= 1),
  ADD CONSTRAINT import_batches_applied CHECK (state NOT IN ('applied', 'undoing', 'undone') OR (applied_by_id IS NOT NULL AND applied_at IS NOT NULL)),
  ADD CONSTRAINT import_batches_undone CHECK ((state = 'undone') = (undone_by_id IS NOT NULL AND undone_at IS NOT NULL)),
  ADD CONSTRAINT import_batches_failed CHECK ((state = 'failed') = (failure IS NOT NULL));
ALTER TABLE import_rows
  ADD CONSTRAINT import_rows_position_positive CHECK (position >= 1 AND sheet_row >= 1),
  ADD CONSTRAINT import_rows_applied CHECK (applied_id IS NULL OR outcome IN ('new', 'changed'));
ALTER TABLE unresolved_recipients
  ALTER COLUMN award_date TYPE text COLLATE "C",
  ADD CONSTRAINT unresolved_recipients_award_date_partial_date CHECK (is_partial_date(award_date)),
  ADD CONSTRAINT unresolved_recipients_award_year_range CHECK (award_year BETWEEN 1900 AND 2199),
  ADD CONSTRAINT unresolved_recipients_position_positive CHECK (position >= 1),
  ADD CONSTRAINT unresolved_recipients_name_present CHECK (btrim(name) <> ''),
  ADD CONSTRAINT unresolved_recipients_name_length CHECK (char_length(name) <= 300),
  ADD CONSTRAINT unresolved_recipients_unit_text_length CHECK (char_length(unit_text) <= 200),
  ADD CONSTRAINT unresolved_recipients_post_text_length CHECK (char_length(post_text) <= 100),
  ADD CONSTRAINT unresolved_recipients_note_length CHECK (char_length(note) <= 500),
  ADD CONSTRAINT unresolved_recipients_decided CHECK ((state <> 'open') = (resolved_by_id IS NOT NULL AND resolved_at IS NOT NULL)),
  ADD CONSTRAINT unresolved_recipients_result CHECK (state <> 'resolved' OR result_award_id IS NOT NULL),
  ADD CONSTRAINT unresolved_recipients_reason CHECK (state <> 'dismissed' OR btrim(coalesce(reason, '')) <> '');

CREATE TRIGGER unresolved_recipients_name_key BEFORE INSERT OR UPDATE OF name, name_key ON unresolved_recipients
  FOR EACH ROW EXECUTE FUNCTION keep_name_key();

-- Progress is no event; that a workbook came in, was applied, undone or cancelled is one.
CREATE CONSTRAINT TRIGGER import_batches_audited AFTER INSERT OR UPDATE OR DELETE ON import_batches DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_audit('imports', 'state', 'mode', 'preview', 'sheet', 'header_row', 'headings', 'mapping', 'options',
    'rows_total', 'rows_read', 'rows_checked', 'rows_applied', 'count_new', 'count_changed', 'count_unchanged', 'count_duplicate', 'count_faulty',
    'checked_snapshot', 'failure', 'phase_started_at', 'version', 'updated_at');
CREATE CONSTRAINT TRIGGER unresolved_recipients_audited AFTER INSERT OR UPDATE OR DELETE ON unresolved_recipients DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_audit('unresolved_recipients');
