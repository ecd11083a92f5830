-- The rules that the database itself holds (domain, chapter 5), for every path by which a row may be written.

-- ---------------------------------------------------------------- collation: these texts sort and range by code point
ALTER TABLE organizations ALTER COLUMN path TYPE text COLLATE "C";
ALTER TABLE awards ALTER COLUMN award_date TYPE text COLLATE "C", ALTER COLUMN first_day TYPE text COLLATE "C", ALTER COLUMN last_day TYPE text COLLATE "C";
ALTER TABLE documents ALTER COLUMN signed_on TYPE text COLLATE "C", ALTER COLUMN published_on TYPE text COLLATE "C";

-- ---------------------------------------------------------------- partial dates, amounts, lengths
DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT * FROM (VALUES
    ('organizations', 'valid_from'), ('organizations', 'valid_to'), ('organizations', 'period_from'),
    ('organization_periods', 'valid_from'), ('organization_periods', 'valid_to'),
    ('employees', 'birth'), ('employees', 'hired_on'), ('employees', 'left_on'), ('employees', 'status_date'), ('employees', 'assigned_from'),
    ('employee_assignments', 'valid_from'), ('employee_assignments', 'valid_to'),
    ('honor_titles', 'valid_from'), ('honor_titles', 'valid_to'),
    ('documents', 'signed_on'), ('documents', 'published_on'),
    ('achievements', 'started_on'), ('achievements', 'finished_on'), ('intellectual_properties', 'granted_on'),
    ('team_members', 'valid_from'), ('team_members', 'valid_to'), ('studio_members', 'valid_from'), ('studio_members', 'valid_to'),
    ('studios', 'founded_on'), ('awards', 'award_date'), ('awards', 'valid_to'), ('award_requests', 'award_date')) AS t(tab, col)
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (is_partial_date(%I))', c.tab, c.tab || '_' || c.col || '_partial_date', c.col);
  END LOOP;
  FOR c IN SELECT * FROM (VALUES
    ('organizations', 'valid_from', 'valid_to'), ('organization_periods', 'valid_from', 'valid_to'), ('employees', 'hired_on', 'left_on'),
    ('employee_assignments', 'valid_from', 'valid_to'), ('honor_titles', 'valid_from', 'valid_to'), ('achievements', 'started_on', 'finished_on'),
    ('team_members', 'valid_from', 'valid_to'), ('studio_members', 'valid_from', 'valid_to'), ('awards', 'award_date', 'valid_to')) AS t(tab, col, col2)
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (partial_date_first(%I) <= partial_date_last(%I))', c.tab, c.tab || '_period_in_order', c.col, c.col2);
  END LOOP;
  FOR c IN SELECT * FROM (VALUES
    ('users', 'username', 64), ('users', 'name', 100), ('organizations', 'name', 200), ('organizations', 'short_name', 100), ('organizations', 'code', 64),
    ('employees', 'name', 100), ('employees', 'work_number', 64), ('employees', 'post', 100), ('granting_bodies', 'name', 200), ('programmes', 'name', 200),
    ('honor_titles', 'name', 200), ('documents', 'number', 100), ('documents', 'title', 300), ('achievements', 'name', 300),
    ('teams', 'name', 200), ('studios', 'name', 200), ('awards', 'deeds', 500), ('awards', 'reason', 1000),
    ('award_recipients', 'name', 300), ('award_requests', 'explanation', 2000), ('award_requests', 'answer', 2000), ('stored_files', 'name', 255)) AS t(tab, col, col2)
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (char_length(%I) <= %s)', c.tab, c.tab || '_' || c.col || '_length', c.col, c.col2);
  END LOOP;
  FOR c IN SELECT * FROM (VALUES
    ('users', 'name', ''), ('organizations', 'name', ''), ('organizations', 'code', ''), ('employees', 'name', ''), ('granting_bodies', 'name', ''),
    ('programmes', 'name', ''), ('honor_titles', 'name', ''), ('documents', 'title', ''), ('achievements', 'name', ''), ('teams', 'name', ''),
    ('studios', 'name', ''), ('award_recipients', 'name', ''), ('awards', 'title_name', '')) AS t(tab, col, col2)
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (btrim(%I) <> %L)', c.tab, c.tab || '_' || c.col || '_present', c.col, c.col2);
  END LOOP;
