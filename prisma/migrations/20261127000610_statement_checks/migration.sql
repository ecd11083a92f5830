-- Rules that are asked at commit were asked once a row, each time by a query of its own; an import of 100,000 awards did not
-- come to an end. They are asked once a statement now, for all its rows by one query, still at commit and of what stands then.
-- PostgreSQL defers row triggers alone. So a statement's trigger, which knows its rows from transition tables, puts their ids
-- on a list of its own, and a deferred trigger of that list asks the rule. Nobody but the owner reaches the list: its schema
-- is granted to no one, and the functions that write it run as the owner.
CREATE SCHEMA deferred_checks;
CREATE UNLOGGED TABLE deferred_checks.lists (
  id bigserial PRIMARY KEY,
  rule text NOT NULL,
  noun text,
  ids int[] NOT NULL
);

CREATE FUNCTION deferred_checks.put(rule text, noun text, ids int[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ INSERT INTO deferred_checks.lists (rule, noun, ids) SELECT put.rule, put.noun, put.ids WHERE cardinality(put.ids) > 0 $$;

-- In the queries below a lateral with its limit is asked once an id, through the index that leads with it. Statistics know nothing of
-- what this transaction wrote, and a plan that reads all of it for every statement would again not come to an end.
CREATE FUNCTION deferred_checks.unaudited(noun text, ids int[]) RETURNS int
  LANGUAGE sql STABLE SET search_path = public, pg_temp
  AS $$
  SELECT i FROM unnest(ids) AS i
    LEFT JOIN LATERAL (SELECT true AS found FROM audit_events e
      WHERE e.transaction_id = current_transaction_id() AND e.noun = unaudited.noun AND e.noun_id = i LIMIT 1) AS own ON true
  WHERE own.found IS NULL AND NOT EXISTS (SELECT FROM audit_events e
    WHERE e.transaction_id = current_transaction_id() AND e.noun = unaudited.noun AND e.noun_id IS NULL)
  LIMIT 1
$$;

CREATE FUNCTION deferred_checks.run() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
  AS $$
DECLARE wrong record;
BEGIN
  DELETE FROM deferred_checks.lists WHERE id = NEW.id;
  CASE NEW.rule
  WHEN 'audit_required' THEN
    SELECT deferred_checks.unaudited(NEW.noun, NEW.ids) AS id INTO wrong;
    IF wrong.id IS NOT NULL THEN
      PERFORM refuse('audit_required', format('%s %s changed without its audit event', NEW.noun, wrong.id));
    END IF;
  WHEN 'awards_state_recorded' THEN
    PERFORM FROM unnest(NEW.ids) AS i LEFT JOIN awards a ON a.id = i
      LEFT JOIN LATERAL (SELECT to_state, transaction_id FROM award_state_changes WHERE award_id = i ORDER BY id + 0 DESC LIMIT 1) AS last ON true
      WHERE last.transaction_id IS DISTINCT FROM current_transaction_id() OR last.to_state IS DISTINCT FROM a.state;
    IF FOUND THEN
      PERFORM refuse('awards_state_recorded', 'a change of state is a row with who, when and why');
    END IF;
  WHEN 'award_state_changes_true' THEN
    PERFORM FROM unnest(NEW.ids) AS i LEFT JOIN awards a ON a.id = i
      LEFT JOIN LATERAL (SELECT to_state FROM award_state_changes WHERE award_id = i ORDER BY id + 0 DESC LIMIT 1) AS last ON true
      WHERE last.to_state IS NULL OR last.to_state IS DISTINCT FROM a.state;
    IF FOUND THEN
      PERFORM refuse('award_state_changes_true', 'the award is not in that state');
    END IF;
  WHEN 'awards_add_up' THEN
    SELECT coalesce(bool_or(parts.bonus > coalesce(a.bonus, 0)), false) AS bonus, coalesce(bool_or(parts.share > 100), false) AS share,
        coalesce(bool_or(a.state NOT IN ('draft', 'returned', 'void') AND parts.n = 0), false) AS empty,
        coalesce(bool_or(parts.others), false) AS kind
      INTO wrong
      FROM unnest(NEW.ids) AS i JOIN awards a ON a.id = i
      CROSS JOIN LATERAL (
        SELECT count(*) AS n, coalesce(sum(r.bonus), 0) AS bonus, coalesce(sum(r.share), 0) AS share,
          bool_or(NOT EXISTS (SELECT FROM honor_title_subject_kinds k WHERE k.title_id = a.title_id AND k.subject_kind = r.subject_kind)) AS others
        FROM award_recipients r WHERE r.award_id = i) AS parts;
    IF wrong.bonus THEN
      PERFORM refuse('awards_bonus_shares', 'the recipients'' bonuses add up to more than the award''s');
    END IF;
    IF wrong.share THEN
      PERFORM refuse('awards_shares', 'the recipients'' shares add up to more than 100 per cent');
    END IF;
    IF wrong.empty THEN
      PERFORM refuse('awards_have_recipients', 'an award without a recipient stays a draft');
    END IF;
    IF wrong.kind THEN
      PERFORM refuse('award_recipients_kind_allowed', 'the title is not given to this kind of subject');
    END IF;
  END CASE;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER lists_run AFTER INSERT ON deferred_checks.lists DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION deferred_checks.run();

-- ---------------------------------------------------------------- awards: changes of state are recorded and true, parts add up
CREATE FUNCTION awards_are_checked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moved int[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(id) INTO moved FROM changed;
    PERFORM deferred_checks.put('awards_state_recorded', NULL, moved), deferred_checks.put('awards_add_up', NULL, moved);
  ELSE
    -- An id that became another one counts as new.
    PERFORM deferred_checks.put('awards_state_recorded', NULL, ARRAY(
      SELECT c.id FROM changed c LEFT JOIN was w USING (id) WHERE c.state IS DISTINCT FROM w.state));
    PERFORM deferred_checks.put('awards_add_up', NULL, ARRAY(
      SELECT c.id FROM changed c LEFT JOIN was w USING (id) WHERE (c.bonus, c.state, c.title_id) IS DISTINCT FROM (w.bonus, w.state, w.title_id)));
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION award_state_changes_are_checked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM deferred_checks.put('award_state_changes_true', NULL, ARRAY(SELECT DISTINCT award_id FROM changed));
  RETURN NULL;
END $$;
CREATE FUNCTION award_recipients_are_checked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM deferred_checks.put('awards_add_up', NULL, ARRAY(SELECT DISTINCT award_id FROM changed));
  RETURN NULL;
END $$;

DROP TRIGGER awards_first_state_recorded ON awards;
DROP TRIGGER awards_state_recorded ON awards;
DROP TRIGGER awards_add_up ON awards;
DROP TRIGGER award_recipients_add_up ON award_recipients;
DROP TRIGGER award_state_changes_true ON award_state_changes;
DROP FUNCTION awards_state_is_recorded();
DROP FUNCTION award_state_changes_are_true();
DROP FUNCTION awards_add_up();

CREATE TRIGGER awards_checked_first AFTER INSERT ON awards REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION awards_are_checked();
CREATE TRIGGER awards_checked AFTER UPDATE ON awards REFERENCING OLD TABLE AS was NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION awards_are_checked();
CREATE TRIGGER award_state_changes_checked AFTER INSERT ON award_state_changes REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_state_changes_are_checked();
CREATE TRIGGER award_recipients_checked_first AFTER INSERT ON award_recipients REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_recipients_are_checked();
CREATE TRIGGER award_recipients_checked AFTER UPDATE ON award_recipients REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_recipients_are_checked();

-- ---------------------------------------------------------------- audit: the event of each changed row
DROP INDEX audit_events_transaction_id_idx;
CREATE INDEX audit_events_transaction_id_noun_noun_id_idx ON audit_events (transaction_id, noun, noun_id);

-- Arguments: the noun, then the columns whose change alone is no event.
CREATE FUNCTION demand_audit_of_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ignored text[] := TG_ARGV;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM deferred_checks.put('audit_required', TG_ARGV[0], ARRAY(
      SELECT c.id FROM changed c LEFT JOIN was w USING (id)
      WHERE c IS DISTINCT FROM w AND (TG_NARGS = 1 OR to_jsonb(c) - ignored IS DISTINCT FROM to_jsonb(w) - ignored)));
  ELSE
    PERFORM deferred_checks.put('audit_required', TG_ARGV[0], ARRAY(SELECT id FROM changed));
  END IF;
  RETURN NULL;
END $$;

-- No change of this table's rows without its audit event, asked once a statement: what require_audit asks once a row.
CREATE PROCEDURE demand_audit(tab text, noun text, VARIADIC ignored text[] DEFAULT '{}') LANGUAGE plpgsql AS $$
DECLARE arguments text := (SELECT string_agg(quote_literal(a), ', ') FROM unnest(array_prepend(noun, ignored)) AS a);
BEGIN
  EXECUTE format('DROP TRIGGER IF EXISTS %I ON %I', tab || '_audited', tab);
  EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION demand_audit_of_changed(%s)',
    tab || '_added_audited', tab, arguments);
  EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING OLD TABLE AS was NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION demand_audit_of_changed(%s)',
    tab || '_changed_audited', tab, arguments);
  EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION demand_audit_of_changed(%s)',
    tab || '_removed_audited', tab, arguments);
