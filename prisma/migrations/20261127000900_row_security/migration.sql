-- The second wall of scope. Whoever asks says in each transaction who acts and over which nodes (registry.acting, set by
-- lib/db/acting for the transaction at hand); a row that lies outside is not there, whatever the query forgot. The first
-- wall, each noun's visibleTo, is narrower: it knows purposes and states. What both walls see is what is seen.

CREATE FUNCTION acting() RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('registry.acting', true), '')::jsonb
$$;
CREATE FUNCTION acting_as_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce((acting() ->> 'system')::boolean, false)
$$;
CREATE FUNCTION acting_user() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (acting() ->> 'user')::int
$$;
CREATE FUNCTION acting_employee() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (acting() ->> 'employee')::int
$$;
CREATE FUNCTION acting_has(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT FROM jsonb_array_elements(acting() -> 'grants') g WHERE g ->> 'role' = ANY (roles))
$$;
-- Paths of the nodes over which one of the roles is held; null for none.
CREATE FUNCTION acting_paths(VARIADIC roles text[]) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT array_agg(g ->> 'path') FROM jsonb_array_elements(acting() -> 'grants') g
  WHERE g ->> 'role' = ANY (roles) AND g ->> 'path' IS NOT NULL
$$;
-- The nodes themselves; null for none.
CREATE FUNCTION acting_nodes(VARIADIC roles text[]) RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT array_agg((g ->> 'unit')::int) FROM jsonb_array_elements(acting() -> 'grants') g
  WHERE g ->> 'role' = ANY (roles) AND g ->> 'unit' IS NOT NULL
$$;
-- Whether one of the roles is held over the whole of a tree: then no row needs to be asked where it belongs.
CREATE FUNCTION acting_over(whole tree, VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT FROM jsonb_array_elements(acting() -> 'grants') g
    WHERE g ->> 'role' = ANY (roles) AND g ->> 'whole' = whole::text)
$$;
-- Whether one of them is held over a root, be it one of several: what belongs to no unit is seen from there.
CREATE FUNCTION acting_at_root(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT FROM unnest(acting_paths(VARIADIC roles)) path WHERE path ~ '^/[0-9]+/$')
$$;

-- Awards that an employee received or had a part in, for the policy of awards, which cannot ask the tables that ask it.
CREATE FUNCTION acting_own_awards() RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ARRAY(
    SELECT award_id FROM award_recipients WHERE employee_id = acting_employee()
    UNION SELECT award_id FROM award_members WHERE employee_id = acting_employee())
$$;
-- Units where people of the acting unions work, and all above them: whose teams, studios and achievements a union may see.
CREATE FUNCTION acting_served_units() RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH scope AS (SELECT unnest(acting_paths('recorder', 'checker', 'union_admin', 'hr', 'discipline')) AS path),
  places AS (
    SELECT DISTINCT p.unit_id FROM scope
    JOIN organizations u ON u.path >= scope.path AND u.path < scope.path || '~' AND u.tree = 'union'
    JOIN unit_pairs p ON p.union_unit_id = u.id)
  SELECT ARRAY(
    SELECT DISTINCT above FROM places JOIN organizations o ON o.id = places.unit_id, unnest(units_of_path(o.path)) AS above)
$$;

-- An achievement that is just being entered: its units and contributors follow in the same transaction.
CREATE FUNCTION achievement_is_bare(achievement int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM achievement_units WHERE achievement_id = achievement)
    AND NOT EXISTS (SELECT FROM achievement_contributors WHERE achievement_id = achievement)
$$;

-- Rules look at rows that the acting person may not see: who is struck by a case, whether a transaction has its event, where
-- an award's people work. They work as the owner, for whom there is no second wall.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND NOT p.prosecdef AND p.proowner = current_user::regrole
      AND (p.prorettype = 'trigger'::regtype OR p.proname IN (
        'refresh_award_units', 'awards_are_open', 'award_stands_in', 'granters_of_award', 'document_decides_on_award', 'speaks_for', 'stands_above'))
  LOOP
    EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = public, deferred_checks, pg_temp', f);
  END LOOP;
END $$;

-- Parts are seen with what they are parts of. Functions, whose plans are kept: written out, each policy would be planned anew
-- inside that of every table that hangs on its table, and a list took longer to plan than to read.
CREATE PROCEDURE pg_temp.sight(name text, thing text, condition text DEFAULT 'true') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE FUNCTION %I(int) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS %L', name,
    format('BEGIN RETURN EXISTS (SELECT FROM %I t WHERE t.id = $1 AND (%s)); END', thing, condition));