END $$;

ALTER TABLE awards
  ADD CONSTRAINT awards_bonus_not_negative CHECK (bonus >= 0),
  ADD CONSTRAINT awards_rank_positive CHECK (rank >= 1),
  ADD CONSTRAINT awards_award_year_range CHECK (award_year BETWEEN 1900 AND 2199);
ALTER TABLE award_recipients
  ADD CONSTRAINT award_recipients_one_subject CHECK (num_nonnulls(employee_id, team_id, studio_id, organization_id, achievement_id) = 1),
  ADD CONSTRAINT award_recipients_position_positive CHECK (position >= 1),
  ADD CONSTRAINT award_recipients_bonus_not_negative CHECK (bonus >= 0),
  ADD CONSTRAINT award_recipients_share_range CHECK (share > 0 AND share <= 100);
ALTER TABLE award_members ADD CONSTRAINT award_members_position_positive CHECK (position >= 1);
ALTER TABLE achievement_contributors
  ADD CONSTRAINT achievement_contributors_position_positive CHECK (position >= 1),
  ADD CONSTRAINT achievement_contributors_share_range CHECK (share > 0 AND share <= 100);
ALTER TABLE achievements ADD CONSTRAINT achievements_benefit_year_range CHECK (benefit_year BETWEEN 1900 AND 2199);
ALTER TABLE honor_titles ADD CONSTRAINT honor_titles_validity_positive CHECK (validity_months > 0);
ALTER TABLE users ADD CONSTRAINT users_username_lower CHECK (username = lower(username) AND username ~ '^[^\s]+$');
ALTER TABLE user_roles ADD CONSTRAINT user_roles_scope CHECK ((organization_id IS NULL) = (role IN ('auditor', 'sysadmin')));
CREATE UNIQUE INDEX user_roles_once ON user_roles (user_id, role, (coalesce(organization_id, 0)));
ALTER TABLE award_requests
  ADD CONSTRAINT award_requests_subject CHECK ((kind = 'correction' AND award_id IS NOT NULL) OR (kind = 'declaration' AND title_text IS NOT NULL)),
  ADD CONSTRAINT award_requests_answer CHECK ((state IN ('accepted', 'declined')) = (answer IS NOT NULL AND answered_by_id IS NOT NULL AND answered_at IS NOT NULL));
ALTER TABLE stored_files
  ADD CONSTRAINT stored_files_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT stored_files_size CHECK (size > 0);
ALTER TABLE employees ADD CONSTRAINT employees_id_number_last4 CHECK (id_number_last4 ~ '^[0-9]{3}[0-9X]$');

-- ---------------------------------------------------------------- periods that may not overlap
ALTER TABLE organization_periods ADD CONSTRAINT organization_periods_no_overlap
  EXCLUDE USING gist (organization_id WITH =, period_of(valid_from, valid_to) WITH &&);
ALTER TABLE employee_assignments ADD CONSTRAINT employee_assignments_no_overlap
  EXCLUDE USING gist (employee_id WITH =, period_of(valid_from, valid_to) WITH &&);
-- A work number is unique within an employer and a period; after someone left it may be given again.
ALTER TABLE employees ADD CONSTRAINT employees_work_number_in_period
  EXCLUDE USING gist (employer_id WITH =, work_number WITH =, period_of(hired_on, left_on) WITH &&);

