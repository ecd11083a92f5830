-- CreateEnum
CREATE TYPE "treatment_period" AS ENUM ('once', 'monthly', 'yearly');

-- CreateTable
CREATE TABLE "treatment_kinds" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "treatment_kinds_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "treatments" (
    "id" SERIAL NOT NULL,
    "award_id" INTEGER NOT NULL,
    "recording_unit_id" INTEGER NOT NULL,
    "employee_id" INTEGER NOT NULL,
    "kind_code" TEXT NOT NULL,
    "amount" DECIMAL(12,2),
    "period" "treatment_period" NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "payer" TEXT NOT NULL,
    "basis" TEXT,
    "note" TEXT,
    "stopped_from" TEXT,
    "stop_reason" TEXT,
    "stopped_by_id" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "treatments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "treatments_recording_unit_id_idx" ON "treatments"("recording_unit_id");

-- CreateIndex
CREATE INDEX "treatments_employee_id_idx" ON "treatments"("employee_id");

-- CreateIndex
CREATE INDEX "treatments_valid_from_id_idx" ON "treatments"("valid_from", "id");

-- CreateIndex
CREATE INDEX "treatments_kind_code_idx" ON "treatments"("kind_code");

-- CreateIndex
CREATE INDEX "treatments_stopped_by_id_idx" ON "treatments"("stopped_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "treatments_once" ON "treatments"("award_id", "employee_id", "kind_code", "valid_from", "payer");

-- AddForeignKey
ALTER TABLE "treatments" ADD CONSTRAINT "treatments_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatments" ADD CONSTRAINT "treatments_recording_unit_id_fkey" FOREIGN KEY ("recording_unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatments" ADD CONSTRAINT "treatments_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatments" ADD CONSTRAINT "treatments_kind_code_fkey" FOREIGN KEY ("kind_code") REFERENCES "treatment_kinds"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatments" ADD CONSTRAINT "treatments_stopped_by_id_fkey" FOREIGN KEY ("stopped_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- the list of kinds; users may add to it
INSERT INTO treatment_kinds (code, name_zh, name_en, sort) VALUES
  ('bonus', '一次性奖金', 'One-off bonus', 10), ('allowance', '月度津贴', 'Monthly allowance', 20), ('recuperation', '疗休养', 'Recuperation', 30),
  ('check_up', '体检', 'Medical check-up', 40), ('other', '其他', 'Other', 90);

-- ---------------------------------------------------------------- what a treatment holds
ALTER TABLE treatments
  ALTER COLUMN valid_from TYPE text COLLATE "C", ALTER COLUMN valid_to TYPE text COLLATE "C", ALTER COLUMN stopped_from TYPE text COLLATE "C",
  ADD CONSTRAINT treatments_amount_not_negative CHECK (amount >= 0),
  ADD CONSTRAINT treatments_payer_present CHECK (btrim(payer) <> '' AND char_length(payer) <= 200),
  ADD CONSTRAINT treatments_texts_length CHECK (char_length(basis) <= 500 AND char_length(note) <= 500 AND char_length(stop_reason) <= 500),
  ADD CONSTRAINT treatments_valid_from_partial_date CHECK (is_partial_date(valid_from)),
  ADD CONSTRAINT treatments_valid_to_partial_date CHECK (is_partial_date(valid_to)),
  ADD CONSTRAINT treatments_stopped_from_partial_date CHECK (is_partial_date(stopped_from) AND char_length(stopped_from) = 10),
  -- Nothing follows from one date that may lie in the other: only an end that is surely before the beginning is none.
  ADD CONSTRAINT treatments_period_in_order CHECK (partial_date_first(valid_from) <= partial_date_last(valid_to)),
  ADD CONSTRAINT treatments_once_has_no_end CHECK (period <> 'once' OR valid_to IS NULL),
  ADD CONSTRAINT treatments_stop_whole CHECK (
    num_nulls(stopped_from, stop_reason, stopped_by_id) IN (0, 3) AND btrim(stop_reason) <> '');

-- The honor was conferred, and the person is one whom it honors: a recipient, or somebody behind a collective one. Both stay as they
-- are from then on: recipients, members and recording unit of a submitted award are frozen, so the unit may stand here, too.
CREATE FUNCTION treatments_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.award_id <> OLD.award_id THEN
    PERFORM refuse('treatments_stay', 'a treatment stays with its award');
  END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM awards WHERE id = NEW.award_id AND state IN ('effective', 'expired', 'revoked')) THEN
    PERFORM refuse('treatments_of_conferred', 'only an honor that was conferred brings a treatment');
  END IF;
  SELECT recording_unit_id INTO NEW.recording_unit_id FROM awards WHERE id = NEW.award_id;
  IF (TG_OP = 'INSERT' OR NEW.employee_id <> OLD.employee_id)
     AND NOT EXISTS (SELECT FROM award_recipients WHERE award_id = NEW.award_id AND employee_id = NEW.employee_id)
     AND NOT EXISTS (SELECT FROM award_members WHERE award_id = NEW.award_id AND employee_id = NEW.employee_id) THEN
    PERFORM refuse('treatments_person_of_award', 'the person is not one whom the award honors');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER treatments_guard BEFORE INSERT OR UPDATE ON treatments FOR EACH ROW EXECUTE FUNCTION treatments_guard();
CREATE TRIGGER treatments_for_ever BEFORE DELETE ON treatments FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER treatments_audited AFTER INSERT OR UPDATE OR DELETE ON treatments DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_audit('treatments', 'updated_at');

-- ---------------------------------------------------------------- days
CREATE FUNCTION day_before(day text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE
  AS $$ SELECT to_char(day_of(day) - 1, 'YYYY-MM-DD') $$;
-- partial_date_last, put inline by PostgreSQL, which a strict function with a CASE is not.
CREATE FUNCTION last_day_of(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE length(value) WHEN 10 THEN value ELSE partial_date_last(value) END $$;
-- Whether it is given on a day, was, or is to be. What ends before it begins was never given.
CREATE FUNCTION treatment_state(valid_from text, last_day text, today text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN last_day < today OR last_day < partial_date_first(valid_from) THEN 'stopped'
    WHEN partial_date_first(valid_from) > today THEN 'coming' ELSE 'running' END
$$;

-- ---------------------------------------------------------------- the second wall, and when a treatment ends
-- For who keeps the award's record, for union and personnel over the person's own unit, and for the person: amounts are no business
-- of other units that share the award. Unions write over the award's record alone. Written out, since a list asks it of every row:
-- with a call for each, 70,000 rows took longer than a statement may. Over the whole of a tree nothing is asked of a row.
DO $$
DECLARE
  keepers text := $s$'recorder', 'checker', 'union_admin'$s$;
  readers text := $s$'recorder', 'checker', 'union_admin', 'hr'$s$;
  unit text := '%s IN (SELECT o.id FROM unnest((SELECT acting_paths(%s))::text[]) held JOIN organizations o ON o.path >= held AND o.path < held || ''~'')';
  reads text;
  writes text := '(SELECT acting_as_system()) OR ' || format(unit, 'recording_unit_id', $s$'recorder', 'union_admin'$s$);
BEGIN
  reads := format($s$(SELECT acting_as_system()) OR (SELECT acting_over('union', %s) OR acting_over('company', 'hr'))
    OR t.employee_id = (SELECT acting_employee()) OR %s OR (SELECT acting_has(%s)) AND $s$, keepers, format(unit, 't.recording_unit_id', keepers), readers);
  ALTER TABLE treatments ENABLE ROW LEVEL SECURITY;
  -- Whose unit the person is of is asked of the wall of employees.
  EXECUTE format('CREATE POLICY acting_reads ON treatments FOR SELECT USING (%s)',
    replace(reads, 't.', 'treatments.') || 'EXISTS (SELECT FROM employees e WHERE e.id = treatments.employee_id OFFSET 0)');
  EXECUTE format('CREATE POLICY acting_adds ON treatments FOR INSERT WITH CHECK (%s)', writes);
  EXECUTE format('CREATE POLICY acting_changes ON treatments FOR UPDATE USING (%s) WITH CHECK (%s)', writes, writes);
  EXECUTE format('CREATE POLICY acting_removes ON treatments FOR DELETE USING (%s)', writes);

  -- The one place that says how long a treatment runs: nothing of it is kept, so a confirmed revocation stops it in that moment and
  -- an annulment lets it run again. Of all ends the earliest counts; of two on one day the graver one. `ends_on` is the end as exactly
  -- as it is known, `last_day` the last day that it can mean; one that nobody knows ('') comes before all days. The view looks as its
  -- owner (who revoked or died is not for each reader to look up) and tells of treatments that the reader sees.
  EXECUTE $v$
CREATE VIEW treatment_ends AS
SELECT t.id, told.reason, told.ends_on, l.last_day
FROM treatments t
JOIN awards a ON a.id = t.award_id
JOIN employees p ON p.id = t.employee_id
LEFT JOIN award_revocations whole ON whole.award_id = t.award_id AND whole.recipient_id IS NULL AND whole.state IN ('confirmed', 'annulling')
LEFT JOIN (SELECT DISTINCT award_id, true AS about_parts FROM award_revocations WHERE recipient_id IS NOT NULL AND state IN ('confirmed', 'annulling'))
  AS cases ON cases.award_id = t.award_id
-- Somebody with two parts in the award is out of it with the second. Looked up only where the award has a case about one of its people.
LEFT JOIN LATERAL (
  SELECT CASE WHEN bool_and(part.struck_from IS NOT NULL) THEN max(part.struck_from) END AS struck_from
  FROM (
    SELECT c.effective_on AS struck_from FROM award_recipients r LEFT JOIN award_revocations c ON c.id = r.struck_by_id
      WHERE cases.about_parts AND r.award_id = t.award_id AND r.employee_id = t.employee_id
    UNION ALL
    SELECT least(c.effective_on, d.effective_on) FROM award_members m JOIN award_recipients r ON r.id = m.recipient_id
      LEFT JOIN award_revocations c ON c.id = m.struck_by_id LEFT JOIN award_revocations d ON d.id = r.struck_by_id
      WHERE cases.about_parts AND m.award_id = t.award_id AND m.employee_id = t.employee_id) AS part
) AS struck ON true
-- OFFSET 0: each of these is worked out once.
CROSS JOIN LATERAL (
  SELECT CASE WHEN a.state = 'void' THEN '' END AS voided,
    day_before(least(whole.effective_on, struck.struck_from)) AS revoked,
    CASE WHEN p.status = 'deceased' THEN coalesce(last_day_of(p.status_date), '') END AS deceased,
    day_before(t.stopped_from) AS manual,
    last_day_of(t.valid_to) AS ended,
    last_day_of(a.valid_to) AS validity,
    CASE WHEN t.period = 'once' THEN last_day_of(t.valid_from) END AS once OFFSET 0
) AS ends
CROSS JOIN LATERAL (
  SELECT least(ends.voided, ends.revoked, ends.deceased, ends.manual, ends.ended, ends.validity, ends.once COLLATE "C") AS last_day OFFSET 0
) AS l
CROSS JOIN LATERAL (
  SELECT CASE l.last_day WHEN ends.voided THEN 'voided' WHEN ends.revoked THEN 'revoked' WHEN ends.deceased THEN 'deceased'
      WHEN ends.manual THEN 'manual' WHEN ends.ended THEN 'ended' WHEN ends.validity THEN 'validity' WHEN ends.once THEN 'once' END AS reason,
    CASE l.last_day WHEN ends.voided THEN NULL WHEN ends.revoked THEN ends.revoked WHEN ends.deceased THEN p.status_date
      WHEN ends.manual THEN ends.manual WHEN ends.ended THEN t.valid_to WHEN ends.validity THEN a.valid_to WHEN ends.once THEN t.valid_from END AS ends_on
) AS told
WHERE $v$ || reads || format($s$(%s OR %s OR p.unit_id IS NULL AND p.union_unit_id IS NULL AND (SELECT acting_at_root(%s)))$s$,
    format(unit, 'p.unit_id', readers), format(unit, 'p.union_unit_id', readers), readers);
END $$;
CREATE FUNCTION sees_treatment(int) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM treatments t WHERE t.id = $1);
END $$;
CREATE POLICY acting_reads_of_treatments ON audit_events FOR SELECT USING (noun = 'treatments' AND sees_treatment(noun_id));
