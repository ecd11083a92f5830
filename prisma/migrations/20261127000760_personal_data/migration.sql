-- CreateEnum
CREATE TYPE "publicity_scope" AS ENUM ('wall', 'story', 'photo');

-- AlterTable
ALTER TABLE "import_batches" ADD COLUMN     "purged_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "import_rows" ADD COLUMN     "secrets" JSONB;

-- AlterTable
ALTER TABLE "stored_files" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "employee_identities" (
    "employee_id" INTEGER NOT NULL,
    "id_number_sealed" TEXT,
    "id_number_hash" TEXT,
    "phone_sealed" TEXT,
    "phone_hash" TEXT,
    "phone_mask" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employee_identities_pkey" PRIMARY KEY ("employee_id")
);

-- CreateTable
CREATE TABLE "publicity_decisions" (
    "id" SERIAL NOT NULL,
    "employee_id" INTEGER NOT NULL,
    "scope" "publicity_scope" NOT NULL,
    "allowed" BOOLEAN NOT NULL,
    "decided_by_id" INTEGER NOT NULL,
    "by_self" BOOLEAN NOT NULL,
    "note" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publicity_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retention_policies" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "workbook_days" INTEGER NOT NULL DEFAULT 180,
    "session_days" INTEGER NOT NULL DEFAULT 365,
    "inbox_days" INTEGER NOT NULL DEFAULT 365,
    "attempt_days" INTEGER NOT NULL DEFAULT 30,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "retention_policies_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "employee_identities_id_number_hash_key" ON "employee_identities"("id_number_hash");

-- CreateIndex
CREATE INDEX "employee_identities_phone_hash_idx" ON "employee_identities"("phone_hash");

-- CreateIndex
CREATE INDEX "publicity_decisions_employee_id_scope_id_idx" ON "publicity_decisions"("employee_id", "scope", "id");

-- CreateIndex
CREATE INDEX "publicity_decisions_decided_by_id_idx" ON "publicity_decisions"("decided_by_id");

-- AddForeignKey
ALTER TABLE "employee_identities" ADD CONSTRAINT "employee_identities_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_decisions" ADD CONSTRAINT "publicity_decisions_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_decisions" ADD CONSTRAINT "publicity_decisions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- rules
-- What is not sealed, hashed or masked does not get in.
ALTER TABLE employee_identities
  ADD CONSTRAINT employee_identities_sealed CHECK (id_number_sealed ~ '^k[0-9]+:' AND phone_sealed ~ '^k[0-9]+:'),
  ADD CONSTRAINT employee_identities_hashed CHECK (id_number_hash ~ '^k[0-9]+:' AND phone_hash ~ '^k[0-9]+:'),
  ADD CONSTRAINT employee_identities_whole CHECK (
    num_nulls(id_number_sealed, id_number_hash) IN (0, 2) AND num_nulls(phone_sealed, phone_hash, phone_mask) IN (0, 3)),
  ADD CONSTRAINT employee_identities_masked CHECK (phone_mask ~ '^[0-9+]{1,4}\*{4}[0-9]{2,4}$');
ALTER TABLE import_rows ADD CONSTRAINT import_rows_secrets_sealed CHECK (
  secrets IS NULL OR NOT jsonb_path_exists(secrets, '$.* ? (@ != null && !(@ like_regex "^k[0-9]+:"))'));

-- Whoever has the number, in scope or not: it is taken all the same. Tells an id, which by itself tells nothing.
CREATE FUNCTION employee_of_id_number(hashes text[]) RETURNS TABLE (employee_id int, hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT i.employee_id, i.id_number_hash FROM employee_identities i WHERE i.id_number_hash = ANY (hashes) $$;

-- Two hashes of one number differ while two keys live, so the unique index alone would not see it: the commands ask under locks.

-- The event is the employee's. A batch of the rotation of keys puts down one event for all its rows.
CREATE FUNCTION demand_audit_of_employee() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM deferred_checks.put('audit_required', 'employees', ARRAY(SELECT DISTINCT employee_id FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER employee_identities_added_audited AFTER INSERT ON employee_identities REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION demand_audit_of_employee();
CREATE TRIGGER employee_identities_changed_audited AFTER UPDATE ON employee_identities REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION demand_audit_of_employee();
CREATE TRIGGER employee_identities_removed_audited AFTER DELETE ON employee_identities REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION demand_audit_of_employee();
CREATE TRIGGER publicity_decisions_audited AFTER INSERT ON publicity_decisions REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION demand_audit_of_employee();

-- A decision stays as it was; a later one takes its place. The record itself says what holds for the wall.
CREATE FUNCTION publicity_decisions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse('publicity_decisions_stay', 'a decision is never changed: a later one takes its place');
END $$;
CREATE TRIGGER publicity_decisions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON publicity_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION publicity_decisions_stay();
CREATE FUNCTION publicity_holds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.scope = 'wall' THEN
    UPDATE employees SET hidden_from_wall = NOT NEW.allowed WHERE id = NEW.employee_id AND hidden_from_wall = NEW.allowed;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER publicity_decisions_hold AFTER INSERT ON publicity_decisions FOR EACH ROW EXECUTE FUNCTION publicity_holds();

INSERT INTO retention_policies (id, updated_at) VALUES (1, now());
ALTER TABLE retention_policies
  ADD CONSTRAINT retention_policies_one_row CHECK (id = 1),
  ADD CONSTRAINT retention_policies_range CHECK (
    workbook_days BETWEEN 7 AND 3650 AND session_days BETWEEN 180 AND 3650 AND inbox_days BETWEEN 30 AND 3650 AND attempt_days BETWEEN 1 AND 365);
CREATE CONSTRAINT TRIGGER retention_policies_audited AFTER INSERT OR UPDATE OR DELETE ON retention_policies DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_audit('retention_policies', 'updated_at');