END $$;
-- The nouns that come in by the thousand.
CALL demand_audit('organizations', 'organizations', 'path', 'updated_at');
CALL demand_audit('employees', 'employees', 'updated_at');
CALL demand_audit('honor_titles', 'honor_titles');
CALL demand_audit('documents', 'documents');
CALL demand_audit('achievements', 'achievements');
CALL demand_audit('awards', 'awards');

-- ---------------------------------------------------------------- what is still asked once a row, made quick
-- The same answers as before; without a subtransaction for each date.
CREATE OR REPLACE FUNCTION is_partial_date(value text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
  AS $$
BEGIN
  IF value !~ '^(18|19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' THEN
    RETURN false;
  END IF;
  RETURN length(value) < 10 OR substr(value, 9, 2) <= '28' OR substr(value, 9, 2)::int <= extract(day FROM
    make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, 1) + interval '1 month' - interval '1 day');
END $$;

-- An award begins as a draft, or with all that it needs as submitted. What its title asks is asked once a statement, below.
CREATE OR REPLACE FUNCTION awards_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_partial_date(NEW.award_date) THEN -- otherwise its check refuses
    NEW.first_day := partial_date_first(NEW.award_date);
    NEW.last_day := partial_date_last(NEW.award_date);
  END IF;

  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('draft', 'submitted') THEN
      PERFORM refuse('awards_begin_as_draft', 'an award begins as a draft, or as submitted');
    END IF;
    NEW.ledger_number := NULL;
    NEW.entered_by_ids := ARRAY[NEW.created_by_id];
    IF NEW.updated_by_id <> NEW.created_by_id THEN NEW.entered_by_ids := NEW.entered_by_ids || NEW.updated_by_id; END IF;
  ELSE
    IF NEW.state <> OLD.state AND NOT (OLD.state, NEW.state) IN (
        ('draft', 'submitted'), ('draft', 'void'), ('returned', 'submitted'), ('returned', 'void'),
        ('submitted', 'effective'), ('submitted', 'returned'), ('submitted', 'draft'), ('submitted', 'void'),
        ('effective', 'expired'), ('effective', 'revoked'), ('effective', 'void'),
        ('expired', 'effective'), ('expired', 'revoked'), ('expired', 'void'), ('revoked', 'effective')) THEN
      PERFORM refuse('awards_state_transition', format('an award cannot go from %s to %s', OLD.state, NEW.state));
    END IF;
    IF OLD.state NOT IN ('draft', 'returned') AND
       (NEW.title_id, NEW.title_name, NEW.title_name_en, NEW.level_code, NEW.category_code, NEW.prize_level_code, NEW.rank,
        NEW.award_date, NEW.award_year, NEW.bonus, NEW.reason, NEW.deeds, NEW.posthumous, NEW.source, NEW.recording_unit_id, NEW.created_by_id)
       IS DISTINCT FROM
       (OLD.title_id, OLD.title_name, OLD.title_name_en, OLD.level_code, OLD.category_code, OLD.prize_level_code, OLD.rank,
        OLD.award_date, OLD.award_year, OLD.bonus, OLD.reason, OLD.deeds, OLD.posthumous, OLD.source, OLD.recording_unit_id, OLD.created_by_id) THEN
      PERFORM refuse('awards_frozen', 'an award that was submitted keeps its content and snapshots');
    END IF;
    NEW.entered_by_ids := OLD.entered_by_ids;
    IF OLD.state IN ('draft', 'returned') AND NOT NEW.updated_by_id = ANY (NEW.entered_by_ids) THEN
      NEW.entered_by_ids := NEW.entered_by_ids || NEW.updated_by_id;
    END IF;
    IF OLD.ledger_number IS NOT NULL AND NEW.ledger_number IS DISTINCT FROM OLD.ledger_number THEN
      PERFORM refuse('awards_ledger_number_fixed', 'a ledger number is never changed');
    END IF;
    IF OLD.ledger_number IS NULL THEN
      NEW.ledger_number := NULL;
      IF NEW.state = 'effective' THEN
        INSERT INTO ledger_counters AS c (award_year, last) VALUES (NEW.award_year, 1)
          ON CONFLICT (award_year) DO UPDATE SET last = c.last + 1
          RETURNING award_year || '-' || lpad(last::text, greatest(6, length(last::text)), '0') INTO NEW.ledger_number;
      END IF;
    END IF;
  END IF;

  RETURN NEW;
