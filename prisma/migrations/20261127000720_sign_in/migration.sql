-- AlterEnum
ALTER TYPE "role" ADD VALUE 'security_admin';

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "verified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "second_factors" (
    "user_id" INTEGER NOT NULL,
    "secret" TEXT NOT NULL,
    "enabled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_step" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_identities" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "bound_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_identities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activations" (
    "id" SERIAL NOT NULL,
    "employee_id" INTEGER NOT NULL,
    "code_hash" TEXT NOT NULL,
    "issued_by_id" INTEGER NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "activations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_policies" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "factor_roles" "role"[],
    "idle_minutes" INTEGER NOT NULL DEFAULT 120,
    "session_hours" INTEGER NOT NULL DEFAULT 12,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_policies_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_user_id_code_hash_key" ON "recovery_codes"("user_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "user_identities_issuer_subject_key" ON "user_identities"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "user_identities_user_id_issuer_key" ON "user_identities"("user_id", "issuer");

-- CreateIndex
CREATE UNIQUE INDEX "activations_code_hash_key" ON "activations"("code_hash");

-- CreateIndex
CREATE INDEX "activations_employee_id_idx" ON "activations"("employee_id");

-- AddForeignKey
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activations" ADD CONSTRAINT "activations_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activations" ADD CONSTRAINT "activations_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- rules
INSERT INTO sign_in_policies (id, factor_roles, updated_at) VALUES (1, '{}', now());
ALTER TABLE sign_in_policies
  ADD CONSTRAINT sign_in_policies_one_row CHECK (id = 1),
  ADD CONSTRAINT sign_in_policies_idle_range CHECK (idle_minutes BETWEEN 5 AND 720),
  ADD CONSTRAINT sign_in_policies_session_range CHECK (session_hours BETWEEN 1 AND 24);
ALTER TABLE second_factors ADD CONSTRAINT second_factors_sealed CHECK (secret ~ '^k[0-9]+:');
ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_hashed CHECK (code_hash ~ '^k[0-9]+:');
ALTER TABLE activations
  ADD CONSTRAINT activations_hashed CHECK (code_hash ~ '^k[0-9]+:'),
  ADD CONSTRAINT activations_one_end CHECK (used_at IS NULL OR cancelled_at IS NULL),
  ADD CONSTRAINT activations_expire_later CHECK (expires_at > issued_at);
-- One code that still counts for each person: a new one ends the old one.
CREATE UNIQUE INDEX activations_one_open ON activations ((CASE WHEN used_at IS NULL AND cancelled_at IS NULL THEN employee_id END));

-- A value just added to an enum can't be used in the same transaction, so roles are named the other way round, or as text.
ALTER TABLE user_roles DROP CONSTRAINT user_roles_scope;
ALTER TABLE user_roles ADD CONSTRAINT user_roles_scope
  CHECK ((organization_id IS NOT NULL) = (role IN ('recorder', 'checker', 'union_admin', 'hr', 'exporter', 'discipline')));

-- Duties apart: who makes accounts, who gives rights and who reads the trail are three people.
CREATE FUNCTION keep_duties_apart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE apart CONSTANT text[] := '{sysadmin,security_admin,auditor}';
BEGIN
  IF NEW.role::text = ANY (apart) THEN
    -- Two grants at once wait for each other here.
    PERFORM FROM users WHERE id = NEW.user_id FOR UPDATE;
    IF EXISTS (SELECT FROM user_roles WHERE user_id = NEW.user_id AND id <> NEW.id AND role::text = ANY (apart) AND role <> NEW.role) THEN
      PERFORM refuse('user_roles_duties_apart', 'one person holds one of the three duties');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER user_roles_duties_apart BEFORE INSERT OR UPDATE ON user_roles FOR EACH ROW EXECUTE FUNCTION keep_duties_apart();

-- Rows that belong to an account: the event names the account. Arguments: columns whose change alone is no event.
CREATE FUNCTION require_account_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE account int; ignored text[] := TG_ARGV;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - ignored = to_jsonb(NEW) - ignored THEN RETURN NULL; END IF;
  account := CASE WHEN TG_OP = 'DELETE' THEN OLD.user_id ELSE NEW.user_id END;
  IF NOT EXISTS (SELECT FROM audit_events WHERE transaction_id = current_transaction_id() AND noun = 'users' AND (noun_id = account OR noun_id IS NULL)) THEN
    PERFORM refuse('audit_required', format('%s of account %s changed without its audit event', TG_TABLE_NAME, account));
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER user_roles_audited AFTER INSERT OR UPDATE OR DELETE ON user_roles DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_account_audit();
CREATE CONSTRAINT TRIGGER second_factors_audited AFTER INSERT OR UPDATE OR DELETE ON second_factors DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_account_audit('last_step');
CREATE CONSTRAINT TRIGGER recovery_codes_audited AFTER INSERT OR UPDATE OR DELETE ON recovery_codes DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_account_audit();
CREATE CONSTRAINT TRIGGER user_identities_audited AFTER INSERT OR UPDATE OR DELETE ON user_identities DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_account_audit('last_used_at');
CREATE CONSTRAINT TRIGGER activations_audited AFTER INSERT OR UPDATE OR DELETE ON activations DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_audit('activations');
CREATE CONSTRAINT TRIGGER sign_in_policies_audited AFTER INSERT OR UPDATE OR DELETE ON sign_in_policies DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_audit('sign_in_policies', 'updated_at');
