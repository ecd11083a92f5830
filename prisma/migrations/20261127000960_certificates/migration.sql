-- CreateEnum
CREATE TYPE "certificate_kind" AS ENUM ('certificate', 'plaque', 'medal', 'citation', 'trophy', 'banner');

-- CreateEnum
CREATE TYPE "certificate_state" AS ENUM ('held', 'lost', 'returned', 'void');

-- CreateTable
CREATE TABLE "certificates" (
    "id" SERIAL NOT NULL,
    "award_id" INTEGER NOT NULL,
    "recipient_id" INTEGER,
    "member_position" INTEGER,
    "kind" "certificate_kind" NOT NULL,
    "number" TEXT,
    "holder" TEXT NOT NULL,
    "issued_on" TEXT,
    "custody" TEXT,
    "state" "certificate_state" NOT NULL DEFAULT 'held',
    "state_on" TEXT,
    "state_note" TEXT,
    "replaces_id" INTEGER,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "certificates_replaces_id_key" ON "certificates"("replaces_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_code_key" ON "certificates"("code");

-- CreateIndex
CREATE INDEX "certificates_award_id_id_idx" ON "certificates"("award_id", "id");

-- CreateIndex
CREATE INDEX "certificates_recipient_id_member_position_idx" ON "certificates"("recipient_id", "member_position");

-- CreateIndex
CREATE INDEX "certificates_state_id_idx" ON "certificates"("state", "id");

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "award_recipients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_recipient_id_member_position_fkey" FOREIGN KEY ("recipient_id", "member_position") REFERENCES "award_members"("recipient_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "certificates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---------------------------------------------------------------- what a certificate holds
ALTER TABLE certificates
  ALTER COLUMN issued_on TYPE text COLLATE "C", ALTER COLUMN state_on TYPE text COLLATE "C", ALTER COLUMN code TYPE text COLLATE "C",
  ADD CONSTRAINT certificates_number_length CHECK (btrim(number) <> '' AND char_length(number) <= 100),
  -- Shown to whoever has the code: an ID number has no place in it.
  ADD CONSTRAINT certificates_holder_present CHECK (btrim(holder) <> '' AND char_length(holder) <= 200),
  ADD CONSTRAINT certificates_holder_public CHECK (holder !~ '[0-9]{6}'),
  ADD CONSTRAINT certificates_custody_length CHECK (char_length(custody) <= 200),
  ADD CONSTRAINT certificates_issued_on_partial_date CHECK (is_partial_date(issued_on)),
  ADD CONSTRAINT certificates_state_on_partial_date CHECK (is_partial_date(state_on) AND char_length(state_on) = 10),
  ADD CONSTRAINT certificates_state_note_length CHECK (char_length(state_note) <= 500),
  ADD CONSTRAINT certificates_state_dated CHECK ((state = 'held') = (state_on IS NULL) AND (state <> 'held' OR state_note IS NULL)),
  ADD CONSTRAINT certificates_void_reason CHECK (state <> 'void' OR btrim(coalesce(state_note, '')) <> ''),
  ADD CONSTRAINT certificates_member_of_recipient CHECK (member_position IS NULL OR recipient_id IS NOT NULL),
  ADD CONSTRAINT certificates_code_form CHECK (code ~ '^[ACDEFGHJKLMNPQRTUVWXY34679]{20}$');

-- Whether an honor stands for whom the certificate names: no revocation is in force of the award, of that recipient, or of that member.
CREATE FUNCTION certificate_stands(award int, recipient int, member int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT FROM award_revocations c WHERE c.award_id = award AND c.state IN ('confirmed', 'annulling')
    AND (c.recipient_id IS NULL OR c.recipient_id = recipient AND (c.member_position IS NULL OR c.member_position = member)))
$$;

CREATE FUNCTION certificates_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE a awards; old_one certificates;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT * INTO a FROM awards WHERE id = NEW.award_id FOR SHARE;
    IF a.state NOT IN ('effective', 'expired', 'revoked') THEN
      PERFORM refuse('certificates_of_conferred', 'certificates are of honors that were conferred');
    END IF;
    IF NEW.recipient_id IS NOT NULL
       AND (SELECT award_id FROM award_recipients WHERE id = NEW.recipient_id) IS DISTINCT FROM NEW.award_id THEN
      PERFORM refuse('certificates_target', 'the recipient belongs to another award');
    END IF;
    IF NEW.state <> 'held' THEN
      PERFORM refuse('certificates_state_transition', 'a certificate begins in hands');
    END IF;
    IF NEW.replaces_id IS NOT NULL THEN
      -- The lock holds back whoever finds the lost one again at this moment.
      SELECT * INTO old_one FROM certificates WHERE id = NEW.replaces_id FOR UPDATE;
      IF (old_one.award_id, old_one.recipient_id, old_one.member_position)
         IS DISTINCT FROM (NEW.award_id, NEW.recipient_id, NEW.member_position) THEN
        PERFORM refuse('certificates_target', 'a replacement is of the same honor and the same holder');
      END IF;
      IF old_one.state NOT IN ('lost', 'void') THEN
        PERFORM refuse('certificates_replaces_lost', 'only a lost or void certificate is replaced');
      END IF;
      IF NOT certificate_stands(NEW.award_id, NEW.recipient_id, NEW.member_position) THEN
        PERFORM refuse('certificates_replacement_of_standing', 'what was revoked gets no new certificate');
      END IF;
    END IF;
    RETURN NEW;
  END IF;

  IF (NEW.award_id, NEW.recipient_id, NEW.member_position, NEW.replaces_id, NEW.code, NEW.created_at)
     IS DISTINCT FROM (OLD.award_id, OLD.recipient_id, OLD.member_position, OLD.replaces_id, OLD.code, OLD.created_at)
     OR OLD.state = 'void' AND to_jsonb(NEW) - 'updated_at' IS DISTINCT FROM to_jsonb(OLD) - 'updated_at' THEN
    PERFORM refuse('certificates_frozen', 'whose certificate it is, its code, and a void one stay as they are');
  END IF;
  IF NEW.state <> OLD.state THEN
    IF NOT (OLD.state, NEW.state) IN (('held', 'lost'), ('held', 'returned'), ('held', 'void'),
        ('lost', 'held'), ('lost', 'returned'), ('lost', 'void'), ('returned', 'held'), ('returned', 'void')) THEN
      PERFORM refuse('certificates_state_transition', format('a certificate cannot go from %s to %s', OLD.state, NEW.state));
    END IF;
    IF NEW.state = 'held' AND EXISTS (SELECT FROM certificates WHERE replaces_id = NEW.id) THEN
      PERFORM refuse('certificates_replaced', 'another certificate was given in its place');
    END IF;
    IF NEW.state = 'held' AND OLD.state = 'returned' AND NOT certificate_stands(NEW.award_id, NEW.recipient_id, NEW.member_position) THEN
      PERFORM refuse('certificates_recalled', 'what was revoked is not handed back');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificates_guard BEFORE INSERT OR UPDATE ON certificates FOR EACH ROW EXECUTE FUNCTION certificates_guard();
CREATE TRIGGER certificates_for_ever BEFORE DELETE ON certificates FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certificates_never_truncated BEFORE TRUNCATE ON certificates FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER certificates_audited AFTER INSERT OR UPDATE OR DELETE ON certificates DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_audit('certificates', 'updated_at');

-- ---------------------------------------------------------------- what a case of revocation may say of them
CREATE FUNCTION award_revocations_recall_true() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.recall NOT IN ('none', 'recalled') OR TG_OP = 'UPDATE' AND NEW.recall = OLD.recall THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM certificates c WHERE c.award_id = NEW.award_id
      AND (NEW.recipient_id IS NULL OR c.recipient_id = NEW.recipient_id AND (NEW.member_position IS NULL OR c.member_position = NEW.member_position))
      AND (c.state = 'held' OR NEW.recall = 'none' AND c.state <> 'void')) THEN
    PERFORM refuse('award_revocations_recall_' || CASE NEW.recall WHEN 'none' THEN 'none' ELSE 'out' END, 'the certificates say otherwise');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_revocations_recall_true BEFORE INSERT OR UPDATE OF recall ON award_revocations
  FOR EACH ROW EXECUTE FUNCTION award_revocations_recall_true();

-- ---------------------------------------------------------------- who sees them
-- Readers of the ledger what they see of the award; an employee what is of the award as a whole or their own.
CREATE FUNCTION holds_certificate(recipient int, member int) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM award_recipients r WHERE r.id = recipient AND member IS NULL AND r.employee_id = acting_employee())
    OR EXISTS (SELECT FROM award_members m WHERE m.recipient_id = recipient AND (member IS NULL OR m.position = member) AND m.employee_id = acting_employee());
END $$;
ALTER TABLE certificates ENABLE ROW LEVEL SECURITY;
CREATE POLICY acting_reads ON certificates FOR SELECT USING ((SELECT acting_as_system())
  OR (SELECT acting_over('union', 'recorder', 'checker', 'union_admin'))
  OR EXISTS (SELECT FROM awards a WHERE a.id = award_id OFFSET 0)
    AND ((SELECT acting_has('recorder', 'checker', 'union_admin', 'hr', 'discipline')) OR recipient_id IS NULL OR holds_certificate(recipient_id, member_position)));
CREATE POLICY acting_adds ON certificates FOR INSERT WITH CHECK ((SELECT acting_as_system())
  OR (SELECT acting_has('recorder', 'union_admin')) AND keeps_award(award_id));
CREATE POLICY acting_changes ON certificates FOR UPDATE USING ((SELECT acting_as_system())
  OR (SELECT acting_has('recorder', 'union_admin')) AND keeps_award(award_id))
  WITH CHECK ((SELECT acting_as_system()) OR (SELECT acting_has('recorder', 'union_admin')) AND keeps_award(award_id));
CREATE POLICY acting_removes ON certificates FOR DELETE USING ((SELECT acting_as_system()));
CREATE FUNCTION sees_certificate(int) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN RETURN EXISTS (SELECT FROM certificates t WHERE t.id = $1); END $$;
CREATE POLICY acting_reads_of_certificates ON audit_events FOR SELECT USING (noun = 'certificates' AND sees_certificate(noun_id));

-- ---------------------------------------------------------------- verification, open to everybody
-- What anyone may know who has a certificate's code, and the only way to it without an account: no row beyond it, no column beside
-- these. It reads the award as it stands at this moment, so a case that is confirmed or annulled changes the answer at once.
CREATE FUNCTION verify_certificate(wanted text) RETURNS TABLE (
    verdict text, kind text, number text, holder text, issued_on text, title_name text, title_name_en text, prize_zh text, prize_en text,
    bodies text[], bodies_en text[], award_date text, valid_to text, since text, document_number text, replaced boolean, replaced_by text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT
    CASE
      WHEN a.state = 'void' THEN 'void'
      WHEN revoked.effective_on IS NOT NULL OR a.state = 'revoked' THEN 'revoked'
      WHEN c.state <> 'held' THEN c.state::text
      WHEN a.state = 'expired' OR a.valid_to < today.day AND a.valid_to < left(today.day, length(a.valid_to)) THEN 'expired'
      WHEN a.state = 'effective' THEN 'valid'
    END,
    c.kind::text, c.number, c.holder, c.issued_on, a.title_name, a.title_name_en, p.name_zh, p.name_en,
    granted.names, granted.names_en, a.award_date, a.valid_to,
    coalesce(revoked.effective_on, c.state_on), revoked.number, n.id IS NOT NULL, n.number
  FROM certificates c
  JOIN awards a ON a.id = c.award_id
  CROSS JOIN (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text COLLATE "C" AS day) AS today
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(b.name ORDER BY g.position), '{}') AS names,
      coalesce(array_agg(coalesce(b.name_en, b.name) ORDER BY g.position), '{}') AS names_en
    -- Where the award names no granting body, those that issued its first document.
    FROM (SELECT position, granting_body_id FROM award_granting_bodies WHERE award_id = a.id
      UNION ALL SELECT i.position, i.granting_body_id FROM document_issuers i
        WHERE i.document_id = (SELECT document_id FROM award_documents WHERE award_id = a.id ORDER BY position LIMIT 1)
          AND NOT EXISTS (SELECT FROM award_granting_bodies WHERE award_id = a.id)) AS g
    JOIN granting_bodies b ON b.id = g.granting_body_id) AS granted
  LEFT JOIN prize_levels p ON p.code = a.prize_level_code
  LEFT JOIN certificates n ON n.replaces_id = c.id
  LEFT JOIN LATERAL (SELECT r.effective_on, coalesce(d.number, d.title) AS number FROM award_revocations r JOIN documents d ON d.id = r.document_id
    WHERE r.award_id = c.award_id AND r.state IN ('confirmed', 'annulling')
      AND (r.recipient_id IS NULL OR r.recipient_id = c.recipient_id AND (r.member_position IS NULL OR r.member_position = c.member_position))
    ORDER BY r.effective_on, r.id LIMIT 1) AS revoked ON true
  WHERE c.code = wanted
$$;
