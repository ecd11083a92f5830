-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "achievement_kind" AS ENUM ('innovation', 'invention', 'five_small', 'suggestion', 'operating_method', 'quality_control');

-- CreateEnum
CREATE TYPE "benefit_kind" AS ENUM ('direct', 'indirect');

-- CreateEnum
CREATE TYPE "secrecy" AS ENUM ('open', 'internal', 'secret');

-- CreateEnum
CREATE TYPE "award_state" AS ENUM ('draft', 'returned', 'submitted', 'effective', 'expired', 'revoked', 'void');

-- CreateEnum
CREATE TYPE "award_source" AS ENUM ('manual', 'import', 'declared', 'selected', 'legacy');

-- CreateEnum
CREATE TYPE "evidence_grade" AS ENUM ('A', 'B', 'C', 'D', 'E');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('open', 'internal');

-- CreateEnum
CREATE TYPE "recipient_role" AS ENUM ('first_contributor', 'main_contributor', 'leader', 'member', 'advisor', 'mentor');

-- CreateEnum
CREATE TYPE "award_request_kind" AS ENUM ('correction', 'declaration');

-- CreateEnum
CREATE TYPE "award_request_state" AS ENUM ('open', 'accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('decision', 'notice', 'circular', 'revocation', 'correction');

-- CreateEnum
CREATE TYPE "gender" AS ENUM ('male', 'female');

-- CreateEnum
CREATE TYPE "employment_status" AS ENUM ('active', 'seconded', 'left', 'retired', 'deceased');

-- CreateEnum
CREATE TYPE "granting_body_kind" AS ENUM ('party', 'government', 'union', 'human_resources', 'youth_league', 'women_federation', 'ministry', 'association', 'enterprise');

-- CreateEnum
CREATE TYPE "programme_cycle" AS ENUM ('yearly', 'every_two_years', 'every_three_years', 'every_five_years', 'irregular');

-- CreateEnum
CREATE TYPE "subject_kind" AS ENUM ('employee', 'team', 'studio', 'organization', 'achievement');

-- CreateEnum
CREATE TYPE "tree" AS ENUM ('company', 'union');

-- CreateEnum
CREATE TYPE "organization_kind" AS ENUM ('group', 'company', 'branch', 'department', 'crew', 'group_union', 'base_union', 'branch_union', 'union_group');

-- CreateEnum
CREATE TYPE "team_kind" AS ENUM ('crew', 'section', 'project_team', 'task_force');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('recorder', 'checker', 'union_admin', 'hr', 'exporter', 'discipline', 'auditor', 'sysadmin');

-- CreateTable
CREATE TABLE "achievements" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL DEFAULT '',
    "field" TEXT,
    "kind" "achievement_kind" NOT NULL,
    "started_on" TEXT,
    "finished_on" TEXT,
    "novelty" TEXT,
    "application" TEXT,
    "economic_benefit" DECIMAL(14,2),
    "benefit_year" INTEGER,
    "benefit_kind" "benefit_kind",
    "benefit_certified_by" TEXT,
    "social_benefit" TEXT,
    "secrecy" "secrecy" NOT NULL DEFAULT 'open',
    "disputed" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "achievements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "achievement_units" (
    "achievement_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,

    CONSTRAINT "achievement_units_pkey" PRIMARY KEY ("achievement_id","position")
);

-- CreateTable
CREATE TABLE "achievement_contributors" (
    "achievement_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "employee_id" INTEGER NOT NULL,
    "contribution" TEXT,
    "share" DECIMAL(5,2),

    CONSTRAINT "achievement_contributors_pkey" PRIMARY KEY ("achievement_id","position")
);

