-- CreateTable
CREATE TABLE "audit_links" (
    "position" BIGINT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_links_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "audit_seals" (
    "id" SERIAL NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "closed_id" BIGINT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "snapshot_xmax" BIGINT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_keys" (
    "id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_keys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_links_event_id_key" ON "audit_links"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seals_position_key" ON "audit_seals"("position");

-- ---------------------------------------------------------------- rules
ALTER TABLE audit_links ADD CONSTRAINT audit_links_hash_length CHECK (octet_length(hash) = 32);
ALTER TABLE audit_seals
  ADD CONSTRAINT audit_seals_hash_length CHECK (octet_length(hash) = 32),
  ADD CONSTRAINT audit_seals_signature_length CHECK (octet_length(signature) = 64);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_links', 'audit_seals', 'audit_keys'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_for_ever', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_never_truncated', t);
  END LOOP;
END $$;

-- An event as the text that its hash covers: every column, in jsonb's own order of keys. The instant as text in UTC, whatever
-- zone the session has.
CREATE FUNCTION audit_event_text(e audit_events) RETURNS text
  LANGUAGE sql STABLE
  RETURN jsonb_build_array(e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.event, e.noun, e.noun_id, e.actor_user_id,
    e.actor_name, e.actor_roles, e.session_id, e.address, e.before, e.after, e.reason, e.transaction_id)::text;
