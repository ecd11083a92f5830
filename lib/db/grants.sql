-- What the app's role may do; said anew after every migration, as the owner. The role's name is
-- put in place of "registry_app".
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM "registry_app";
GRANT USAGE ON SCHEMA public TO "registry_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "registry_app";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "registry_app";

ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "registry_app";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO "registry_app";

-- What has happened stays: rows are added, never changed or taken away.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_events, audit_links, audit_seals, audit_keys, award_state_changes FROM "registry_app";
REVOKE UPDATE, DELETE, TRUNCATE ON award_revocation_steps, award_revocation_files FROM "registry_app";
-- What is kept by triggers is written by the database alone.
REVOKE INSERT, UPDATE, DELETE ON award_units, award_scopes, award_marks, unit_pairs FROM "registry_app";
REVOKE INSERT, UPDATE, DELETE ON employee_search_keys, award_search_keys, document_search_keys, achievement_search_keys, team_search_keys, studio_search_keys,
  organization_search_keys, award_title_names, character_readings FROM "registry_app";
-- The wall of honors is asked through its functions, which give what is public alone.
REVOKE ALL ON wall_awards, wall_recipients FROM "registry_app";
REVOKE ALL ON _prisma_migrations FROM "registry_app";

-- Jobs wait in a schema of their own, whose tables let nobody but their owner see rows until a policy says so.
GRANT USAGE ON SCHEMA graphile_worker TO "registry_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO "registry_app";
REVOKE INSERT, UPDATE, DELETE ON graphile_worker.migrations FROM "registry_app";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO "registry_app";
DO $$
DECLARE
  app regrole := '"registry_app"';
  t record;
BEGIN
  FOR t IN SELECT oid::regclass AS name FROM pg_class c
    WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind = 'r' AND relrowsecurity
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND app::oid = ANY (p.polroles))
  LOOP
    EXECUTE format('CREATE POLICY %I ON %s TO %s USING (true) WITH CHECK (true)', 'jobs_of_' || app::oid, t.name, app);
  END LOOP;
END $$;
