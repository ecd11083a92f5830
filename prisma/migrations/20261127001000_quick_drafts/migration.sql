-- An award by itself, quicker still. Most of what the database needed to enter one went into beginning some eighty small statements,
-- not into their rows; and what a check asks through a function of SQL is parsed and planned anew by every statement that writes a row.

-- ---------------------------------------------------------------- dates
-- In PL/pgSQL, whose plan is kept: as SQL, put into the checks of a single row, these took 0.3 ms of its insert; now 0.03. Each has a path
-- of its own: called under one path and then under another, as a check is and a trigger's function, its plan would be made anew each time.
CREATE OR REPLACE FUNCTION is_partial_date(value text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
  AS $$
BEGIN
  RETURN CASE
    WHEN value ~ '^(18|19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' THEN length(value) < 10 OR substr(value, 9, 2) <= CASE
      WHEN substr(value, 6, 2) IN ('04', '06', '09', '11') THEN '30'
      WHEN substr(value, 6, 2) <> '02' THEN '31'
      WHEN substr(value, 1, 4)::int % CASE WHEN substr(value, 3, 2) = '00' THEN 400 ELSE 4 END = 0 THEN '29'
      ELSE '28' END
    WHEN value IS NOT NULL THEN false END;
END $$;
CREATE OR REPLACE FUNCTION partial_date_first(value text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT SET search_path = pg_catalog
  AS $$
BEGIN
  RETURN CASE length(value) WHEN 4 THEN value || '-01-01' WHEN 7 THEN value || '-01' ELSE value END;
END $$;
CREATE OR REPLACE FUNCTION partial_date_last(value text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT SET search_path = pg_catalog
  AS $$
BEGIN
  RETURN CASE length(value)
    WHEN 4 THEN value || '-12-31'
    WHEN 7 THEN value || '-' || extract(day FROM make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, 1) + interval '1 month' - interval '1 day')::int::text
    ELSE value END;
END $$;

-- ---------------------------------------------------------------- what comes in with its award
-- An award without a first state is being entered: nobody else sees it yet, and no transaction ends before that state is put down
-- (awards_state_recorded). Until then its parts need no list and no units of their own: at commit the award is asked as a whole, and its
-- units are found once, with the first state.
DROP TRIGGER awards_units ON awards;
DROP FUNCTION award_units_of_awards();
DROP TRIGGER award_recipients_checked_first ON award_recipients;
DROP TRIGGER award_recipients_units_added ON award_recipients;
DROP FUNCTION award_units_of_new_recipients();
DROP TRIGGER award_members_keys_added_awards ON award_members;
DROP TRIGGER award_members_units_added ON award_members;
DROP FUNCTION award_units_of_new_members();

CREATE OR REPLACE FUNCTION award_parts_are_added() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan
  AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM changed c, LATERAL (SELECT FROM award_state_changes s WHERE s.award_id = c.award_id LIMIT 1) AS known) THEN
    RETURN NULL;
  END IF;
  IF NOT awards_are_open(ARRAY(SELECT DISTINCT award_id FROM changed)) THEN
    PERFORM refuse('award_recipients_frozen', 'recipients and their snapshots are frozen once the award was submitted');
  END IF;
  IF TG_TABLE_NAME = 'award_recipients' THEN
    IF EXISTS (SELECT FROM changed r JOIN awards a ON a.id = r.award_id WHERE NOT EXISTS (
        SELECT FROM honor_title_subject_kinds k WHERE k.title_id = a.title_id AND k.subject_kind = r.subject_kind)) THEN
      PERFORM refuse('award_recipients_kind_allowed', 'the title is not given to this kind of subject');
    END IF;
    INSERT INTO deferred_checks.lists (rule, noun, ids) SELECT 'award_recipients', 'awards', array_agg(DISTINCT award_id) FROM changed;
    PERFORM deferred_checks.add_award_units(ARRAY(SELECT DISTINCT award_id FROM changed));
  ELSIF TG_TABLE_NAME = 'award_members' THEN
    INSERT INTO deferred_checks.lists (rule, noun, ids) SELECT 'stale_keys', 'awards', array_agg(DISTINCT award_id) FROM changed;
    PERFORM deferred_checks.add_award_units(ARRAY(SELECT DISTINCT award_id FROM changed));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION award_keys_are_stale() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan
  AS $$
BEGIN
  INSERT INTO deferred_checks.lists (rule, noun, ids) SELECT 'stale_keys', 'awards', array_agg(DISTINCT award_id) FROM changed c
    WHERE (SELECT true FROM award_state_changes s WHERE s.award_id = c.award_id LIMIT 1) HAVING count(*) > 0;
  RETURN NULL;
END $$;

-- Units that find these awards and are not put down yet; each award is looked up by itself, for statistics know nothing of what this
-- transaction wrote. Part of the trigger functions here, whose owner and settings it works with.
CREATE FUNCTION deferred_checks.add_award_units(ids int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO award_units (award_id, organization_id)
  SELECT a.id, a.recording_unit_id FROM unnest(ids) AS i, LATERAL (SELECT id, recording_unit_id FROM awards WHERE id = i OFFSET 0) AS a
  UNION SELECT r.award_id, u.id FROM unnest(ids) AS i CROSS JOIN LATERAL (SELECT * FROM award_recipients WHERE award_id = i OFFSET 0) AS r
    LEFT JOIN employees e ON e.id = r.employee_id LEFT JOIN teams t ON t.id = r.team_id LEFT JOIN studios s ON s.id = r.studio_id
    CROSS JOIN LATERAL (VALUES (r.unit_id), (r.union_unit_id), (r.organization_id), (e.unit_id), (e.union_unit_id), (t.unit_id), (s.unit_id)) AS u(id)
    WHERE u.id IS NOT NULL
  UNION SELECT r.award_id, x.organization_id FROM unnest(ids) AS i CROSS JOIN LATERAL (SELECT * FROM award_recipients WHERE award_id = i OFFSET 0) AS r
    JOIN achievement_units x ON x.achievement_id = r.achievement_id
  UNION SELECT m.award_id, u.id FROM unnest(ids) AS i CROSS JOIN LATERAL (SELECT * FROM award_members WHERE award_id = i OFFSET 0) AS m
    JOIN employees e ON e.id = m.employee_id
    CROSS JOIN LATERAL (VALUES (e.unit_id), (e.union_unit_id)) AS u(id)
    WHERE u.id IS NOT NULL
  ON CONFLICT DO NOTHING;
END $$;

-- The first state of an award is asked with the award itself.
CREATE OR REPLACE FUNCTION award_state_changes_are_checked() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan
  AS $$
DECLARE moved record;
BEGIN
  SELECT array_agg(DISTINCT award_id) FILTER (WHERE from_state IS NULL) AS entered, array_agg(DISTINCT award_id) FILTER (WHERE from_state IS NOT NULL) AS stated
    INTO moved FROM changed;
  IF moved.entered IS NOT NULL THEN
    PERFORM deferred_checks.add_award_units(moved.entered);
  END IF;
  IF moved.stated IS NOT NULL THEN
    INSERT INTO deferred_checks.lists (rule, ids) VALUES ('award_state_changes_true', moved.stated);
  END IF;
  RETURN NULL;
END $$;

-- A part of an award is guarded row by row where it changes or goes; one that is added is asked above.
CREATE OR REPLACE TRIGGER award_granting_bodies_guard BEFORE UPDATE OR DELETE ON award_granting_bodies FOR EACH ROW EXECUTE FUNCTION award_recipients_guard();
CREATE OR REPLACE TRIGGER award_members_guard BEFORE DELETE ON award_members FOR EACH ROW EXECUTE FUNCTION award_recipients_guard();

CREATE OR REPLACE FUNCTION award_state_changes_guard() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, deferred_checks, pg_temp SET enable_seqscan = off SET plan_cache_mode = force_generic_plan
  AS $$
BEGIN
  NEW.transaction_id := current_transaction_id();
  NEW.changed_at := now();
  SELECT to_state INTO NEW.from_state FROM award_state_changes WHERE award_id = NEW.award_id ORDER BY id + 0 DESC LIMIT 1;
  IF NEW.to_state = 'effective' AND NEW.from_state IS DISTINCT FROM 'revoked' THEN
    IF NEW.changed_by_id = ANY ((SELECT entered_by_ids FROM awards WHERE id = NEW.award_id)::int[]) THEN
      PERFORM refuse('awards_checker_is_another', 'who checks is not who entered');
    END IF;
  END IF;
  IF NEW.to_state IN ('returned', 'void', 'revoked') AND coalesce(btrim(NEW.reason), '') = '' THEN
    PERFORM refuse('award_state_changes_reason', 'this change of state needs its reason');
  END IF;
  RETURN NEW;
END $$;

-- ---------------------------------------------------------------- at commit
-- The lists are read row by row: there are few of them, and an expression costs less than a query that sorts them into seven heaps.
CREATE OR REPLACE FUNCTION deferred_checks.run() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off SET plan_cache_mode = force_generic_plan
  AS $$
DECLARE
  list deferred_checks.lists;
  recorded int[] := '{}';
  stated int[] := '{}';
  added int[] := '{}';
  audited int[] := '{}';
  nouns text[] := '{}';
  kept int[] := '{}';
  stale deferred_checks.lists[] := '{}';
  wrong record;
BEGIN
  IF NOT EXISTS (SELECT FROM deferred_checks.lists WHERE id = NEW.id) THEN
    RETURN NULL; -- an earlier list took it along
  END IF;
  -- Those of a transaction follow each other, and those of others are not seen here.
  FOR list IN DELETE FROM deferred_checks.lists WHERE id >= NEW.id RETURNING * LOOP
    CASE list.rule
    WHEN 'award_made' THEN
      recorded := recorded || list.ids;
      added := added || list.ids;
      audited := audited || list.ids;
      nouns := nouns || array_fill(list.noun, ARRAY[cardinality(list.ids)]);
      kept := kept || list.ids;
    WHEN 'award_recipients' THEN
      added := added || list.ids;
      kept := kept || list.ids;
    WHEN 'awards_state_recorded' THEN recorded := recorded || list.ids;
    WHEN 'award_state_changes_true' THEN stated := stated || list.ids;
    WHEN 'awards_add_up' THEN added := added || list.ids;
    WHEN 'audit_required' THEN
      audited := audited || list.ids;
      nouns := nouns || array_fill(list.noun, ARRAY[cardinality(list.ids)]);
    WHEN 'stale_keys' THEN
      IF list.noun = 'awards' THEN kept := kept || list.ids; ELSE stale := stale || list; END IF;
    END CASE;
  END LOOP;

  IF audited <> '{}' THEN
    SELECT x.id, x.noun INTO wrong FROM (SELECT DISTINCT u.noun, u.id FROM unnest(nouns, audited) AS u(noun, id)) AS x
      LEFT JOIN LATERAL (SELECT true AS found FROM audit_events e
        WHERE e.transaction_id = current_transaction_id() AND e.noun = x.noun AND e.noun_id = x.id LIMIT 1) AS own ON true
    WHERE own.found IS NULL AND NOT EXISTS (SELECT FROM audit_events e
      WHERE e.transaction_id = current_transaction_id() AND e.noun = x.noun AND e.noun_id IS NULL OFFSET 0)
    LIMIT 1;
    IF FOUND THEN
      PERFORM refuse('audit_required', format('%s %s changed without its audit event', wrong.noun, wrong.id));
    END IF;
  END IF;

  IF recorded <> '{}' OR stated <> '{}' THEN
    SELECT bool_or((last.to_state IS DISTINCT FROM a.state OR last.to_state IS NULL) AND i = ANY (stated)) AS untrue,
        bool_or((last.to_state IS DISTINCT FROM a.state OR last.transaction_id IS DISTINCT FROM current_transaction_id()) AND i = ANY (recorded)) AS unrecorded
      INTO wrong
      FROM (SELECT unnest(recorded) UNION SELECT unnest(stated)) AS moved(i) LEFT JOIN awards a ON a.id = i
      LEFT JOIN LATERAL (SELECT to_state, transaction_id FROM award_state_changes WHERE award_id = i ORDER BY id + 0 DESC LIMIT 1) AS last ON true;
    IF wrong.unrecorded THEN
      PERFORM refuse('awards_state_recorded', 'a change of state is a row with who, when and why');
    END IF;
    IF wrong.untrue THEN
      PERFORM refuse('award_state_changes_true', 'the award is not in that state');
    END IF;
  END IF;

  IF added <> '{}' THEN
    SELECT bool_or(parts.bonus > coalesce(a.bonus, 0)) AS bonus, bool_or(parts.share > 100) AS share,
        bool_or(a.state NOT IN ('draft', 'returned', 'void') AND parts.n = 0) AS empty, bool_or(parts.others) AS kind
      INTO wrong
      FROM (SELECT DISTINCT unnest(added)) AS x(i) JOIN awards a ON a.id = i
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

  IF stale <> '{}' THEN
    PERFORM deferred_checks.refresh_keys(stale || ROW(0, 'stale_keys', 'awards', kept)::deferred_checks.lists);
  ELSIF kept <> '{}' THEN
    PERFORM refresh_award_keys(kept);
  END IF;
  RETURN NULL;
END $$;

-- ---------------------------------------------------------------- who acts
-- Each statement asks these for each of its tables. As a query over the grants they took 15 µs; as an expression of PL/pgSQL 3.
-- A path holds digits and strokes alone, so that the text of a list in JSON, in other brackets, is that of an array.
CREATE OR REPLACE FUNCTION acting_paths(VARIADIC roles text[]) RETURNS text[] LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog AS $$
BEGIN
  RETURN nullif(translate(jsonb_path_query_array(nullif(current_setting('registry.acting', true), '')::jsonb, '$.grants[*] ? (@.role == $roles[*] && @.path != null).path',
    jsonb_build_object('roles', roles))::text, '[]', '{}')::text[], '{}');
END $$;
CREATE OR REPLACE FUNCTION acting_nodes(VARIADIC roles text[]) RETURNS int[] LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog AS $$
BEGIN
  RETURN nullif(translate(jsonb_path_query_array(nullif(current_setting('registry.acting', true), '')::jsonb, '$.grants[*] ? (@.role == $roles[*] && @.unit != null).unit',
    jsonb_build_object('roles', roles))::text, '[]', '{}')::int[], '{}');
END $$;
CREATE OR REPLACE FUNCTION acting_over(whole tree, VARIADIC roles text[]) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog AS $$
BEGIN
  RETURN coalesce(jsonb_path_exists(nullif(current_setting('registry.acting', true), '')::jsonb, '$.grants[*] ? (@.role == $roles[*] && @.whole == $whole)',
    jsonb_build_object('roles', roles, 'whole', whole)), false);
END $$;

-- ---------------------------------------------------------------- rows that are written together
-- With `one`, all rows are those of the award that is to have this id.
DROP FUNCTION write_awards(jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb);
CREATE FUNCTION write_awards(new_awards jsonb, new_recipients jsonb, new_members jsonb, new_documents jsonb, new_bodies jsonb, about jsonb, events jsonb, one int DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
  AS $$
BEGIN
  INSERT INTO awards (id, title_id, title_name, title_name_en, level_code, category_code, prize_level_code, rank, award_date, award_year, valid_to, bonus,
    reason, deeds, posthumous, source, evidence_grade, visibility, state, recording_unit_id, created_by_id, updated_by_id)
  SELECT coalesce(one, id), "titleId", "titleName", "titleNameEn", "levelCode", "categoryCode", "prizeLevelCode", rank, "awardDate", "awardYear", "validTo", bonus,
    reason, deeds, coalesce(posthumous, false), source, coalesce("evidenceGrade", 'C'), coalesce(visibility, 'open'), state, "recordingUnitId", "enteredById", "enteredById"
  FROM jsonb_to_recordset(new_awards) AS r(id int, "titleId" int, "titleName" text, "titleNameEn" text, "levelCode" text, "categoryCode" text,
    "prizeLevelCode" text, rank int, "awardDate" text, "awardYear" int, "validTo" text, bonus numeric, reason text, deeds text, posthumous boolean,
    source award_source, "evidenceGrade" evidence_grade, visibility visibility, state award_state, "recordingUnitId" int, "enteredById" int);
  -- Recipients come before the first state is put down: from then on those of a submitted award stay as they are.
  IF new_recipients <> '[]' THEN
    INSERT INTO award_recipients (id, award_id, position, employee_id, team_id, studio_id, organization_id, achievement_id, role, share, bonus, name,
      unit_name, post, unit_id, union_unit_id)
    SELECT coalesce(id, nextval('award_recipients_id_seq')), coalesce(one, "awardId"), position, "employeeId", "teamId", "studioId", "organizationId", "achievementId", role, share, bonus,
      name, "unitName", post, "unitId", "unionUnitId"
    FROM jsonb_to_recordset(new_recipients) AS r(id int, "awardId" int, position int, "employeeId" int, "teamId" int, "studioId" int, "organizationId" int,
      "achievementId" int, role recipient_role, share numeric, bonus numeric, name text, "unitName" text, post text, "unitId" int, "unionUnitId" int);
  END IF;
  IF new_members <> '[]' THEN
    INSERT INTO award_members (recipient_id, position, award_id, employee_id, name, unit_name)
    SELECT "recipientId", position, coalesce(one, "awardId"), "employeeId", name, "unitName"
    FROM jsonb_to_recordset(new_members) AS m("recipientId" int, position int, "awardId" int, "employeeId" int, name text, "unitName" text);
  END IF;
  IF new_documents <> '[]' THEN
    INSERT INTO award_documents (award_id, position, document_id)
    SELECT coalesce(one, "awardId"), position, "documentId" FROM jsonb_to_recordset(new_documents) AS d("awardId" int, position int, "documentId" int);
  END IF;
  IF new_bodies <> '[]' THEN
    INSERT INTO award_granting_bodies (award_id, position, granting_body_id)
    SELECT coalesce(one, "awardId"), position, "grantingBodyId" FROM jsonb_to_recordset(new_bodies) AS b("awardId" int, position int, "grantingBodyId" int);
  END IF;
  INSERT INTO award_state_changes (award_id, to_state, changed_by_id)
  SELECT coalesce(one, id), state, "enteredById" FROM jsonb_to_recordset(new_awards) AS r(id int, state award_state, "enteredById" int);
  INSERT INTO audit_events (event, noun, noun_id, actor_user_id, actor_name, actor_roles, session_id, address, reason, before, after)
  SELECT coalesce(e.event, a.event), coalesce(e.noun, a.noun), coalesce(one, e."nounId"), a."userId", a.name, a.roles, a."sessionId", a.address, coalesce(e.reason, a.reason), e.before, e.after
  FROM jsonb_to_record(about) AS a(event text, noun text, reason text, "userId" int, name text, roles text[], "sessionId" int, address text),
    jsonb_to_recordset(events) AS e(event text, noun text, "nounId" int, reason text, before jsonb, after jsonb);
END $$;

-- A single one. The walls of all its rows ask the same, whether its recording unit is one that whoever acts keeps; here that is asked once,
-- ahead of them, and not of each row. All rows are those of `one`, so that none can be slipped to another award.
CREATE FUNCTION enter_award(one int, new_award jsonb, new_recipients jsonb, new_members jsonb, new_documents jsonb, new_bodies jsonb, about jsonb, events jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
  AS $$
BEGIN
  IF NOT acting_as_system() AND NOT EXISTS (SELECT FROM organizations o WHERE o.id = (new_award #>> '{0,recordingUnitId}')::int
      AND (acting_over('union', 'recorder', 'checker', 'union_admin') OR o.path ^@ ANY (acting_paths('recorder', 'checker', 'union_admin')))) THEN
    RAISE EXCEPTION 'new row violates row-level security policy for table "awards"' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM write_awards(new_award, new_recipients, new_members, new_documents, new_bodies, about, events, one);
END $$;

-- ---------------------------------------------------------------- one person, one document
-- Whether a unit lies within the nodes of some roles, as EXISTS instead of IN: PostgreSQL then plans it both ways, and takes for one row a
-- look at one unit (0.1 ms instead of 0.5 where a company has a hundred), for many rows all units of the nodes at once as before.
DO $$
DECLARE
  within text := $s$EXISTS (SELECT FROM organizations o, unnest((SELECT acting_paths('recorder', 'checker', 'union_admin', 'hr', 'discipline'))::text[]) held
    WHERE o.id = %s AND o.path >= held AND o.path < held || '~')$s$;
  readers text := $s$'recorder', 'checker', 'union_admin', 'hr', 'discipline'$s$;
BEGIN
  EXECUTE format($p$ALTER POLICY acting_reads ON employees USING ((SELECT acting_as_system())
    OR (SELECT acting_over('union', %1$s)) AND union_unit_id IS NOT NULL
    OR (SELECT acting_over('company', %1$s)) AND unit_id IS NOT NULL
    OR id = (SELECT acting_employee())
    OR %2$s OR %3$s
    OR unit_id IS NULL AND union_unit_id IS NULL AND (SELECT acting_at_root(%1$s))
    OR (SELECT acting_has('sysadmin', 'security_admin')))$p$, readers, format(within, 'unit_id'), format(within, 'union_unit_id'));
  EXECUTE format($p$ALTER POLICY acting_reads ON documents USING ((SELECT acting_as_system())
    OR %2$s
    OR EXISTS (SELECT FROM organizations o WHERE o.id = recording_unit_id
      AND EXISTS (SELECT FROM unnest((SELECT acting_paths(%1$s))::text[]) held WHERE held ^@ o.path))
    OR holds_seen_award(id))$p$, readers, format(within, 'recording_unit_id'));
END $$;
