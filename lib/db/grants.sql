-- What the app's role may do; said anew after every migration, as the owner. The role's name is
-- put in place of "registry_app".
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM "registry_app";
GRANT USAGE ON SCHEMA public TO "registry_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "registry_app";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "registry_app";

ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "registry_app";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO "registry_app";

-- What has happened stays: rows are added, never changed or taken away.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_events, award_state_changes FROM "registry_app";
REVOKE ALL ON _prisma_migrations FROM "registry_app";