END $$;

CREATE FUNCTION awards_fit_titles() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
  -- The lock holds back a change of the title that runs beside this.
  PERFORM FROM honor_titles WHERE id IN (SELECT title_id FROM changed) ORDER BY id FOR SHARE;
  SELECT bool_or(t.category_code <> c.category_code) AS category,
      bool_or(c.prize_level_code IS NULL AND EXISTS (SELECT FROM honor_title_prize_levels l WHERE l.title_id = t.id)) AS prize
    INTO wrong FROM changed c JOIN honor_titles t ON t.id = c.title_id;
  IF wrong.category THEN
    PERFORM refuse('awards_category_of_title', 'the category is not the title''s');
  END IF;
  IF wrong.prize THEN
    PERFORM refuse('awards_prize_level_required', 'the title has prize levels, so the award needs one');
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION awards_still_fit_titles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM changed c LEFT JOIN was w USING (id)
      WHERE (c.title_id, c.category_code, c.prize_level_code) IS DISTINCT FROM (w.title_id, w.category_code, w.prize_level_code)) THEN
    PERFORM FROM honor_titles WHERE id IN (SELECT title_id FROM changed) ORDER BY id FOR SHARE;
    IF EXISTS (SELECT FROM changed c JOIN honor_titles t ON t.id = c.title_id WHERE t.category_code <> c.category_code) THEN
      PERFORM refuse('awards_category_of_title', 'the category is not the title''s');
    END IF;
    IF EXISTS (SELECT FROM changed c LEFT JOIN was w USING (id) JOIN honor_title_prize_levels l ON l.title_id = c.title_id
        WHERE c.prize_level_code IS NULL
          AND (c.title_id, c.category_code, c.prize_level_code) IS DISTINCT FROM (w.title_id, w.category_code, w.prize_level_code)) THEN
      PERFORM refuse('awards_prize_level_required', 'the title has prize levels, so the award needs one');
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER awards_fit_titles AFTER INSERT ON awards REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION awards_fit_titles();
CREATE TRIGGER awards_still_fit_titles AFTER UPDATE ON awards REFERENCING OLD TABLE AS was NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION awards_still_fit_titles();