-- ---------------------------------------------------------------- units: place in the tree, history of names
CREATE FUNCTION organizations_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE above organizations;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.tree <> OLD.tree THEN
    PERFORM refuse('organizations_tree_fixed', 'a unit cannot change its tree');
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.parent_id IS DISTINCT FROM OLD.parent_id THEN
    -- One move at a time, or two moves could close a ring that neither of them sees.
    PERFORM pg_advisory_xact_lock(hashtext('organizations_place'));
  END IF;
  IF NEW.parent_id IS NULL THEN
    NEW.path := '/' || NEW.id || '/';
  ELSE
    SELECT * INTO above FROM organizations WHERE id = NEW.parent_id FOR SHARE;
    IF above.tree IS DISTINCT FROM NEW.tree THEN
      PERFORM refuse('organizations_parent_same_tree', 'the parent belongs to the other tree');
    END IF;
    IF position('/' || NEW.id || '/' IN above.path) > 0 THEN
      PERFORM refuse('organizations_no_ring', 'a unit cannot lie below itself');
    END IF;
    NEW.path := above.path || NEW.id || '/';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER organizations_place BEFORE INSERT OR UPDATE OF parent_id, tree, path ON organizations
  FOR EACH ROW EXECUTE FUNCTION organizations_place();

CREATE FUNCTION organizations_carry_below() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE organizations SET path = '' WHERE parent_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER organizations_carry_below AFTER UPDATE ON organizations
  FOR EACH ROW WHEN (OLD.path IS DISTINCT FROM NEW.path) EXECUTE FUNCTION organizations_carry_below();

CREATE FUNCTION organizations_keep_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.period_from IS NULL OR NEW.period_from IS NOT DISTINCT FROM OLD.period_from THEN
      PERFORM refuse('organizations_rename_needs_period', 'a new name or place needs the day from which it holds');
    END IF;
    UPDATE organization_periods SET valid_to = NEW.period_from WHERE organization_id = NEW.id AND valid_to IS NULL;
  END IF;
  INSERT INTO organization_periods (organization_id, name, short_name, parent_id, valid_from)
    VALUES (NEW.id, NEW.name, NEW.short_name, NEW.parent_id, coalesce(NEW.period_from, NEW.valid_from));
  RETURN NULL;
END $$;
CREATE TRIGGER organizations_first_period AFTER INSERT ON organizations
  FOR EACH ROW EXECUTE FUNCTION organizations_keep_period();
CREATE TRIGGER organizations_next_period AFTER UPDATE ON organizations
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.parent_id IS DISTINCT FROM NEW.parent_id)
  EXECUTE FUNCTION organizations_keep_period();

-- ---------------------------------------------------------------- people: key of the name, history of assignments
CREATE FUNCTION keep_name_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.name_key := name_key(NEW.name);
  RETURN NEW;
END $$;
CREATE TRIGGER employees_name_key BEFORE INSERT OR UPDATE OF name, name_key ON employees FOR EACH ROW EXECUTE FUNCTION keep_name_key();
CREATE TRIGGER achievements_name_key BEFORE INSERT OR UPDATE OF name, name_key ON achievements FOR EACH ROW EXECUTE FUNCTION keep_name_key();
CREATE TRIGGER teams_name_key BEFORE INSERT OR UPDATE OF name, name_key ON teams FOR EACH ROW EXECUTE FUNCTION keep_name_key();
CREATE TRIGGER studios_name_key BEFORE INSERT OR UPDATE OF name, name_key ON studios FOR EACH ROW EXECUTE FUNCTION keep_name_key();

CREATE FUNCTION employees_keep_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.assigned_from IS NOT DISTINCT FROM OLD.assigned_from THEN
    -- The same period: a slip of the pen is mended, nothing new begins.
    UPDATE employee_assignments SET unit_id = NEW.unit_id, union_unit_id = NEW.union_unit_id, post = NEW.post
      WHERE employee_id = NEW.id AND valid_to IS NULL;
    IF FOUND THEN RETURN NULL; END IF;
  END IF;
  UPDATE employee_assignments SET valid_to = NEW.assigned_from WHERE employee_id = NEW.id AND valid_to IS NULL;
  IF NEW.unit_id IS NOT NULL OR NEW.union_unit_id IS NOT NULL THEN
    INSERT INTO employee_assignments (employee_id, unit_id, union_unit_id, post, valid_from)
      VALUES (NEW.id, NEW.unit_id, NEW.union_unit_id, NEW.post, coalesce(NEW.assigned_from, NEW.hired_on));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER employees_first_assignment AFTER INSERT ON employees
  FOR EACH ROW EXECUTE FUNCTION employees_keep_assignment();
