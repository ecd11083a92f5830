-- One award at a time, quickly. Of 45 ms that the database needed to enter one, most went into planning the same queries anew at every
-- call: with an array among its values a general plan looks dearer than one for these very values, so PostgreSQL never keeps it. The
-- rest was spread over a hundred small statements, of which there are fewer now.

-- ---------------------------------------------------------------- at commit: all that a transaction wrote, in one go
-- What is asked at commit and whose search keys are stale stands on one list, of which the first row takes all of them along: what is
-- asked of an award is asked once, however many statements touched it, and its keys are written once.
DROP TABLE deferred_checks.stale_keys;
DROP FUNCTION deferred_checks.refresh_stale();
CREATE FUNCTION deferred_checks.refresh_keys(taken deferred_checks.lists[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
  AS $$
DECLARE stale record;
BEGIN
  SELECT array_agg(i) FILTER (WHERE noun = 'organizations') AS organizations, array_agg(i) FILTER (WHERE noun = 'moved_units') AS moved,
    array_agg(i) FILTER (WHERE noun = 'employees') AS employees, array_agg(i) FILTER (WHERE noun = 'reread_employees') AS reread,
    array_agg(i) FILTER (WHERE noun = 'documents') AS documents, array_agg(i) FILTER (WHERE noun = 'renamed_bodies') AS bodies,
    array_agg(i) FILTER (WHERE noun = 'teams') AS teams, array_agg(i) FILTER (WHERE noun = 'studios') AS studios,
    array_agg(i) FILTER (WHERE noun = 'achievements') AS achievements, array_agg(i) FILTER (WHERE noun = 'awards') AS awards
    INTO stale FROM (SELECT DISTINCT noun, i FROM unnest(taken) AS t, unnest(t.ids) AS i) AS x;
  -- Always in this order, and each in that of its ids: two transactions never wait for each other.
  PERFORM refresh_organization_keys(stale.organizations) WHERE stale.organizations IS NOT NULL;
  IF stale.moved IS NOT NULL THEN
    stale.employees := stale.employees || ARRAY(SELECT id FROM employees WHERE unit_id = ANY (stale.moved)
      UNION SELECT id FROM employees WHERE union_unit_id = ANY (stale.moved));
    stale.awards := stale.awards || ARRAY(SELECT DISTINCT award_id FROM award_units WHERE organization_id = ANY (stale.moved));
  END IF;
  IF stale.reread IS NOT NULL THEN
    stale.awards := stale.awards || ARRAY(SELECT award_id FROM award_recipients WHERE employee_id = ANY (stale.reread)
      UNION SELECT award_id FROM award_members WHERE employee_id = ANY (stale.reread));
  END IF;
  IF stale.bodies IS NOT NULL THEN
    stale.documents := stale.documents || ARRAY(SELECT document_id FROM document_issuers WHERE granting_body_id = ANY (stale.bodies));
  END IF;
  PERFORM refresh_employee_keys(stale.employees) WHERE stale.employees <> '{}';
  PERFORM refresh_document_keys(stale.documents) WHERE stale.documents <> '{}';
  PERFORM refresh_team_keys(stale.teams) WHERE stale.teams IS NOT NULL;
  PERFORM refresh_studio_keys(stale.studios) WHERE stale.studios IS NOT NULL;
  PERFORM refresh_achievement_keys(stale.achievements) WHERE stale.achievements IS NOT NULL;
  PERFORM refresh_award_keys(stale.awards) WHERE stale.awards <> '{}';
END $$;

CREATE OR REPLACE FUNCTION deferred_checks.run() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
  AS $$
DECLARE
  given record;
  wrong record;
BEGIN
  IF NOT EXISTS (SELECT FROM deferred_checks.lists WHERE id = NEW.id) THEN
    RETURN NULL; -- an earlier list took it along
  END IF;
  -- Those of a transaction follow each other, and those of others are not seen here.
  WITH taken AS (DELETE FROM deferred_checks.lists WHERE id >= NEW.id RETURNING *),
  one AS (SELECT DISTINCT rule, noun, i FROM taken, unnest(ids) AS i)
  SELECT array_agg(DISTINCT i) FILTER (WHERE rule IN ('award_made', 'awards_state_recorded')) AS recorded,
      array_agg(DISTINCT i) FILTER (WHERE rule = 'award_state_changes_true') AS stated,
      array_agg(DISTINCT i) FILTER (WHERE rule IN ('award_made', 'award_recipients', 'awards_add_up')) AS added,
      array_agg(i) FILTER (WHERE rule IN ('award_made', 'audit_required')) AS audited, array_agg(noun) FILTER (WHERE rule IN ('award_made', 'audit_required')) AS nouns,
      count(DISTINCT noun) FILTER (WHERE rule IN ('award_made', 'audit_required')) AS kinds,
      (SELECT array_agg(ROW(id, rule, noun, ids)::deferred_checks.lists) FROM taken WHERE rule IN ('award_made', 'award_recipients', 'stale_keys')) AS stale
    INTO given FROM one;

  IF given.kinds > 0 THEN
    IF given.kinds = 1 THEN
      SELECT deferred_checks.unaudited(given.nouns[1], given.audited) AS id, given.nouns[1] AS noun INTO wrong;
    ELSE
      SELECT deferred_checks.unaudited(noun, ids) AS id, noun INTO wrong
        FROM (SELECT noun, array_agg(id) AS ids FROM unnest(given.nouns, given.audited) AS x(noun, id) GROUP BY noun) AS each
        ORDER BY 1 LIMIT 1;
    END IF;
    IF wrong.id IS NOT NULL THEN
      PERFORM refuse('audit_required', format('%s %s changed without its audit event', wrong.noun, wrong.id));
    END IF;
  END IF;

  IF given.recorded IS NOT NULL OR given.stated IS NOT NULL THEN
    SELECT bool_or((last.to_state IS DISTINCT FROM a.state OR last.to_state IS NULL) AND i = ANY (given.stated)) AS untrue,
        bool_or((last.to_state IS DISTINCT FROM a.state OR last.transaction_id IS DISTINCT FROM current_transaction_id()) AND i = ANY (given.recorded)) AS unrecorded
      INTO wrong
      FROM (SELECT unnest(given.recorded) UNION SELECT unnest(given.stated)) AS moved(i) LEFT JOIN awards a ON a.id = i
      LEFT JOIN LATERAL (SELECT to_state, transaction_id FROM award_state_changes WHERE award_id = i ORDER BY id + 0 DESC LIMIT 1) AS last ON true;
    IF wrong.unrecorded THEN
      PERFORM refuse('awards_state_recorded', 'a change of state is a row with who, when and why');
    END IF;
    IF wrong.untrue THEN
      PERFORM refuse('award_state_changes_true', 'the award is not in that state');
    END IF;
  END IF;

  IF given.added IS NOT NULL THEN
    SELECT bool_or(parts.bonus > coalesce(a.bonus, 0)) AS bonus, bool_or(parts.share > 100) AS share,
        bool_or(a.state NOT IN ('draft', 'returned', 'void') AND parts.n = 0) AS empty, bool_or(parts.others) AS kind
      INTO wrong
      FROM unnest(given.added) AS i JOIN awards a ON a.id = i
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
  END IF;
  IF given.stale IS NOT NULL THEN
    PERFORM deferred_checks.refresh_keys(given.stale);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION deferred_checks.put_stale(noun text, ids int[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ INSERT INTO deferred_checks.lists (rule, noun, ids) SELECT 'stale_keys', put_stale.noun, put_stale.ids WHERE cardinality(put_stale.ids) > 0 $$;

-- A new award and its recipients: a row each, for all that is asked of them.
CREATE OR REPLACE FUNCTION awards_are_checked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO deferred_checks.lists (rule, noun, ids) SELECT 'award_made', 'awards', array_agg(id) FROM changed HAVING count(*) > 0;
  ELSE
    -- An id that became another one counts as new.
    PERFORM deferred_checks.put('awards_state_recorded', NULL, ARRAY(
      SELECT c.id FROM changed c LEFT JOIN was w USING (id) WHERE c.state IS DISTINCT FROM w.state));
    PERFORM deferred_checks.put('awards_add_up', NULL, ARRAY(
      SELECT c.id FROM changed c LEFT JOIN was w USING (id) WHERE (c.bonus, c.state, c.title_id) IS DISTINCT FROM (w.bonus, w.state, w.title_id)));
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER awards_added_audited ON awards;
CREATE OR REPLACE FUNCTION award_recipients_are_checked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO deferred_checks.lists (rule, noun, ids) SELECT 'award_recipients', 'awards', array_agg(DISTINCT award_id) FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $$;
DROP TRIGGER award_recipients_keys_added_awards ON award_recipients;
DROP TRIGGER award_recipients_keys_changed_awards ON award_recipients;

-- The parts of an award name it by the same column, so that their trigger needs no text put together at each call. Units of an award
-- come with it and with its recipients and members, which are listed themselves; what moves later goes through refresh_award_units.
CREATE FUNCTION award_keys_are_stale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO deferred_checks.lists (rule, noun, ids) SELECT 'stale_keys', 'awards', array_agg(DISTINCT award_id) FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['award_members', 'award_documents'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION award_keys_are_stale()', t || '_keys_added_awards', t);
  END LOOP;
END $$;

DROP TRIGGER award_units_keys_added_awards ON award_units;
DROP TRIGGER award_units_keys_changed_awards ON award_units;
DROP TRIGGER award_units_keys_removed_awards ON award_units;
CREATE OR REPLACE FUNCTION refresh_award_units(ids int[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF coalesce(cardinality(ids), 0) = 0 THEN
    RETURN;
  END IF;
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
  INSERT INTO award_units (award_id, organization_id) SELECT award_id, organization_id FROM wanted ON CONFLICT DO NOTHING;
  PERFORM deferred_checks.put_stale('awards', ids);
END $$;

-- ---------------------------------------------------------------- dates
-- One expression, which PostgreSQL puts into each check that asks it; the same answers as before.
CREATE OR REPLACE FUNCTION is_partial_date(value text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
  SELECT CASE
    WHEN value ~ '^(18|19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' THEN length(value) < 10 OR substr(value, 9, 2) <= CASE
      WHEN substr(value, 6, 2) IN ('04', '06', '09', '11') THEN '30'
      WHEN substr(value, 6, 2) <> '02' THEN '31'
      WHEN substr(value, 1, 4)::int % CASE WHEN substr(value, 3, 2) = '00' THEN 400 ELSE 4 END = 0 THEN '29'
      ELSE '28' END
    WHEN value IS NOT NULL THEN false END
$$;

-- ---------------------------------------------------------------- who keeps an award
-- Asked of every row that hangs on a new award. As the owner, since whoever keeps an award sees it: asked as oneself, the award's own wall
-- was climbed once more at each question, and each gathered all units of the scope, where one unit's path is compared here.
CREATE OR REPLACE FUNCTION keeps_award(int) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM awards a JOIN organizations o ON o.id = a.recording_unit_id, jsonb_array_elements(acting() -> 'grants') AS held
    WHERE a.id = $1 AND held ->> 'role' IN ('recorder', 'checker', 'union_admin')
      AND (held ->> 'whole' = 'union' OR o.path >= held ->> 'path' AND o.path < (held ->> 'path') || '~'));
END $$;

-- ---------------------------------------------------------------- rows that are written together
-- One statement from the app instead of seven. They run as whoever asks, behind the same walls and rules as if each were sent by itself.
-- Events: `about` says what all of them have in common, who acts above all.
CREATE FUNCTION record_events(about jsonb, events jsonb) RETURNS void
  LANGUAGE sql SET plan_cache_mode = force_generic_plan
  AS $$
  INSERT INTO audit_events (event, noun, noun_id, actor_user_id, actor_name, actor_roles, session_id, address, reason, before, after)
  SELECT coalesce(e.event, a.event), coalesce(e.noun, a.noun), e."nounId", a."userId", a.name, a.roles, a."sessionId", a.address, coalesce(e.reason, a.reason), e.before, e.after
  FROM jsonb_to_record(about) AS a(event text, noun text, reason text, "userId" int, name text, roles text[], "sessionId" int, address text),
    jsonb_to_recordset(events) AS e(event text, noun text, "nounId" int, reason text, before jsonb, after jsonb)
$$;

-- Awards with all that hangs on them, each with its first state and its event.
CREATE FUNCTION write_awards(new_awards jsonb, new_recipients jsonb, new_members jsonb, new_documents jsonb, new_bodies jsonb, about jsonb, events jsonb) RETURNS void
  LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan
  AS $$
BEGIN
  INSERT INTO awards (id, title_id, title_name, title_name_en, level_code, category_code, prize_level_code, rank, award_date, award_year, valid_to, bonus,
    reason, deeds, posthumous, source, evidence_grade, visibility, state, recording_unit_id, created_by_id, updated_by_id)
  SELECT id, "titleId", "titleName", "titleNameEn", "levelCode", "categoryCode", "prizeLevelCode", rank, "awardDate", "awardYear", "validTo", bonus,
    reason, deeds, coalesce(posthumous, false), source, coalesce("evidenceGrade", 'C'), coalesce(visibility, 'open'), state, "recordingUnitId", "enteredById", "enteredById"
  FROM jsonb_to_recordset(new_awards) AS r(id int, "titleId" int, "titleName" text, "titleNameEn" text, "levelCode" text, "categoryCode" text,
    "prizeLevelCode" text, rank int, "awardDate" text, "awardYear" int, "validTo" text, bonus numeric, reason text, deeds text, posthumous boolean,
    source award_source, "evidenceGrade" evidence_grade, visibility visibility, state award_state, "recordingUnitId" int, "enteredById" int);
  -- Recipients come before the first state is put down: from then on those of a submitted award stay as they are.
  IF new_recipients <> '[]' THEN
    INSERT INTO award_recipients (id, award_id, position, employee_id, team_id, studio_id, organization_id, achievement_id, role, share, bonus, name,
      unit_name, post, unit_id, union_unit_id)
    SELECT coalesce(id, nextval('award_recipients_id_seq')), "awardId", position, "employeeId", "teamId", "studioId", "organizationId", "achievementId", role, share, bonus,
      name, "unitName", post, "unitId", "unionUnitId"
    FROM jsonb_to_recordset(new_recipients) AS r(id int, "awardId" int, position int, "employeeId" int, "teamId" int, "studioId" int, "organizationId" int,
      "achievementId" int, role recipient_role, share numeric, bonus numeric, name text, "unitName" text, post text, "unitId" int, "unionUnitId" int);
  END IF;
  IF new_members <> '[]' THEN
    INSERT INTO award_members (recipient_id, position, award_id, employee_id, name, unit_name)
    SELECT "recipientId", position, "awardId", "employeeId", name, "unitName"
    FROM jsonb_to_recordset(new_members) AS m("recipientId" int, position int, "awardId" int, "employeeId" int, name text, "unitName" text);
  END IF;
  IF new_documents <> '[]' THEN
    INSERT INTO award_documents (award_id, position, document_id)
    SELECT "awardId", position, "documentId" FROM jsonb_to_recordset(new_documents) AS d("awardId" int, position int, "documentId" int);
  END IF;
  IF new_bodies <> '[]' THEN
    INSERT INTO award_granting_bodies (award_id, position, granting_body_id)
    SELECT "awardId", position, "grantingBodyId" FROM jsonb_to_recordset(new_bodies) AS b("awardId" int, position int, "grantingBodyId" int);
  END IF;
  INSERT INTO award_state_changes (award_id, to_state, changed_by_id)
  SELECT id, state, "enteredById" FROM jsonb_to_recordset(new_awards) AS r(id int, state award_state, "enteredById" int);
  PERFORM record_events(about, events);
END $$;

-- ---------------------------------------------------------------- plans that are kept
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p
    WHERE p.pronamespace IN ('public'::regnamespace, 'deferred_checks'::regnamespace) AND p.proowner = current_user::regrole
      AND (p.prosecdef AND (p.prorettype = 'trigger'::regtype OR p.proname LIKE 'refresh\_%' OR p.proname = 'awards_are_open') OR p.proname = 'unaudited')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET plan_cache_mode = force_generic_plan', f);
  END LOOP;
END $$;