-- The last change is looked up through its award: with "ORDER BY id" alone the plan of a young database walks all changes backwards.
CREATE OR REPLACE FUNCTION award_state_changes_guard() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  NEW.transaction_id := current_transaction_id();
  NEW.changed_at := now();
  SELECT to_state INTO NEW.from_state FROM award_state_changes WHERE award_id = NEW.award_id ORDER BY id + 0 DESC LIMIT 1;
  IF NEW.to_state = 'effective' AND NEW.changed_by_id = ANY ((SELECT entered_by_ids FROM awards WHERE id = NEW.award_id)::int[]) THEN
    PERFORM refuse('awards_checker_is_another', 'who checks is not who entered');
  END IF;
  IF NEW.to_state IN ('returned', 'void', 'revoked') AND coalesce(btrim(NEW.reason), '') = '' THEN
    PERFORM refuse('award_state_changes_reason', 'this change of state needs its reason');
  END IF;
  RETURN NEW;
END $$;

-- Recipients, members and granting bodies of an award that is open. New ones are looked at once a statement, what is changed or
-- removed once a row.
CREATE FUNCTION awards_are_open(ids int[]) RETURNS boolean
  LANGUAGE sql SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
  AS $$
  -- The lock holds back a confirmation that runs beside this. One that comes in as submitted is being entered until its first
  -- state is put down, which is before its transaction ends.
  SELECT coalesce(bool_and(a.state IN ('draft', 'returned')
      OR a.state = 'submitted' AND NOT EXISTS (SELECT FROM award_state_changes c WHERE c.award_id = a.id)), true)
    FROM (SELECT id, state FROM awards WHERE id = ANY (ids) ORDER BY id FOR SHARE) AS a