CREATE TRIGGER employees_next_assignment AFTER UPDATE ON employees
  FOR EACH ROW WHEN (OLD.unit_id IS DISTINCT FROM NEW.unit_id OR OLD.union_unit_id IS DISTINCT FROM NEW.union_unit_id
    OR OLD.post IS DISTINCT FROM NEW.post OR OLD.assigned_from IS DISTINCT FROM NEW.assigned_from)
  EXECUTE FUNCTION employees_keep_assignment();

-- ---------------------------------------------------------------- titles: families; documents: normal form of the number
CREATE FUNCTION honor_titles_family() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.predecessor_id IS NULL THEN
    NEW.family_id := NEW.id;
  ELSE
    SELECT family_id INTO NEW.family_id FROM honor_titles WHERE id = NEW.predecessor_id;
    IF NEW.family_id = NEW.id THEN
      PERFORM refuse('honor_titles_no_ring', 'a title cannot succeed itself');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER honor_titles_family BEFORE INSERT OR UPDATE OF predecessor_id, family_id ON honor_titles
  FOR EACH ROW EXECUTE FUNCTION honor_titles_family();

CREATE FUNCTION documents_number_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.number_key := document_number_key(NEW.number);
  RETURN NEW;
END $$;
CREATE TRIGGER documents_number_key BEFORE INSERT OR UPDATE OF number, number_key ON documents
  FOR EACH ROW EXECUTE FUNCTION documents_number_key();

-- ---------------------------------------------------------------- awards: derived values, what the title allows, states, frozen snapshots
CREATE FUNCTION awards_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE t honor_titles;
BEGIN
  IF is_partial_date(NEW.award_date) THEN -- otherwise its check refuses
    NEW.first_day := partial_date_first(NEW.award_date);
    NEW.last_day := partial_date_last(NEW.award_date);
  END IF;

  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      PERFORM refuse('awards_begin_as_draft', 'an award begins as a draft');
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

  IF TG_OP = 'INSERT' OR (NEW.title_id, NEW.category_code, NEW.prize_level_code) IS DISTINCT FROM (OLD.title_id, OLD.category_code, OLD.prize_level_code) THEN
    SELECT * INTO t FROM honor_titles WHERE id = NEW.title_id FOR SHARE;
    IF t.category_code IS DISTINCT FROM NEW.category_code THEN
      PERFORM refuse('awards_category_of_title', 'the category is not the title''s');
    END IF;
    IF NEW.prize_level_code IS NULL AND EXISTS (SELECT FROM honor_title_prize_levels WHERE title_id = NEW.title_id) THEN
      PERFORM refuse('awards_prize_level_required', 'the title has prize levels, so the award needs one');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER awards_guard BEFORE INSERT OR UPDATE ON awards FOR EACH ROW EXECUTE FUNCTION awards_guard();

CREATE FUNCTION award_state_changes_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entered_by int[];
BEGIN
  NEW.transaction_id := current_transaction_id();
  NEW.changed_at := now();
  SELECT to_state INTO NEW.from_state FROM award_state_changes WHERE award_id = NEW.award_id ORDER BY id DESC LIMIT 1;
  SELECT entered_by_ids INTO entered_by FROM awards WHERE id = NEW.award_id;
  IF NEW.to_state = 'effective' AND NEW.changed_by_id = ANY (entered_by) THEN
    PERFORM refuse('awards_checker_is_another', 'who checks is not who entered');
  END IF;
  IF NEW.to_state IN ('returned', 'void', 'revoked') AND coalesce(btrim(NEW.reason), '') = '' THEN
    PERFORM refuse('award_state_changes_reason', 'this change of state needs its reason');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_state_changes_guard BEFORE INSERT ON award_state_changes FOR EACH ROW EXECUTE FUNCTION award_state_changes_guard();

