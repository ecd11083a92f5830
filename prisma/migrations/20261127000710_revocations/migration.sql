-- CreateEnum
CREATE TYPE "revocation_cause" AS ENUM ('fraud', 'false_deeds', 'procedure', 'crime', 'discipline', 'other');

-- CreateEnum
CREATE TYPE "revocation_state" AS ENUM ('recorded', 'confirmed', 'annulling', 'annulled', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "recall_state" AS ENUM ('none', 'pending', 'recalled', 'lost');

-- CreateEnum
CREATE TYPE "evidence_part" AS ENUM ('revocation', 'annulment');

-- AlterTable
ALTER TABLE "award_recipients" ADD COLUMN     "struck_at" TIMESTAMPTZ(3),
ADD COLUMN     "struck_by_id" INTEGER;

-- AlterTable
ALTER TABLE "award_members" ADD COLUMN     "struck_at" TIMESTAMPTZ(3),
ADD COLUMN     "struck_by_id" INTEGER;

-- CreateTable
CREATE TABLE "award_revocations" (
    "id" SERIAL NOT NULL,
    "award_id" INTEGER NOT NULL,
    "recipient_id" INTEGER,
    "member_position" INTEGER,
    "cause" "revocation_cause" NOT NULL,
    "explanation" TEXT NOT NULL,
    "applicant" TEXT NOT NULL,
    "document_id" INTEGER NOT NULL,
    "effective_on" TEXT NOT NULL,
    "recall" "recall_state" NOT NULL DEFAULT 'pending',
    "recall_note" TEXT,
    "treatment_stopped_from" TEXT,
    "state" "revocation_state" NOT NULL DEFAULT 'recorded',
    "entered_by_ids" INTEGER[],
    "annulment_document_id" INTEGER,
    "annulment_reason" TEXT,
    "annulled_on" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "award_revocations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_revocation_steps" (
    "id" SERIAL NOT NULL,
    "revocation_id" INTEGER NOT NULL,
    "from_state" "revocation_state",
    "to_state" "revocation_state" NOT NULL,
    "changed_by_id" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,
    "transaction_id" BIGINT NOT NULL DEFAULT current_transaction_id(),

    CONSTRAINT "award_revocation_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_revocation_files" (
    "revocation_id" INTEGER NOT NULL,
    "file_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "part" "evidence_part" NOT NULL DEFAULT 'revocation',

    CONSTRAINT "award_revocation_files_pkey" PRIMARY KEY ("revocation_id","file_id")
);

-- CreateIndex
CREATE INDEX "award_revocations_award_id_id_idx" ON "award_revocations"("award_id", "id");

-- CreateIndex
CREATE INDEX "award_revocations_recipient_id_member_position_idx" ON "award_revocations"("recipient_id", "member_position");

-- CreateIndex
CREATE INDEX "award_revocations_document_id_idx" ON "award_revocations"("document_id");

-- CreateIndex
CREATE INDEX "award_revocations_annulment_document_id_idx" ON "award_revocations"("annulment_document_id");

-- CreateIndex
CREATE INDEX "award_revocations_state_id_idx" ON "award_revocations"("state", "id");

-- CreateIndex
CREATE INDEX "award_revocation_steps_revocation_id_id_idx" ON "award_revocation_steps"("revocation_id", "id");

-- CreateIndex
CREATE INDEX "award_revocation_steps_changed_by_id_idx" ON "award_revocation_steps"("changed_by_id");

-- CreateIndex
CREATE INDEX "award_revocation_files_file_id_idx" ON "award_revocation_files"("file_id");

-- AddForeignKey
ALTER TABLE "award_recipients" ADD CONSTRAINT "award_recipients_struck_by_id_fkey" FOREIGN KEY ("struck_by_id") REFERENCES "award_revocations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_members" ADD CONSTRAINT "award_members_struck_by_id_fkey" FOREIGN KEY ("struck_by_id") REFERENCES "award_revocations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_revocations" ADD CONSTRAINT "award_revocations_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_revocations" ADD CONSTRAINT "award_revocations_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "award_recipients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_revocations" ADD CONSTRAINT "award_revocations_recipient_id_member_position_fkey" FOREIGN KEY ("recipient_id", "member_position") REFERENCES "award_members"("recipient_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_revocations" ADD CONSTRAINT "award_revocations_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_revocations" ADD CONSTRAINT "award_revocations_annulment_document_id_fkey" FOREIGN KEY ("annulment_document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_revocation_steps" ADD CONSTRAINT "award_revocation_steps_revocation_id_fkey" FOREIGN KEY ("revocation_id") REFERENCES "award_revocations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_revocation_steps" ADD CONSTRAINT "award_revocation_steps_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_revocation_files" ADD CONSTRAINT "award_revocation_files_revocation_id_fkey" FOREIGN KEY ("revocation_id") REFERENCES "award_revocations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_revocation_files" ADD CONSTRAINT "award_revocation_files_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---------------------------------------------------------------- what a case holds
ALTER TABLE award_revocations
  ALTER COLUMN effective_on TYPE text COLLATE "C", ALTER COLUMN annulled_on TYPE text COLLATE "C",
  ALTER COLUMN treatment_stopped_from TYPE text COLLATE "C",
  ADD CONSTRAINT award_revocations_explanation_present CHECK (btrim(explanation) <> '' AND char_length(explanation) <= 2000),
  ADD CONSTRAINT award_revocations_applicant_present CHECK (btrim(applicant) <> '' AND char_length(applicant) <= 200),
  ADD CONSTRAINT award_revocations_recall_note_length CHECK (char_length(recall_note) <= 500),
  ADD CONSTRAINT award_revocations_effective_on_partial_date CHECK (is_partial_date(effective_on) AND char_length(effective_on) = 10),
  ADD CONSTRAINT award_revocations_treatment_stopped_from_partial_date
    CHECK (is_partial_date(treatment_stopped_from) AND char_length(treatment_stopped_from) = 10),
  ADD CONSTRAINT award_revocations_annulled_on_partial_date CHECK (is_partial_date(annulled_on) AND char_length(annulled_on) = 10),
  ADD CONSTRAINT award_revocations_annulment_in_order CHECK (effective_on <= annulled_on),
  ADD CONSTRAINT award_revocations_member_of_recipient CHECK (member_position IS NULL OR recipient_id IS NOT NULL),
  ADD CONSTRAINT award_revocations_entered CHECK (cardinality(entered_by_ids) >= 1),
  ADD CONSTRAINT award_revocations_second_document CHECK (annulment_document_id <> document_id),
  ADD CONSTRAINT award_revocations_annulment_whole CHECK (
    num_nonnulls(annulment_document_id, annulment_reason, annulled_on) = CASE WHEN state IN ('annulling', 'annulled') THEN 3 ELSE 0 END);
ALTER TABLE award_revocation_files ADD CONSTRAINT award_revocation_files_position_positive CHECK (position >= 1);
ALTER TABLE award_recipients ADD CONSTRAINT award_recipients_struck_whole CHECK ((struck_at IS NULL) = (struck_by_id IS NULL));
ALTER TABLE award_members ADD CONSTRAINT award_members_struck_whole CHECK ((struck_at IS NULL) = (struck_by_id IS NULL));

-- One case at a time of the same award, recipient or member: a double click, or two people at once, make no second one.
CREATE UNIQUE INDEX award_revocations_once ON award_revocations (award_id, (coalesce(recipient_id, 0)), (coalesce(member_position, 0)))
  WHERE state IN ('recorded', 'confirmed', 'annulling');

-- The few that were struck are found at once; whoever was not is in neither index, so that a bulk of rows pays nothing.
CREATE INDEX award_recipients_struck ON award_recipients ((award_id + 0)) WHERE struck_at IS NOT NULL;
CREATE INDEX award_members_struck ON award_members ((award_id + 0)) WHERE struck_at IS NOT NULL;

-- Whether a unit has a part in an award that still stands: it recorded it, or has somebody in it who was not struck. All units
-- that ever had one find the award (award_units); statistics by unit ask this of the few awards with somebody struck.
CREATE FUNCTION award_stands_in(award int, unit int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM awards WHERE id = award AND recording_unit_id = unit)
    OR EXISTS (SELECT FROM award_recipients r
      LEFT JOIN employees e ON e.id = r.employee_id LEFT JOIN teams t ON t.id = r.team_id LEFT JOIN studios s ON s.id = r.studio_id
      WHERE r.award_id = award AND r.struck_at IS NULL AND (
        unit IN (r.unit_id, r.union_unit_id, r.organization_id, e.unit_id, e.union_unit_id, t.unit_id, s.unit_id)
        OR EXISTS (SELECT FROM achievement_units x WHERE x.achievement_id = r.achievement_id AND x.organization_id = unit)
        OR EXISTS (SELECT FROM award_members m JOIN employees p ON p.id = m.employee_id
          WHERE m.recipient_id = r.id AND m.struck_at IS NULL AND unit IN (p.unit_id, p.union_unit_id))))
$$;

-- ---------------------------------------------------------------- who decides: the granting body or one above it
-- A smaller rank is a higher body; 0 is a body whose rank nobody has given yet, which is above none. An association stands
-- above associations alone, an enterprise above enterprises and their unions. A body that was merged away is spoken for by its successor.
CREATE FUNCTION speaks_for(issuer_id int, granter_id int) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE heirs AS (
    SELECT id, successor_id FROM granting_bodies WHERE id = granter_id
    UNION SELECT b.id, b.successor_id FROM granting_bodies b JOIN heirs h ON b.id = h.successor_id
  )
  SELECT EXISTS (SELECT FROM heirs WHERE id = issuer_id)
$$;
CREATE FUNCTION stands_above(issuer_id int, granter_id int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM granting_bodies i, granting_bodies g WHERE i.id = issuer_id AND g.id = granter_id
    AND i.rank > 0 AND i.rank < g.rank
    AND (i.kind <> 'association' OR g.kind = 'association')
    AND (i.kind <> 'enterprise' OR g.kind IN ('enterprise', 'union')))
$$;
-- Whose honor it is: the award's granting bodies, or else the issuers of its documents, or else who organises its programme.
CREATE FUNCTION granters_of_award(award int) RETURNS SETOF int LANGUAGE sql STABLE AS $$
  WITH bodies AS (SELECT granting_body_id AS id FROM award_granting_bodies WHERE award_id = award),
  issuers AS (SELECT i.granting_body_id AS id FROM award_documents x JOIN document_issuers i ON i.document_id = x.document_id WHERE x.award_id = award),
  organisers AS (SELECT o.granting_body_id AS id FROM awards a JOIN honor_titles t ON t.id = a.title_id
    JOIN programme_organisers o ON o.programme_id = t.programme_id WHERE a.id = award)
  SELECT id FROM bodies
  UNION SELECT id FROM issuers WHERE NOT EXISTS (SELECT FROM bodies)
  UNION SELECT id FROM organisers WHERE NOT EXISTS (SELECT FROM bodies) AND NOT EXISTS (SELECT FROM issuers)
$$;
-- One of the issuers is a granting body, or stands above them all. Where nobody knows who granted it, people have to judge.
CREATE FUNCTION document_decides_on_award(document int, award int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT FROM granters_of_award(award))
    OR EXISTS (SELECT FROM document_issuers i WHERE i.document_id = document AND (
      EXISTS (SELECT FROM granters_of_award(award) AS g(id) WHERE speaks_for(i.granting_body_id, g.id))
      OR (SELECT bool_and(stands_above(i.granting_body_id, g.id)) FROM granters_of_award(award) AS g(id))))
$$;

-- ---------------------------------------------------------------- the way of a case
CREATE FUNCTION award_revocations_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE a awards; r award_recipients;
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- The lock holds back a decision on the award that runs beside this.
    SELECT * INTO a FROM awards WHERE id = NEW.award_id FOR SHARE;
    IF NEW.state <> 'recorded' THEN
      PERFORM refuse('award_revocations_state_transition', 'a revocation begins as recorded');
    END IF;
    IF NEW.recipient_id IS NOT NULL THEN
      SELECT * INTO r FROM award_recipients WHERE id = NEW.recipient_id;
      IF r.award_id IS DISTINCT FROM NEW.award_id THEN
        PERFORM refuse('award_revocations_target', 'the recipient belongs to another award');
      END IF;
    END IF;
    IF a.state NOT IN ('effective', 'expired') OR r.struck_at IS NOT NULL OR (NEW.member_position IS NOT NULL AND EXISTS (
        SELECT FROM award_members WHERE recipient_id = NEW.recipient_id AND position = NEW.member_position AND struck_at IS NOT NULL)) THEN
      PERFORM refuse('award_revocations_of_standing', 'only an honor that stands can be revoked');
    END IF;
  ELSE
    IF NEW.state <> OLD.state AND NOT (OLD.state, NEW.state) IN (
        ('recorded', 'confirmed'), ('recorded', 'declined'), ('recorded', 'withdrawn'),
        ('confirmed', 'annulling'), ('annulling', 'annulled'), ('annulling', 'confirmed')) THEN
      PERFORM refuse('award_revocations_state_transition', format('a revocation cannot go from %s to %s', OLD.state, NEW.state));
    END IF;
    IF (NEW.award_id, NEW.recipient_id, NEW.member_position, NEW.cause, NEW.explanation, NEW.applicant, NEW.document_id, NEW.effective_on,
        NEW.treatment_stopped_from, NEW.created_at)
       IS DISTINCT FROM
       (OLD.award_id, OLD.recipient_id, OLD.member_position, OLD.cause, OLD.explanation, OLD.applicant, OLD.document_id, OLD.effective_on,
        OLD.treatment_stopped_from, OLD.created_at)
       OR (NEW.state = OLD.state AND (NEW.annulment_document_id, NEW.annulment_reason, NEW.annulled_on)
         IS DISTINCT FROM (OLD.annulment_document_id, OLD.annulment_reason, OLD.annulled_on))
       OR (NEW.state = 'annulled' AND OLD.state = 'annulling' AND (NEW.annulment_document_id, NEW.annulment_reason, NEW.annulled_on)
         IS DISTINCT FROM (OLD.annulment_document_id, OLD.annulment_reason, OLD.annulled_on)) THEN
      PERFORM refuse('award_revocations_frozen', 'what was recorded of a revocation stays as it is');
    END IF;
    IF NOT OLD.entered_by_ids <@ NEW.entered_by_ids AND NOT (OLD.state = 'confirmed' AND NEW.state = 'annulling') THEN
      PERFORM refuse('award_revocations_frozen', 'who entered it has entered it');
    END IF;
  END IF;

  IF NEW.state IN ('recorded', 'confirmed') AND (TG_OP = 'INSERT' OR OLD.state = 'recorded') THEN
    IF NOT EXISTS (SELECT FROM documents WHERE id = NEW.document_id AND kind = 'revocation') THEN
      PERFORM refuse('award_revocations_document_kind', 'an honor is revoked by a decision of revocation');
    END IF;
    IF NOT document_decides_on_award(NEW.document_id, NEW.award_id) THEN
      PERFORM refuse('award_revocations_document_issuer', 'the granting body or one above it decides');
    END IF;
  END IF;
  IF NEW.state IN ('annulling', 'annulled') THEN
    IF NOT EXISTS (SELECT FROM documents WHERE id = NEW.annulment_document_id AND kind IN ('revocation', 'correction', 'decision')) THEN
      PERFORM refuse('award_revocations_annulment_kind', 'a revocation is annulled by a decision');
    END IF;
    IF NOT document_decides_on_award(NEW.annulment_document_id, NEW.award_id) THEN
      PERFORM refuse('award_revocations_annulment_issuer', 'the granting body or one above it decides');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_revocations_guard BEFORE INSERT OR UPDATE ON award_revocations FOR EACH ROW EXECUTE FUNCTION award_revocations_guard();
CREATE TRIGGER award_revocations_for_ever BEFORE DELETE ON award_revocations FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION award_revocation_steps_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entered_by int[];
BEGIN
  NEW.transaction_id := current_transaction_id();
  NEW.changed_at := now();
  SELECT to_state INTO NEW.from_state FROM award_revocation_steps WHERE revocation_id = NEW.revocation_id ORDER BY id DESC LIMIT 1;
  SELECT entered_by_ids INTO entered_by FROM award_revocations WHERE id = NEW.revocation_id;
  IF (NEW.to_state = 'annulled' OR (NEW.to_state = 'confirmed' AND NEW.from_state = 'recorded')) AND NEW.changed_by_id = ANY (entered_by) THEN
    PERFORM refuse('award_revocations_confirmer_is_another', 'who confirms is not who entered');
  END IF;
  IF (NEW.to_state IN ('declined', 'withdrawn') OR (NEW.to_state = 'confirmed' AND NEW.from_state = 'annulling'))
     AND coalesce(btrim(NEW.reason), '') = '' THEN
    PERFORM refuse('award_revocation_steps_reason', 'this step needs its reason');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_revocation_steps_guard BEFORE INSERT ON award_revocation_steps FOR EACH ROW EXECUTE FUNCTION award_revocation_steps_guard();
CREATE TRIGGER award_revocation_steps_for_ever BEFORE UPDATE OR DELETE ON award_revocation_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER award_revocation_steps_never_truncated BEFORE TRUNCATE ON award_revocation_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER award_revocation_files_for_ever BEFORE UPDATE OR DELETE ON award_revocation_files FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- At commit a case and its steps say the same, and the award shows what the case decided.
CREATE FUNCTION award_revocations_hold() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c award_revocations; last award_revocation_steps; in_force boolean; shown boolean;
BEGIN
  SELECT * INTO c FROM award_revocations WHERE id = CASE WHEN TG_TABLE_NAME = 'award_revocations' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'revocation_id')::int END;
  SELECT * INTO last FROM award_revocation_steps WHERE revocation_id = c.id ORDER BY id DESC LIMIT 1;
  IF last.transaction_id IS DISTINCT FROM current_transaction_id() OR last.to_state IS DISTINCT FROM c.state THEN
    PERFORM refuse('award_revocations_state_recorded', 'a change of state is a row with who, when and why');
  END IF;
  in_force := c.state IN ('confirmed', 'annulling');
  IF c.recipient_id IS NULL THEN
    IF in_force OR c.state = 'annulled' THEN
      SELECT state = 'revoked' INTO shown FROM awards WHERE id = c.award_id;
    ELSE
      shown := false;
    END IF;
  ELSIF c.member_position IS NULL THEN
    SELECT struck_by_id IS NOT DISTINCT FROM c.id INTO shown FROM award_recipients WHERE id = c.recipient_id;
  ELSE
    SELECT struck_by_id IS NOT DISTINCT FROM c.id INTO shown FROM award_members WHERE recipient_id = c.recipient_id AND position = c.member_position;
  END IF;
  IF shown IS DISTINCT FROM in_force THEN
    PERFORM refuse('award_revocations_in_force', 'the award does not show what the case decided');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER award_revocations_hold_first AFTER INSERT ON award_revocations DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION award_revocations_hold();
CREATE CONSTRAINT TRIGGER award_revocations_hold AFTER UPDATE OF state ON award_revocations DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION award_revocations_hold();
CREATE CONSTRAINT TRIGGER award_revocation_steps_hold AFTER INSERT ON award_revocation_steps DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION award_revocations_hold();

-- And the other way round: no award is revoked, and none restored, but by a case.
CREATE FUNCTION awards_revoked_by_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT state = 'revoked' FROM awards WHERE id = NEW.id) <> EXISTS (
      SELECT FROM award_revocations WHERE award_id = NEW.id AND recipient_id IS NULL AND state IN ('confirmed', 'annulling')) THEN
    PERFORM refuse('awards_revoked_by_case', 'an award is revoked and restored by a case with its decision');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER awards_revoked_by_case AFTER UPDATE OF state ON awards DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state AND (OLD.state = 'revoked' OR NEW.state = 'revoked'))
  EXECUTE FUNCTION awards_revoked_by_case();