$$;
CREATE OR REPLACE FUNCTION award_recipients_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' AND TG_TABLE_NAME = 'award_recipients' THEN
    NEW.subject_kind := CASE
      WHEN NEW.employee_id IS NOT NULL THEN 'employee' WHEN NEW.team_id IS NOT NULL THEN 'team' WHEN NEW.studio_id IS NOT NULL THEN 'studio'
      WHEN NEW.organization_id IS NOT NULL THEN 'organization' ELSE 'achievement' END::subject_kind;
  END IF;
  IF TG_OP = 'INSERT' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND NEW.award_id <> OLD.award_id THEN
    PERFORM refuse('award_recipients_stay', 'a recipient stays with its award');
  END IF;
  IF NOT awards_are_open(ARRAY[OLD.award_id]) THEN
    PERFORM refuse('award_recipients_frozen', 'recipients and their snapshots are frozen once the award was submitted');
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF TG_TABLE_NAME = 'award_recipients' THEN
    IF NOT EXISTS (SELECT FROM awards a JOIN honor_title_subject_kinds k USING (title_id) WHERE a.id = NEW.award_id AND k.subject_kind = NEW.subject_kind) THEN
      PERFORM refuse('award_recipients_kind_allowed', 'the title is not given to this kind of subject');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION award_parts_are_added() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  IF NOT awards_are_open(ARRAY(SELECT DISTINCT award_id FROM changed)) THEN
    PERFORM refuse('award_recipients_frozen', 'recipients and their snapshots are frozen once the award was submitted');
  END IF;
  IF TG_TABLE_NAME = 'award_recipients' THEN
    IF EXISTS (SELECT FROM changed r JOIN awards a ON a.id = r.award_id WHERE NOT EXISTS (
        SELECT FROM honor_title_subject_kinds k WHERE k.title_id = a.title_id AND k.subject_kind = r.subject_kind)) THEN
      PERFORM refuse('award_recipients_kind_allowed', 'the title is not given to this kind of subject');
    END IF;
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['award_recipients', 'award_members', 'award_granting_bodies'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION award_parts_are_added()', t || '_added', t);
  END LOOP;
END $$;

-- New recipients and members add units to their award and take none away. Each person is looked up by itself: otherwise every
-- statement reads all employees.
CREATE FUNCTION award_units_of_new_recipients() RETURNS trigger
  LANGUAGE plpgsql SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
  AS $$
BEGIN
  INSERT INTO award_units (award_id, organization_id)
  SELECT r.award_id, u.id FROM changed r
    LEFT JOIN employees e ON e.id = r.employee_id LEFT JOIN teams t ON t.id = r.team_id LEFT JOIN studios s ON s.id = r.studio_id
    CROSS JOIN LATERAL (VALUES (r.unit_id), (r.union_unit_id), (r.organization_id), (e.unit_id), (e.union_unit_id), (t.unit_id), (s.unit_id)) AS u(id)
    WHERE u.id IS NOT NULL
  UNION SELECT r.award_id, x.organization_id FROM changed r JOIN achievement_units x ON x.achievement_id = r.achievement_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION award_units_of_new_members() RETURNS trigger
  LANGUAGE plpgsql SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
  AS $$
BEGIN
  INSERT INTO award_units (award_id, organization_id)
  SELECT DISTINCT m.award_id, u.id FROM changed m JOIN employees e ON e.id = m.employee_id
    CROSS JOIN LATERAL (VALUES (e.unit_id), (e.union_unit_id)) AS u(id)
    WHERE u.id IS NOT NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER award_recipients_units_added AFTER INSERT ON award_recipients REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_units_of_new_recipients();
CREATE OR REPLACE TRIGGER award_members_units_added AFTER INSERT ON award_members REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_units_of_new_members();
CREATE OR REPLACE FUNCTION award_units_of_awards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO award_units (award_id, organization_id) SELECT id, recording_unit_id FROM changed;
  RETURN NULL;
END $$;