CREATE FUNCTION awards_state_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last award_state_changes;
BEGIN
  SELECT * INTO last FROM award_state_changes WHERE award_id = NEW.id ORDER BY id DESC LIMIT 1;
  IF last.transaction_id IS DISTINCT FROM current_transaction_id()
     OR last.to_state IS DISTINCT FROM (SELECT state FROM awards WHERE id = NEW.id) THEN
    PERFORM refuse('awards_state_recorded', 'a change of state is a row with who, when and why');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER awards_first_state_recorded AFTER INSERT ON awards DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION awards_state_is_recorded();
CREATE CONSTRAINT TRIGGER awards_state_recorded AFTER UPDATE OF state ON awards DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION awards_state_is_recorded();

-- And the other way round: a row that claims a change which the award did not make.
CREATE FUNCTION award_state_changes_are_true() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM awards a WHERE a.id = NEW.award_id AND a.state = (
      SELECT to_state FROM award_state_changes WHERE award_id = NEW.award_id ORDER BY id DESC LIMIT 1)) THEN
    PERFORM refuse('award_state_changes_true', 'the award is not in that state');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER award_state_changes_true AFTER INSERT ON award_state_changes DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION award_state_changes_are_true();

CREATE FUNCTION award_recipients_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE a awards; id_of_award int;
BEGIN
  id_of_award := CASE WHEN TG_OP = 'DELETE' THEN OLD.award_id ELSE NEW.award_id END;
  -- The lock holds back a confirmation that runs beside this change of recipients.
  SELECT * INTO a FROM awards WHERE id = id_of_award FOR SHARE;
  IF TG_OP = 'UPDATE' AND NEW.award_id <> OLD.award_id THEN
    PERFORM refuse('award_recipients_stay', 'a recipient stays with its award');
  END IF;
  IF a.state NOT IN ('draft', 'returned') THEN
    PERFORM refuse('award_recipients_frozen', 'recipients and their snapshots are frozen once the award was submitted');
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF TG_TABLE_NAME = 'award_recipients' THEN
    NEW.subject_kind := CASE
      WHEN NEW.employee_id IS NOT NULL THEN 'employee' WHEN NEW.team_id IS NOT NULL THEN 'team' WHEN NEW.studio_id IS NOT NULL THEN 'studio'
      WHEN NEW.organization_id IS NOT NULL THEN 'organization' ELSE 'achievement' END::subject_kind;
    IF NOT EXISTS (SELECT FROM honor_title_subject_kinds k WHERE k.title_id = a.title_id AND k.subject_kind = NEW.subject_kind) THEN
      PERFORM refuse('award_recipients_kind_allowed', 'the title is not given to this kind of subject');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_recipients_guard BEFORE INSERT OR UPDATE OR DELETE ON award_recipients FOR EACH ROW EXECUTE FUNCTION award_recipients_guard();
CREATE TRIGGER award_members_guard BEFORE INSERT OR UPDATE OR DELETE ON award_members FOR EACH ROW EXECUTE FUNCTION award_recipients_guard();
CREATE TRIGGER award_granting_bodies_guard BEFORE INSERT OR UPDATE OR DELETE ON award_granting_bodies FOR EACH ROW EXECUTE FUNCTION award_recipients_guard();