END $$;

-- One policy to read and one each for what changes; the system passes both. A condition is asked only where the ones before it fail.
CREATE PROCEDURE pg_temp.wall(name text, reads text, writes text) LANGUAGE plpgsql AS $$
BEGIN
  reads := format('(SELECT acting_as_system()) OR (%s)', reads);
  writes := format('(SELECT acting_as_system()) OR (%s)', writes);
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY acting_reads ON %I FOR SELECT USING (%s)', name, reads);
  EXECUTE format('CREATE POLICY acting_adds ON %I FOR INSERT WITH CHECK (%s)', name, writes);
  EXECUTE format('CREATE POLICY acting_changes ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', name, writes, writes);
  EXECUTE format('CREATE POLICY acting_removes ON %I FOR DELETE USING (%s)', name, writes);
END $$;

DO $$
DECLARE
  readers text := $s$'recorder', 'checker', 'union_admin', 'hr', 'discipline'$s$;
  keepers text := $s$'recorder', 'checker', 'union_admin'$s$;
  anybody text := '(SELECT acting_user()) IS NOT NULL';
  -- A unit within the nodes of some roles.
  unit text := '%s IN (SELECT o.id FROM unnest((SELECT acting_paths(%s))::text[]) held JOIN organizations o ON o.path >= held AND o.path < held || ''~'')';
  own_user text := 'user_id = (SELECT acting_user())';
  kept text;
  person text;
  t text;