CREATE FUNCTION award_recipients_struck_by_case() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c award_revocations; place int; recipient int;
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM refuse('award_recipients_struck_by_case', 'nobody is entered as struck');
  END IF;
  IF TG_TABLE_NAME = 'award_recipients' THEN
    recipient := NEW.id;
  ELSE
    recipient := NEW.recipient_id;
    place := NEW.position;
  END IF;
  -- One strike after the other, so that two at once never leave an award without anybody.
  PERFORM FROM awards WHERE id = NEW.award_id FOR NO KEY UPDATE;
  SELECT * INTO c FROM award_revocations WHERE id = coalesce(NEW.struck_by_id, OLD.struck_by_id);
  IF (c.award_id, c.recipient_id, c.member_position) IS DISTINCT FROM (NEW.award_id, recipient, place)
     OR (NEW.struck_by_id IS NOT NULL AND (OLD.struck_by_id IS NOT NULL OR c.state <> 'confirmed'))
     OR (NEW.struck_by_id IS NULL AND c.state <> 'annulled') THEN
    PERFORM refuse('award_recipients_struck_by_case', 'a recipient is struck and restored by a case with its decision');
  END IF;
  IF NEW.struck_by_id IS NULL THEN
    NEW.struck_at := NULL;
  ELSE
    NEW.struck_at := now();
    IF place IS NULL AND NOT EXISTS (SELECT FROM award_recipients WHERE award_id = NEW.award_id AND id <> recipient AND struck_at IS NULL) THEN
      PERFORM refuse('award_recipients_one_stands', 'with its last recipient the award as a whole is revoked');
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- The freeze of a submitted award allows exactly that: whatever else changes goes through its guard as before.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['award_recipients', 'award_members'] LOOP
    EXECUTE format('DROP TRIGGER %I ON %I', t || '_guard', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION award_recipients_guard()', t || '_guard', t);
    EXECUTE format($f$CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW
      WHEN (to_jsonb(OLD) - '{struck_at,struck_by_id}'::text[] IS DISTINCT FROM to_jsonb(NEW) - '{struck_at,struck_by_id}'::text[])
      EXECUTE FUNCTION award_recipients_guard()$f$, t || '_guard_changes', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.struck_at IS NOT NULL OR NEW.struck_by_id IS NOT NULL)
      EXECUTE FUNCTION award_recipients_struck_by_case()', t || '_not_struck', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW
      WHEN (OLD.struck_at IS DISTINCT FROM NEW.struck_at OR OLD.struck_by_id IS DISTINCT FROM NEW.struck_by_id)
      EXECUTE FUNCTION award_recipients_struck_by_case()', t || '_struck', t);
  END LOOP;
END $$;

-- An annulment restores the honor; that it is confirmed by another is the case's own rule.
CREATE OR REPLACE FUNCTION award_state_changes_guard() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  NEW.transaction_id := current_transaction_id();
  NEW.changed_at := now();
  SELECT to_state INTO NEW.from_state FROM award_state_changes WHERE award_id = NEW.award_id ORDER BY id + 0 DESC LIMIT 1;
  IF NEW.to_state = 'effective' AND NEW.from_state IS DISTINCT FROM 'revoked'
     AND NEW.changed_by_id = ANY ((SELECT entered_by_ids FROM awards WHERE id = NEW.award_id)::int[]) THEN
    PERFORM refuse('awards_checker_is_another', 'who checks is not who entered');
  END IF;
  IF NEW.to_state IN ('returned', 'void', 'revoked') AND coalesce(btrim(NEW.reason), '') = '' THEN
    PERFORM refuse('award_state_changes_reason', 'this change of state needs its reason');
  END IF;
  RETURN NEW;
END $$;

CREATE CONSTRAINT TRIGGER award_revocations_audited AFTER INSERT OR UPDATE OR DELETE ON award_revocations DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_audit('award_revocations', 'updated_at');