-- Recipients of a kind that a newly chosen title does not allow; bonus and share within the whole; a submitted award has a recipient.
CREATE FUNCTION awards_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE a awards; parts record;
BEGIN
  SELECT * INTO a FROM awards WHERE id = (CASE WHEN TG_TABLE_NAME = 'awards' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'award_id' END)::int;
  SELECT count(*) AS n, coalesce(sum(bonus), 0) AS bonus, coalesce(sum(share), 0) AS share INTO parts FROM award_recipients WHERE award_id = a.id;
  IF parts.bonus > coalesce(a.bonus, 0) THEN
    PERFORM refuse('awards_bonus_shares', 'the recipients'' bonuses add up to more than the award''s');
  END IF;
  IF parts.share > 100 THEN
    PERFORM refuse('awards_shares', 'the recipients'' shares add up to more than 100 per cent');
  END IF;
  IF a.state NOT IN ('draft', 'returned', 'void') AND parts.n = 0 THEN
    PERFORM refuse('awards_have_recipients', 'an award without a recipient stays a draft');
  END IF;
  IF EXISTS (SELECT FROM award_recipients r WHERE r.award_id = a.id AND NOT EXISTS (
      SELECT FROM honor_title_subject_kinds k WHERE k.title_id = a.title_id AND k.subject_kind = r.subject_kind)) THEN
    PERFORM refuse('award_recipients_kind_allowed', 'the title is not given to this kind of subject');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER awards_add_up AFTER INSERT OR UPDATE OF bonus, state, title_id ON awards DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION awards_add_up();
CREATE CONSTRAINT TRIGGER award_recipients_add_up AFTER INSERT OR UPDATE ON award_recipients DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION awards_add_up();

-- ---------------------------------------------------------------- which units find an award
-- Its recording unit, the units of its recipients at the time, and the present units of the people behind them.
CREATE FUNCTION refresh_award_units(ids int[]) RETURNS void LANGUAGE sql AS $$
  WITH wanted AS (
    SELECT id AS award_id, recording_unit_id AS organization_id FROM awards WHERE id = ANY (ids)
    UNION SELECT r.award_id, u.id FROM award_recipients r
      LEFT JOIN employees e ON e.id = r.employee_id LEFT JOIN teams t ON t.id = r.team_id LEFT JOIN studios s ON s.id = r.studio_id
      CROSS JOIN LATERAL (VALUES (r.unit_id), (r.union_unit_id), (r.organization_id), (e.unit_id), (e.union_unit_id), (t.unit_id), (s.unit_id)) AS u(id)
      WHERE r.award_id = ANY (ids) AND u.id IS NOT NULL
    UNION SELECT r.award_id, x.organization_id FROM award_recipients r JOIN achievement_units x ON x.achievement_id = r.achievement_id
      WHERE r.award_id = ANY (ids)
    UNION SELECT m.award_id, u.id FROM award_members m JOIN employees e ON e.id = m.employee_id
      CROSS JOIN LATERAL (VALUES (e.unit_id), (e.union_unit_id)) AS u(id)
      WHERE m.award_id = ANY (ids) AND u.id IS NOT NULL
  ), gone AS (
    DELETE FROM award_units x WHERE x.award_id = ANY (ids)
      AND NOT EXISTS (SELECT FROM wanted w WHERE w.award_id = x.award_id AND w.organization_id = x.organization_id)
  )
  INSERT INTO award_units (award_id, organization_id) SELECT award_id, organization_id FROM wanted ON CONFLICT DO NOTHING
$$;