BEGIN
  -- ------------------------------------------------------------- awards
  -- Asked row by row and cheaply, so that the planner takes a list for what it is: OFFSET 0 keeps it from gathering the awards of all units
  -- first (all of the ledger), a look at one unit from gathering all units, "+ 0" from a descent of the index for each node. Over the whole of a
  -- tree nothing is asked of a row; which awards lie outside of it is for the first wall.
  kept := format($s$(SELECT acting_over('union', %1$s))
    OR (SELECT acting_paths(%1$s)) IS NOT NULL AND EXISTS (SELECT FROM organizations o, unnest((SELECT acting_paths(%1$s))::text[]) held
      WHERE o.id = %%s AND o.path >= held AND o.path < held || '~' OFFSET 0)$s$, keepers);
  CALL pg_temp.wall('awards',
    format(kept, 'recording_unit_id') || format($s$
    OR (SELECT acting_nodes(%1$s)) IS NOT NULL
      AND EXISTS (SELECT FROM award_scopes s WHERE s.award_id = awards.id AND s.unit_id + 0 = ANY ((SELECT acting_nodes(%1$s))::int[]) OFFSET 0)
    OR state IN ('effective', 'expired', 'revoked') AND (
      (SELECT acting_over('union', 'hr', 'discipline') OR acting_over('company', 'hr', 'discipline'))
      OR (SELECT acting_nodes('hr', 'discipline')) IS NOT NULL
        AND EXISTS (SELECT FROM award_scopes s WHERE s.award_id = awards.id AND s.unit_id + 0 = ANY ((SELECT acting_nodes('hr', 'discipline'))::int[]) OFFSET 0)
      OR (SELECT acting_employee()) IS NOT NULL AND id = ANY ((SELECT acting_own_awards())::int[]))$s$, keepers),
    format(kept, 'recording_unit_id'));
  -- Ids, units and days: a key to awards, which are read behind their own wall. A wall of its own would be asked for each row of theirs.
  CALL pg_temp.wall('award_scopes', anybody, 'false');
  CALL pg_temp.sight('sees_award', 'awards');
  CALL pg_temp.sight('keeps_award', 'awards', format(kept, 't.recording_unit_id'));
  CALL pg_temp.wall('award_revocations', 'sees_award(award_id)', 'keeps_award(award_id)');
  -- Written out where an export reads hundreds of thousands: a call for each took 6 s for 20,000, this 0.2 s.
  FOREACH t IN ARRAY ARRAY['award_recipients', 'award_members', 'award_documents', 'award_granting_bodies', 'award_state_changes'] LOOP
    CALL pg_temp.wall(t, format('(SELECT acting_over(''union'', %s)) OR EXISTS (SELECT FROM awards a WHERE a.id = award_id OFFSET 0)', keepers), 'keeps_award(award_id)');
  END LOOP;
  CALL pg_temp.sight('sees_revocation', 'award_revocations');
  CALL pg_temp.wall('award_revocation_steps', 'sees_revocation(revocation_id)', 'sees_revocation(revocation_id)');
  CALL pg_temp.wall('award_revocation_files',
    '(SELECT acting_has(''union_admin'', ''discipline'')) AND sees_revocation(revocation_id)',
    '(SELECT acting_has(''union_admin'')) AND sees_revocation(revocation_id)');
  CALL pg_temp.wall('unresolved_recipients', format(unit, 'recording_unit_id', keepers), format(unit, 'recording_unit_id', keepers));

  -- ------------------------------------------------------------- people
  -- Outside workers have no unit: they are seen from the root of a tree. Accounts are linked to people by their administrators.
  person := format('id = (SELECT acting_employee()) OR %s OR %s OR unit_id IS NULL AND union_unit_id IS NULL AND (SELECT acting_at_root(%s))',
    format(unit, 'unit_id', readers), format(unit, 'union_unit_id', readers), readers);
  CALL pg_temp.wall('employees', format('(SELECT acting_over(''union'', %s)) AND union_unit_id IS NOT NULL OR (SELECT acting_over(''company'', %s)) AND unit_id IS NOT NULL OR ', readers, readers)
    || person || ' OR (SELECT acting_has(''sysadmin'', ''security_admin''))', person);
  CALL pg_temp.sight('sees_employee', 'employees');
  FOREACH t IN ARRAY ARRAY['employee_assignments', 'employee_identities', 'publicity_decisions'] LOOP
    CALL pg_temp.wall(t, 'sees_employee(employee_id)', 'sees_employee(employee_id)');
  END LOOP;
  CALL pg_temp.wall('activations', format('(SELECT acting_has(%s)) AND sees_employee(employee_id)', keepers),
    format('(SELECT acting_has(%s)) AND sees_employee(employee_id)', keepers));
  person := format('employee_id = (SELECT acting_employee()) OR (SELECT acting_has(%s)) AND sees_employee(employee_id)', keepers);
  CALL pg_temp.wall('award_requests', person, person);
  CALL pg_temp.sight('sees_request', 'award_requests');
  CALL pg_temp.wall('award_request_files', 'sees_request(request_id)', 'sees_request(request_id)');

  -- ------------------------------------------------------------- documents
  -- A decision goes down the tree: who stands below the unit that recorded it sees it.
  EXECUTE $f$CREATE FUNCTION holds_seen_award(document int) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $b$
    BEGIN
      RETURN EXISTS (SELECT FROM award_documents d WHERE d.document_id = document)
        OR EXISTS (SELECT FROM award_revocations r WHERE document IN (r.document_id, r.annulment_document_id));
    END $b$ $f$;
  CALL pg_temp.wall('documents', format($s$%s
    OR EXISTS (SELECT FROM organizations o WHERE o.id = recording_unit_id AND EXISTS (
      SELECT FROM unnest((SELECT acting_paths(%s))::text[]) held WHERE held ^@ o.path))
    OR holds_seen_award(documents.id)$s$, format(unit, 'recording_unit_id', readers), readers),
    format(unit, 'recording_unit_id', keepers));
  CALL pg_temp.sight('sees_document', 'documents');
  CALL pg_temp.sight('keeps_document', 'documents', format(unit, 't.recording_unit_id', keepers));
  FOREACH t IN ARRAY ARRAY['document_issuers', 'document_files'] LOOP
    CALL pg_temp.wall(t, 'sees_document(document_id)', 'keeps_document(document_id)');
  END LOOP;

  -- ------------------------------------------------------------- teams, studios, achievements
  kept := format('(SELECT acting_over(''union'', %s)) OR %s OR %%1$s = ANY ((SELECT acting_served_units())::int[])', readers, format(unit, '%1$s', readers));
  FOREACH t IN ARRAY ARRAY['team', 'studio'] LOOP
    CALL pg_temp.wall(t || '_members', 'sees_employee(employee_id)', '(SELECT acting_has(''recorder'', ''union_admin''))');
    CALL pg_temp.wall(t || 's', format(kept, 'unit_id') || format(' OR EXISTS (SELECT FROM %s_members m WHERE m.%s_id = %ss.id OFFSET 0)', t, t, t), format(kept, 'unit_id'));
  END LOOP;
  CALL pg_temp.wall('achievement_units', format(kept, 'organization_id'), '(SELECT acting_has(''recorder'', ''union_admin''))');
  CALL pg_temp.wall('achievement_contributors', 'sees_employee(employee_id)', '(SELECT acting_has(''recorder'', ''union_admin''))');
  kept := 'EXISTS (SELECT FROM achievement_units u WHERE u.achievement_id = %1$s OFFSET 0) OR EXISTS (SELECT FROM achievement_contributors c WHERE c.achievement_id = %1$s OFFSET 0)
    OR (SELECT acting_has(''recorder'', ''union_admin'')) AND achievement_is_bare(%1$s)';
  CALL pg_temp.wall('achievements', format(kept, 'achievements.id'), '(SELECT acting_has(''recorder'', ''union_admin''))');
  CALL pg_temp.sight('sees_achievement', 'achievements');
  CALL pg_temp.wall('intellectual_properties', 'sees_achievement(achievement_id)', '(SELECT acting_has(''recorder'', ''union_admin''))');

  -- ------------------------------------------------------------- imports, exports, files
  kept := format(unit, 'recording_unit_id', $s$'recorder', 'checker', 'union_admin', 'hr'$s$);
  CALL pg_temp.wall('import_batches', kept, kept);
  CALL pg_temp.sight('sees_import', 'import_batches');
  CALL pg_temp.wall('import_rows', 'sees_import(batch_id)', 'sees_import(batch_id)');
  FOREACH t IN ARRAY ARRAY['import_mappings', 'export_layouts', 'idempotency_keys'] LOOP
    CALL pg_temp.wall(t, own_user, own_user);
  END LOOP;
  CALL pg_temp.wall('stored_files', $s$uploaded_by_id = (SELECT acting_user())
    OR EXISTS (SELECT FROM document_files f WHERE f.file_id = stored_files.id OFFSET 0) OR EXISTS (SELECT FROM award_request_files f WHERE f.file_id = stored_files.id OFFSET 0)
    OR EXISTS (SELECT FROM award_revocation_files f WHERE f.file_id = stored_files.id OFFSET 0) OR EXISTS (SELECT FROM import_batches b WHERE b.file_id = stored_files.id OFFSET 0)$s$,
    'uploaded_by_id = (SELECT acting_user())');

  -- ------------------------------------------------------------- accounts, messages, trail
  -- Names of those who entered and checked stand on every record.
  CALL pg_temp.wall('users', anybody, 'id = (SELECT acting_user()) OR (SELECT acting_has(''sysadmin'', ''security_admin''))');
  CALL pg_temp.wall('user_roles', anybody, '(SELECT acting_has(''sysadmin'', ''security_admin''))');
  FOREACH t IN ARRAY ARRAY['sessions', 'second_factors', 'recovery_codes', 'user_identities'] LOOP
    CALL pg_temp.wall(t, own_user || ' OR (SELECT acting_has(''sysadmin'', ''security_admin''))', own_user || ' OR (SELECT acting_has(''sysadmin'', ''security_admin''))');
  END LOOP;
  CALL pg_temp.wall('inbox_messages', own_user, own_user);
  CREATE POLICY acting_writes_to_others ON inbox_messages FOR INSERT WITH CHECK ((SELECT acting_user()) IS NOT NULL);
  CALL pg_temp.sight('sees_team', 'teams');
  CALL pg_temp.sight('sees_studio', 'studios');
  CALL pg_temp.sight('sees_unresolved', 'unresolved_recipients');
  CALL pg_temp.sight('sees_activation', 'activations');
  -- The history of a record is for who sees the record; the whole trail for the auditor.
  CALL pg_temp.wall('audit_events', $s$(SELECT acting_has('auditor')) OR actor_user_id = (SELECT acting_user()) OR CASE noun
    WHEN 'awards' THEN sees_award(noun_id)
    WHEN 'employees' THEN sees_employee(noun_id)
    WHEN 'documents' THEN sees_document(noun_id)
    WHEN 'achievements' THEN sees_achievement(noun_id)
    WHEN 'teams' THEN sees_team(noun_id)
    WHEN 'studios' THEN sees_studio(noun_id)
    WHEN 'award_requests' THEN sees_request(noun_id)
    WHEN 'award_revocations' THEN sees_revocation(noun_id)
    WHEN 'unresolved_recipients' THEN sees_unresolved(noun_id)
    WHEN 'imports' THEN sees_import(noun_id)
    WHEN 'users' THEN (SELECT acting_has('sysadmin', 'security_admin')) OR noun_id = (SELECT acting_user())
    WHEN 'activations' THEN sees_activation(noun_id)
    ELSE noun IN ('organizations', 'granting_bodies', 'programmes', 'honor_titles', 'sign_in_policies', 'demonstration') AND (SELECT acting_user()) IS NOT NULL
    END$s$, anybody);
END $$;