-- CreateTable
CREATE TABLE "intellectual_properties" (
    "id" SERIAL NOT NULL,
    "achievement_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "owner" TEXT,
    "granted_on" TEXT,
    "status" TEXT,

    CONSTRAINT "intellectual_properties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "event" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "noun_id" INTEGER,
    "actor_user_id" INTEGER,
    "actor_name" TEXT NOT NULL,
    "actor_roles" TEXT[],
    "session_id" INTEGER,
    "address" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "transaction_id" BIGINT NOT NULL DEFAULT current_transaction_id(),

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "awards" (
    "id" SERIAL NOT NULL,
    "ledger_number" TEXT,
    "title_id" INTEGER NOT NULL,
    "title_name" TEXT NOT NULL,
    "title_name_en" TEXT,
    "level_code" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "prize_level_code" TEXT,
    "rank" INTEGER,
    "award_date" TEXT NOT NULL,
    "first_day" TEXT NOT NULL DEFAULT '',
    "last_day" TEXT NOT NULL DEFAULT '',
    "award_year" INTEGER NOT NULL,
    "valid_to" TEXT,
    "bonus" DECIMAL(12,2),
    "reason" TEXT,
    "deeds" TEXT,
    "posthumous" BOOLEAN NOT NULL DEFAULT false,
    "source" "award_source" NOT NULL DEFAULT 'manual',
    "evidence_grade" "evidence_grade" NOT NULL DEFAULT 'C',
    "visibility" "visibility" NOT NULL DEFAULT 'open',
    "state" "award_state" NOT NULL DEFAULT 'draft',
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "recording_unit_id" INTEGER NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "updated_by_id" INTEGER NOT NULL,
    "entered_by_ids" INTEGER[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "awards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_granting_bodies" (
    "award_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "granting_body_id" INTEGER NOT NULL,

    CONSTRAINT "award_granting_bodies_pkey" PRIMARY KEY ("award_id","position")
);

-- CreateTable
CREATE TABLE "award_documents" (
    "award_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "document_id" INTEGER NOT NULL,

    CONSTRAINT "award_documents_pkey" PRIMARY KEY ("award_id","position")
);

-- CreateTable
CREATE TABLE "award_recipients" (
    "id" SERIAL NOT NULL,
    "award_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "employee_id" INTEGER,
    "team_id" INTEGER,
    "studio_id" INTEGER,
    "organization_id" INTEGER,
    "achievement_id" INTEGER,
    "subject_kind" "subject_kind" NOT NULL DEFAULT 'employee',
    "role" "recipient_role",
    "share" DECIMAL(5,2),
    "bonus" DECIMAL(12,2),
    "name" TEXT NOT NULL,
    "unit_name" TEXT,
    "post" TEXT,
    "unit_id" INTEGER,
    "union_unit_id" INTEGER,

    CONSTRAINT "award_recipients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_members" (
    "recipient_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "award_id" INTEGER NOT NULL,
    "employee_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit_name" TEXT,

    CONSTRAINT "award_members_pkey" PRIMARY KEY ("recipient_id","position")
);

-- CreateTable
CREATE TABLE "award_state_changes" (
    "id" SERIAL NOT NULL,
    "award_id" INTEGER NOT NULL,
    "from_state" "award_state",
    "to_state" "award_state" NOT NULL,
    "changed_by_id" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,
    "transaction_id" BIGINT NOT NULL DEFAULT current_transaction_id(),

    CONSTRAINT "award_state_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_units" (
    "award_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,

    CONSTRAINT "award_units_pkey" PRIMARY KEY ("organization_id","award_id")
);

-- CreateTable
CREATE TABLE "ledger_counters" (
    "award_year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "ledger_counters_pkey" PRIMARY KEY ("award_year")
);

-- CreateTable
CREATE TABLE "award_requests" (
    "id" SERIAL NOT NULL,
    "kind" "award_request_kind" NOT NULL,
    "employee_id" INTEGER NOT NULL,
    "award_id" INTEGER,
    "title_text" TEXT,
    "granted_by_text" TEXT,
    "award_date" TEXT,
    "explanation" TEXT NOT NULL,
    "state" "award_request_state" NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "answered_by_id" INTEGER,
    "answered_at" TIMESTAMPTZ(3),
    "result_award_id" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "award_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_request_files" (
    "request_id" INTEGER NOT NULL,
    "file_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "award_request_files_pkey" PRIMARY KEY ("request_id","file_id")
);

-- CreateTable
CREATE TABLE "documents" (
    "id" SERIAL NOT NULL,
    "number" TEXT,
    "number_key" TEXT,
    "title" TEXT NOT NULL,
    "kind" "document_kind" NOT NULL,
    "signed_on" TEXT,
    "published_on" TEXT,
    "source_url" TEXT,
    "corrects_id" INTEGER,
    "forwards_id" INTEGER,
    "recording_unit_id" INTEGER NOT NULL,
    "remark" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_issuers" (
    "document_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "granting_body_id" INTEGER NOT NULL,

    CONSTRAINT "document_issuers_pkey" PRIMARY KEY ("document_id","position")
);

-- CreateTable
CREATE TABLE "document_files" (
    "document_id" INTEGER NOT NULL,
    "file_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "document_files_pkey" PRIMARY KEY ("document_id","file_id")
);

-- CreateTable
CREATE TABLE "employees" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL DEFAULT '',
    "former_names" TEXT[],
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "gender" "gender",
    "birth" TEXT,
    "id_number_last4" TEXT,
    "work_number" TEXT,
    "employer_id" INTEGER,
    "hired_on" TEXT,
    "left_on" TEXT,
    "ethnicity" TEXT,
    "political_status" TEXT,
    "education" TEXT,
    "post" TEXT,
    "trade" TEXT,
    "skill_grade" TEXT,
    "professional_title" TEXT,
    "worker_types" TEXT[],
    "status" "employment_status" NOT NULL DEFAULT 'active',
    "status_date" TEXT,
    "unit_id" INTEGER,
    "union_unit_id" INTEGER,
    "assigned_from" TEXT,
    "hidden_from_wall" BOOLEAN NOT NULL DEFAULT false,
    "merged_into_id" INTEGER,
    "remark" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employee_assignments" (
    "id" SERIAL NOT NULL,
    "employee_id" INTEGER NOT NULL,
    "unit_id" INTEGER,
    "union_unit_id" INTEGER,
    "post" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,

    CONSTRAINT "employee_assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_layouts" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "columns" TEXT[],
    "row_per" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "export_layouts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" SERIAL NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "uploaded_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "levels" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "levels_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "prize_levels" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "prize_levels_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "categories" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "categories_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "granting_bodies" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "code" TEXT NOT NULL,
    "kind" "granting_body_kind" NOT NULL,
    "rank" INTEGER NOT NULL DEFAULT 0,
    "successor_id" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "granting_bodies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programmes" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "series" TEXT,
    "cycle" "programme_cycle" NOT NULL,
    "quota" INTEGER,
    "coverage" TEXT,
    "on_official_list" BOOLEAN NOT NULL DEFAULT false,
    "basis" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programmes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_organisers" (
    "programme_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "granting_body_id" INTEGER NOT NULL,

    CONSTRAINT "programme_organisers_pkey" PRIMARY KEY ("programme_id","position")
);

-- CreateTable
CREATE TABLE "honor_titles" (
    "id" SERIAL NOT NULL,
    "programme_id" INTEGER,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "category_code" TEXT NOT NULL,
    "validity_months" INTEGER,
    "counts_for_members" BOOLEAN NOT NULL DEFAULT false,
    "national_code" TEXT,
    "predecessor_id" INTEGER,
    "family_id" INTEGER,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "honor_titles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "honor_title_levels" (
    "title_id" INTEGER NOT NULL,
    "level_code" TEXT NOT NULL,

    CONSTRAINT "honor_title_levels_pkey" PRIMARY KEY ("title_id","level_code")
);

-- CreateTable
CREATE TABLE "honor_title_prize_levels" (
    "title_id" INTEGER NOT NULL,
    "prize_level_code" TEXT NOT NULL,

    CONSTRAINT "honor_title_prize_levels_pkey" PRIMARY KEY ("title_id","prize_level_code")
);

-- CreateTable
CREATE TABLE "honor_title_subject_kinds" (
    "title_id" INTEGER NOT NULL,
    "subject_kind" "subject_kind" NOT NULL,

    CONSTRAINT "honor_title_subject_kinds_pkey" PRIMARY KEY ("title_id","subject_kind")
);

-- CreateTable
CREATE TABLE "inbox_messages" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "noun_id" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" SERIAL NOT NULL,
    "tree" "tree" NOT NULL,
    "kind" "organization_kind" NOT NULL,
    "parent_id" INTEGER,
    "path" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "code" TEXT NOT NULL,
    "credit_code" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "period_from" TEXT,
    "successor_id" INTEGER,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_periods" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "parent_id" INTEGER,
    "valid_from" TEXT,
    "valid_to" TEXT,

    CONSTRAINT "organization_periods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "studios" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL DEFAULT '',
    "unit_id" INTEGER NOT NULL,
    "founded_on" TEXT,
    "place" TEXT,
    "area" DECIMAL(10,2),
    "funding" DECIMAL(14,2),
    "field" TEXT,
    "goals" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "studios_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "studio_members" (
    "id" SERIAL NOT NULL,
    "studio_id" INTEGER NOT NULL,
    "employee_id" INTEGER NOT NULL,
    "is_leader" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" TEXT,
    "valid_to" TEXT,

    CONSTRAINT "studio_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teams" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL DEFAULT '',
    "kind" "team_kind" NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_members" (
    "id" SERIAL NOT NULL,
    "team_id" INTEGER NOT NULL,
    "employee_id" INTEGER NOT NULL,
    "is_leader" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" TEXT,
    "valid_to" TEXT,

    CONSTRAINT "team_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" SERIAL NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "password_changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "employee_id" INTEGER,
    "disabled_at" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_roles" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "role" "role" NOT NULL,
    "organization_id" INTEGER,
    "granted_by_id" INTEGER,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttles" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "sign_in_throttles_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "key" UUID NOT NULL,
    "user_id" INTEGER NOT NULL,
    "body_hash" TEXT NOT NULL,
    "noun_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "achievements_name_key_idx" ON "achievements"("name_key");

-- CreateIndex
CREATE INDEX "achievement_units_organization_id_idx" ON "achievement_units"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "achievement_units_achievement_id_organization_id_key" ON "achievement_units"("achievement_id", "organization_id");

-- CreateIndex
CREATE INDEX "achievement_contributors_employee_id_idx" ON "achievement_contributors"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "achievement_contributors_achievement_id_employee_id_key" ON "achievement_contributors"("achievement_id", "employee_id");

-- CreateIndex
CREATE INDEX "intellectual_properties_achievement_id_idx" ON "intellectual_properties"("achievement_id");

-- CreateIndex
CREATE INDEX "audit_events_noun_noun_id_id_idx" ON "audit_events"("noun", "noun_id", "id");

-- CreateIndex
CREATE INDEX "audit_events_at_idx" ON "audit_events"("at");

-- CreateIndex
CREATE INDEX "audit_events_actor_user_id_id_idx" ON "audit_events"("actor_user_id", "id");

-- CreateIndex
CREATE INDEX "audit_events_event_id_idx" ON "audit_events"("event", "id");

-- CreateIndex
CREATE INDEX "audit_events_transaction_id_idx" ON "audit_events"("transaction_id");

-- CreateIndex
CREATE UNIQUE INDEX "awards_ledger_number_key" ON "awards"("ledger_number");

-- CreateIndex
CREATE INDEX "awards_state_award_year_id_idx" ON "awards"("state", "award_year", "id");

-- CreateIndex
CREATE INDEX "awards_award_year_first_day_id_idx" ON "awards"("award_year", "first_day", "id");

-- CreateIndex
CREATE INDEX "awards_first_day_id_idx" ON "awards"("first_day", "id");

-- CreateIndex
CREATE INDEX "awards_title_id_award_year_idx" ON "awards"("title_id", "award_year");

-- CreateIndex
CREATE INDEX "awards_level_code_idx" ON "awards"("level_code");

-- CreateIndex
CREATE INDEX "awards_category_code_idx" ON "awards"("category_code");

-- CreateIndex
CREATE INDEX "awards_recording_unit_id_state_idx" ON "awards"("recording_unit_id", "state");

-- CreateIndex
CREATE INDEX "awards_created_by_id_state_idx" ON "awards"("created_by_id", "state");

-- CreateIndex
CREATE INDEX "award_granting_bodies_granting_body_id_idx" ON "award_granting_bodies"("granting_body_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_granting_bodies_award_id_granting_body_id_key" ON "award_granting_bodies"("award_id", "granting_body_id");

-- CreateIndex
CREATE INDEX "award_documents_document_id_idx" ON "award_documents"("document_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_documents_award_id_document_id_key" ON "award_documents"("award_id", "document_id");

-- CreateIndex
CREATE INDEX "award_recipients_employee_id_idx" ON "award_recipients"("employee_id");

-- CreateIndex
CREATE INDEX "award_recipients_team_id_idx" ON "award_recipients"("team_id");

-- CreateIndex
CREATE INDEX "award_recipients_studio_id_idx" ON "award_recipients"("studio_id");

-- CreateIndex
CREATE INDEX "award_recipients_organization_id_idx" ON "award_recipients"("organization_id");

-- CreateIndex
CREATE INDEX "award_recipients_achievement_id_idx" ON "award_recipients"("achievement_id");

-- CreateIndex
CREATE INDEX "award_recipients_unit_id_idx" ON "award_recipients"("unit_id");

-- CreateIndex
CREATE INDEX "award_recipients_union_unit_id_idx" ON "award_recipients"("union_unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_recipients_award_id_position_key" ON "award_recipients"("award_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "award_recipients_award_id_employee_id_key" ON "award_recipients"("award_id", "employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_recipients_award_id_team_id_key" ON "award_recipients"("award_id", "team_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_recipients_award_id_studio_id_key" ON "award_recipients"("award_id", "studio_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_recipients_award_id_organization_id_key" ON "award_recipients"("award_id", "organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_recipients_award_id_achievement_id_key" ON "award_recipients"("award_id", "achievement_id");

-- CreateIndex
CREATE INDEX "award_members_award_id_idx" ON "award_members"("award_id");

-- CreateIndex
CREATE INDEX "award_members_employee_id_idx" ON "award_members"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_members_recipient_id_employee_id_key" ON "award_members"("recipient_id", "employee_id");

-- CreateIndex
CREATE INDEX "award_state_changes_award_id_id_idx" ON "award_state_changes"("award_id", "id");

-- CreateIndex
CREATE INDEX "award_state_changes_changed_by_id_idx" ON "award_state_changes"("changed_by_id");

-- CreateIndex
CREATE INDEX "award_units_award_id_idx" ON "award_units"("award_id");

-- CreateIndex
CREATE INDEX "award_requests_employee_id_id_idx" ON "award_requests"("employee_id", "id");

-- CreateIndex
CREATE INDEX "award_requests_state_id_idx" ON "award_requests"("state", "id");

-- CreateIndex
CREATE INDEX "award_requests_award_id_idx" ON "award_requests"("award_id");

-- CreateIndex
CREATE INDEX "award_request_files_file_id_idx" ON "award_request_files"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "documents_number_key_key" ON "documents"("number_key");

-- CreateIndex
CREATE INDEX "documents_recording_unit_id_id_idx" ON "documents"("recording_unit_id", "id");

-- CreateIndex
CREATE INDEX "documents_signed_on_id_idx" ON "documents"("signed_on", "id");

-- CreateIndex
CREATE INDEX "document_issuers_granting_body_id_idx" ON "document_issuers"("granting_body_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_issuers_document_id_granting_body_id_key" ON "document_issuers"("document_id", "granting_body_id");

-- CreateIndex
CREATE INDEX "document_files_file_id_idx" ON "document_files"("file_id");

-- CreateIndex
CREATE INDEX "employees_name_key_idx" ON "employees"("name_key");

-- CreateIndex
CREATE INDEX "employees_pinyin_idx" ON "employees"("pinyin");

-- CreateIndex
CREATE INDEX "employees_initials_idx" ON "employees"("initials");

-- CreateIndex
CREATE INDEX "employees_work_number_idx" ON "employees"("work_number");

-- CreateIndex
CREATE INDEX "employees_unit_id_id_idx" ON "employees"("unit_id", "id");

-- CreateIndex
CREATE INDEX "employees_union_unit_id_id_idx" ON "employees"("union_unit_id", "id");

-- CreateIndex
CREATE INDEX "employee_assignments_employee_id_idx" ON "employee_assignments"("employee_id");

-- CreateIndex
CREATE INDEX "employee_assignments_unit_id_idx" ON "employee_assignments"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "export_layouts_user_id_name_key" ON "export_layouts"("user_id", "name");

-- CreateIndex
CREATE INDEX "stored_files_sha256_idx" ON "stored_files"("sha256");

-- CreateIndex
CREATE INDEX "stored_files_uploaded_by_id_idx" ON "stored_files"("uploaded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "granting_bodies_code_key" ON "granting_bodies"("code");

-- CreateIndex
CREATE INDEX "programme_organisers_granting_body_id_idx" ON "programme_organisers"("granting_body_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_organisers_programme_id_granting_body_id_key" ON "programme_organisers"("programme_id", "granting_body_id");

-- CreateIndex
CREATE INDEX "honor_titles_family_id_idx" ON "honor_titles"("family_id");

-- CreateIndex
CREATE INDEX "honor_titles_programme_id_idx" ON "honor_titles"("programme_id");

-- CreateIndex
CREATE INDEX "honor_titles_category_code_idx" ON "honor_titles"("category_code");

-- CreateIndex
CREATE INDEX "inbox_messages_user_id_read_at_id_idx" ON "inbox_messages"("user_id", "read_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_path_key" ON "organizations"("path");

-- CreateIndex
CREATE INDEX "organizations_parent_id_sort_idx" ON "organizations"("parent_id", "sort");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_tree_code_key" ON "organizations"("tree", "code");

-- CreateIndex
CREATE INDEX "organization_periods_organization_id_idx" ON "organization_periods"("organization_id");

-- CreateIndex
CREATE INDEX "studios_unit_id_idx" ON "studios"("unit_id");

-- CreateIndex
CREATE INDEX "studios_name_key_idx" ON "studios"("name_key");

-- CreateIndex
CREATE INDEX "studio_members_studio_id_idx" ON "studio_members"("studio_id");

-- CreateIndex
CREATE INDEX "studio_members_employee_id_idx" ON "studio_members"("employee_id");

-- CreateIndex
CREATE INDEX "teams_unit_id_idx" ON "teams"("unit_id");

-- CreateIndex
CREATE INDEX "teams_name_key_idx" ON "teams"("name_key");

-- CreateIndex
CREATE INDEX "team_members_team_id_idx" ON "team_members"("team_id");

-- CreateIndex
CREATE INDEX "team_members_employee_id_idx" ON "team_members"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_username_key" ON "users"("username");

-- CreateIndex
CREATE UNIQUE INDEX "users_employee_id_key" ON "users"("employee_id");

-- CreateIndex
CREATE INDEX "user_roles_user_id_idx" ON "user_roles"("user_id");

-- CreateIndex
CREATE INDEX "user_roles_organization_id_idx" ON "user_roles"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_ended_at_idx" ON "sessions"("user_id", "ended_at");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- AddForeignKey
ALTER TABLE "achievement_units" ADD CONSTRAINT "achievement_units_achievement_id_fkey" FOREIGN KEY ("achievement_id") REFERENCES "achievements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "achievement_units" ADD CONSTRAINT "achievement_units_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "achievement_contributors" ADD CONSTRAINT "achievement_contributors_achievement_id_fkey" FOREIGN KEY ("achievement_id") REFERENCES "achievements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "achievement_contributors" ADD CONSTRAINT "achievement_contributors_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intellectual_properties" ADD CONSTRAINT "intellectual_properties_achievement_id_fkey" FOREIGN KEY ("achievement_id") REFERENCES "achievements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_title_id_fkey" FOREIGN KEY ("title_id") REFERENCES "honor_titles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_level_code_fkey" FOREIGN KEY ("level_code") REFERENCES "levels"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_category_code_fkey" FOREIGN KEY ("category_code") REFERENCES "categories"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_prize_level_code_fkey" FOREIGN KEY ("prize_level_code") REFERENCES "prize_levels"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_title_id_level_code_fkey" FOREIGN KEY ("title_id", "level_code") REFERENCES "honor_title_levels"("title_id", "level_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_title_id_prize_level_code_fkey" FOREIGN KEY ("title_id", "prize_level_code") REFERENCES "honor_title_prize_levels"("title_id", "prize_level_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_recording_unit_id_fkey" FOREIGN KEY ("recording_unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_granting_bodies" ADD CONSTRAINT "award_granting_bodies_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_granting_bodies" ADD CONSTRAINT "award_granting_bodies_granting_body_id_fkey" FOREIGN KEY ("granting_body_id") REFERENCES "granting_bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_documents" ADD CONSTRAINT "award_documents_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_documents" ADD CONSTRAINT "award_documents_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_recipients" ADD CONSTRAINT "award_recipients_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_recipients" ADD CONSTRAINT "award_recipients_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_recipients" ADD CONSTRAINT "award_recipients_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_recipients" ADD CONSTRAINT "award_recipients_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_recipients" ADD CONSTRAINT "award_recipients_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_recipients" ADD CONSTRAINT "award_recipients_achievement_id_fkey" FOREIGN KEY ("achievement_id") REFERENCES "achievements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_recipients" ADD CONSTRAINT "award_recipients_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_recipients" ADD CONSTRAINT "award_recipients_union_unit_id_fkey" FOREIGN KEY ("union_unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_members" ADD CONSTRAINT "award_members_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "award_recipients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_members" ADD CONSTRAINT "award_members_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_members" ADD CONSTRAINT "award_members_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_state_changes" ADD CONSTRAINT "award_state_changes_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_state_changes" ADD CONSTRAINT "award_state_changes_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_units" ADD CONSTRAINT "award_units_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_units" ADD CONSTRAINT "award_units_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_requests" ADD CONSTRAINT "award_requests_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_requests" ADD CONSTRAINT "award_requests_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_requests" ADD CONSTRAINT "award_requests_result_award_id_fkey" FOREIGN KEY ("result_award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_requests" ADD CONSTRAINT "award_requests_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_request_files" ADD CONSTRAINT "award_request_files_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "award_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_request_files" ADD CONSTRAINT "award_request_files_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_forwards_id_fkey" FOREIGN KEY ("forwards_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_recording_unit_id_fkey" FOREIGN KEY ("recording_unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_issuers" ADD CONSTRAINT "document_issuers_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_issuers" ADD CONSTRAINT "document_issuers_granting_body_id_fkey" FOREIGN KEY ("granting_body_id") REFERENCES "granting_bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employees" ADD CONSTRAINT "employees_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employees" ADD CONSTRAINT "employees_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employees" ADD CONSTRAINT "employees_union_unit_id_fkey" FOREIGN KEY ("union_unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employees" ADD CONSTRAINT "employees_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee_assignments" ADD CONSTRAINT "employee_assignments_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee_assignments" ADD CONSTRAINT "employee_assignments_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee_assignments" ADD CONSTRAINT "employee_assignments_union_unit_id_fkey" FOREIGN KEY ("union_unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_layouts" ADD CONSTRAINT "export_layouts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "granting_bodies" ADD CONSTRAINT "granting_bodies_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "granting_bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_organisers" ADD CONSTRAINT "programme_organisers_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_organisers" ADD CONSTRAINT "programme_organisers_granting_body_id_fkey" FOREIGN KEY ("granting_body_id") REFERENCES "granting_bodies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "honor_titles" ADD CONSTRAINT "honor_titles_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "honor_titles" ADD CONSTRAINT "honor_titles_category_code_fkey" FOREIGN KEY ("category_code") REFERENCES "categories"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "honor_titles" ADD CONSTRAINT "honor_titles_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "honor_titles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "honor_title_levels" ADD CONSTRAINT "honor_title_levels_title_id_fkey" FOREIGN KEY ("title_id") REFERENCES "honor_titles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "honor_title_levels" ADD CONSTRAINT "honor_title_levels_level_code_fkey" FOREIGN KEY ("level_code") REFERENCES "levels"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "honor_title_prize_levels" ADD CONSTRAINT "honor_title_prize_levels_title_id_fkey" FOREIGN KEY ("title_id") REFERENCES "honor_titles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "honor_title_prize_levels" ADD CONSTRAINT "honor_title_prize_levels_prize_level_code_fkey" FOREIGN KEY ("prize_level_code") REFERENCES "prize_levels"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "honor_title_subject_kinds" ADD CONSTRAINT "honor_title_subject_kinds_title_id_fkey" FOREIGN KEY ("title_id") REFERENCES "honor_titles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_messages" ADD CONSTRAINT "inbox_messages_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_periods" ADD CONSTRAINT "organization_periods_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studios" ADD CONSTRAINT "studios_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_members" ADD CONSTRAINT "studio_members_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studios"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_members" ADD CONSTRAINT "studio_members_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teams" ADD CONSTRAINT "teams_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