-- Statement triggers, so that bulk work pays once a statement. `changed` holds the rows as they are now, `was` as they were.
CREATE FUNCTION award_units_of_awards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_units(ARRAY(SELECT id FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER awards_units AFTER INSERT ON awards REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_units_of_awards();
CREATE FUNCTION award_units_of_moved_awards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_units(ARRAY(SELECT c.id FROM changed c JOIN was w USING (id) WHERE c.recording_unit_id <> w.recording_unit_id));
  RETURN NULL;
END $$;
CREATE TRIGGER awards_units_moved AFTER UPDATE ON awards REFERENCING OLD TABLE AS was NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_units_of_moved_awards();

CREATE FUNCTION award_units_of_recipients() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_units(ARRAY(SELECT DISTINCT award_id FROM changed));
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['award_recipients', 'award_members'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION award_units_of_recipients()', t || '_units_added', t);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION award_units_of_recipients()', t || '_units_changed', t);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION award_units_of_recipients()', t || '_units_removed', t);
  END LOOP;
END $$;

CREATE FUNCTION award_units_of_employees() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_units(ARRAY(
    WITH moved AS (SELECT c.id FROM changed c JOIN was w USING (id) WHERE (c.unit_id, c.union_unit_id) IS DISTINCT FROM (w.unit_id, w.union_unit_id))
    SELECT award_id FROM award_recipients WHERE employee_id IN (SELECT id FROM moved)
    UNION SELECT award_id FROM award_members WHERE employee_id IN (SELECT id FROM moved)));
  RETURN NULL;
END $$;
CREATE TRIGGER employees_award_units AFTER UPDATE ON employees REFERENCING OLD TABLE AS was NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_units_of_employees();

CREATE FUNCTION award_units_of_teams() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_units(ARRAY(SELECT award_id FROM award_recipients WHERE team_id IN
    (SELECT c.id FROM changed c JOIN was w USING (id) WHERE c.unit_id <> w.unit_id)));
  RETURN NULL;
END $$;
CREATE TRIGGER teams_award_units AFTER UPDATE ON teams REFERENCING OLD TABLE AS was NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_units_of_teams();
CREATE FUNCTION award_units_of_studios() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_units(ARRAY(SELECT award_id FROM award_recipients WHERE studio_id IN
    (SELECT c.id FROM changed c JOIN was w USING (id) WHERE c.unit_id <> w.unit_id)));
  RETURN NULL;
END $$;
CREATE TRIGGER studios_award_units AFTER UPDATE ON studios REFERENCING OLD TABLE AS was NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_units_of_studios();

CREATE FUNCTION award_units_of_achievements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_award_units(ARRAY(SELECT award_id FROM award_recipients WHERE achievement_id IN (SELECT achievement_id FROM changed)));
  RETURN NULL;
END $$;
CREATE TRIGGER achievement_units_added AFTER INSERT ON achievement_units REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_units_of_achievements();
CREATE TRIGGER achievement_units_removed AFTER DELETE ON achievement_units REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION award_units_of_achievements();

-- ---------------------------------------------------------------- audit: nothing changes without its event, and events are for ever
CREATE FUNCTION audit_events_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.at := clock_timestamp();
  NEW.transaction_id := current_transaction_id();
  RETURN NEW;
END $$;
CREATE TRIGGER audit_events_stamp BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION audit_events_stamp();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or removed', TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege', CONSTRAINT = TG_TABLE_NAME || '_for_ever';
END $$;
CREATE TRIGGER audit_events_for_ever BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_never_truncated BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER award_state_changes_for_ever BEFORE UPDATE OR DELETE ON award_state_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER award_state_changes_never_truncated BEFORE TRUNCATE ON award_state_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- At commit, each changed row of a noun must have an event of the same transaction: one that names the row, or one for the whole noun.
-- Arguments: the noun, then the columns whose change alone is no event.
CREATE FUNCTION require_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE row_id int; ignored text[] := TG_ARGV;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - ignored = to_jsonb(NEW) - ignored THEN RETURN NULL; END IF;
  row_id := CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END;
  IF NOT EXISTS (SELECT FROM audit_events WHERE transaction_id = current_transaction_id() AND noun = TG_ARGV[0] AND (noun_id = row_id OR noun_id IS NULL)) THEN
    PERFORM refuse('audit_required', format('%s %s changed without its audit event', TG_ARGV[0], row_id));
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('organizations', '''organizations'', ''path'', ''updated_at'''), ('employees', '''employees'', ''updated_at'''),
    ('granting_bodies', '''granting_bodies'''), ('programmes', '''programmes'''), ('honor_titles', '''honor_titles'''),
    ('documents', '''documents'''), ('achievements', '''achievements'''), ('teams', '''teams'''), ('studios', '''studios'''),
    ('awards', '''awards'''), ('award_requests', '''award_requests'''), ('users', '''users'', ''last_sign_in_at'', ''updated_at''')) AS x(tab, args)
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit(%s)',
      t.tab || '_audited', t.tab, t.args);
  END LOOP;
END $$;
