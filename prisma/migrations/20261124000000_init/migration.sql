-- Made by `prisma migrate diff --from-empty --to-schema prisma/schema.prisma --script`, then by hand what a
-- Prisma schema cannot say: the "C" collation of ids and folded keys (byte order, the same on every server
-- whatever its locale), the checks, the single root, the partitions of the two logs, the append-only audit log.
-- Runs unchanged on PostgreSQL 13 and later and on the embedded PGlite.

-- CreateEnum
CREATE TYPE "password_policy" AS ENUM ('unrestricted', 'simple', 'common', 'recommended', 'complex');

-- CreateEnum
CREATE TYPE "administrator_role" AS ENUM ('owner', 'administrator', 'auditor');

-- CreateEnum
CREATE TYPE "account_source" AS ENUM ('console', 'csv_import', 'application');

-- CreateEnum
CREATE TYPE "application_type" AS ENUM ('standard', 'custom');

-- CreateEnum
CREATE TYPE "attribute_set" AS ENUM ('basic', 'full');

-- CreateEnum
CREATE TYPE "duplicate_create" AS ENUM ('update', 'reject');

-- CreateEnum
CREATE TYPE "field_type" AS ENUM ('text', 'number', 'boolean', 'datetime', 'choice', 'multichoice');

-- CreateTable
CREATE TABLE "instances" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "unique_email" BOOLEAN NOT NULL DEFAULT true,
    "unique_phone" BOOLEAN NOT NULL DEFAULT true,
    "password_policy" "password_policy" NOT NULL DEFAULT 'recommended',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "instances_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "instances_name_check" CHECK (name <> '')
);

-- CreateTable
CREATE TABLE "administrators" (
    "id" TEXT COLLATE "C" NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT COLLATE "C" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "administrators_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "administrators_email_key_check" CHECK (email_key <> '')
);

-- CreateTable
CREATE TABLE "administrator_roles" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "administrator_id" TEXT COLLATE "C" NOT NULL,
    "role" "administrator_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "administrator_roles_pkey" PRIMARY KEY ("instance_id","administrator_id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "parent_id" TEXT COLLATE "C",
    "name" TEXT NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("instance_id","id"),
    CONSTRAINT "organizations_name_check" CHECK (char_length(name) BETWEEN 1 AND 64 AND name_key <> ''),
    CONSTRAINT "organizations_description_check" CHECK (char_length(description) <= 256),
    CONSTRAINT "organizations_parent_check" CHECK (parent_id <> id)
);

-- CreateTable
CREATE TABLE "organization_paths" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "ancestor_id" TEXT COLLATE "C" NOT NULL,
    "descendant_id" TEXT COLLATE "C" NOT NULL,
    "depth" INTEGER NOT NULL,

    CONSTRAINT "organization_paths_pkey" PRIMARY KEY ("instance_id","descendant_id","ancestor_id"),
    CONSTRAINT "organization_paths_depth_check" CHECK (depth >= 0 AND (depth = 0) = (ancestor_id = descendant_id))
);

-- CreateTable
CREATE TABLE "accounts" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "organization_id" TEXT COLLATE "C" NOT NULL,
    "username" TEXT NOT NULL,
    "username_key" TEXT COLLATE "C" NOT NULL,
    "display_name" TEXT,
    "display_name_key" TEXT COLLATE "C",
    "email" TEXT,
    "email_key" TEXT COLLATE "C",
    "email_unique_key" TEXT COLLATE "C",
    "phone_region" TEXT,
    "phone_number" TEXT,
    "phone_value" TEXT,
    "phone_region_sent" TEXT,
    "phone_unique_key" TEXT COLLATE "C",
    "password_hash" TEXT,
    "enabled" BOOLEAN NOT NULL,
    "source" "account_source" NOT NULL,
    "source_application_id" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("instance_id","id"),
    CONSTRAINT "accounts_username_check" CHECK (char_length(username) BETWEEN 1 AND 256 AND username_key <> ''),
    CONSTRAINT "accounts_display_name_check" CHECK ((display_name IS NULL) = (display_name_key IS NULL)),
    CONSTRAINT "accounts_email_check" CHECK ((email IS NULL) = (email_key IS NULL)),
    CONSTRAINT "accounts_phone_check" CHECK ((phone_region IS NULL) = (phone_number IS NULL)),
    CONSTRAINT "accounts_source_check" CHECK ((source = 'application') = (source_application_id IS NOT NULL)),
    CONSTRAINT "accounts_version_check" CHECK (version > 0)
);

-- CreateTable
CREATE TABLE "account_external_ids" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "application_id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C" NOT NULL,
    "external_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "account_external_ids_pkey" PRIMARY KEY ("instance_id","application_id","account_id"),
    CONSTRAINT "account_external_ids_external_id_check" CHECK (external_id <> '')
);

-- CreateTable
CREATE TABLE "groups" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "display_name" TEXT NOT NULL,
    "display_name_key" TEXT COLLATE "C" NOT NULL,
    "source_application_id" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "groups_pkey" PRIMARY KEY ("instance_id","id"),
    CONSTRAINT "groups_display_name_check" CHECK (char_length(display_name) BETWEEN 1 AND 256 AND display_name_key <> ''),
    CONSTRAINT "groups_version_check" CHECK (version > 0)
);

-- CreateTable
CREATE TABLE "group_members" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "group_members_pkey" PRIMARY KEY ("instance_id","group_id","account_id")
);

-- CreateTable
CREATE TABLE "group_external_ids" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "application_id" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C" NOT NULL,
    "external_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "group_external_ids_pkey" PRIMARY KEY ("instance_id","application_id","group_id"),
    CONSTRAINT "group_external_ids_external_id_check" CHECK (external_id <> '')
);

-- CreateTable
CREATE TABLE "applications" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "type" "application_type" NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "target_organization_id" TEXT COLLATE "C",
    "api_enabled" BOOLEAN NOT NULL DEFAULT false,
    "scenarios" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "namespace" TEXT NOT NULL,
    "attribute_set" "attribute_set" NOT NULL DEFAULT 'basic',
    "duplicate_create" "duplicate_create" NOT NULL DEFAULT 'update',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "applications_pkey" PRIMARY KEY ("instance_id","id"),
    CONSTRAINT "applications_name_check" CHECK (char_length(name) BETWEEN 1 AND 64 AND name_key <> ''),
    CONSTRAINT "applications_scenarios_check" CHECK (scenarios <@ ARRAY['user:read', 'user:manage', 'group:read', 'group:manage'])
);

-- CreateTable
CREATE TABLE "scope_organizations" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "application_id" TEXT COLLATE "C" NOT NULL,
    "organization_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "scope_organizations_pkey" PRIMARY KEY ("instance_id","application_id","organization_id")
);

-- CreateTable
CREATE TABLE "scope_groups" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "application_id" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "scope_groups_pkey" PRIMARY KEY ("instance_id","application_id","group_id")
);

-- CreateTable
CREATE TABLE "tokens" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "application_id" TEXT COLLATE "C" NOT NULL,
    "slot" SMALLINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "last_four" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "last_used_address" TEXT,
    "last_used_user_agent" TEXT,

    CONSTRAINT "tokens_pkey" PRIMARY KEY ("instance_id","id"),
    CONSTRAINT "tokens_slot_check" CHECK (slot IN (1, 2)),
    CONSTRAINT "tokens_hash_check" CHECK (octet_length(hash) = 32),
    CONSTRAINT "tokens_last_four_check" CHECK (char_length(last_four) = 4),
    CONSTRAINT "tokens_validity_check" CHECK (expires_at > created_at)
);

-- CreateTable
CREATE TABLE "client_secrets" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "application_id" TEXT COLLATE "C" NOT NULL,
    "slot" SMALLINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "last_four" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "client_secrets_pkey" PRIMARY KEY ("instance_id","id"),
    CONSTRAINT "client_secrets_slot_check" CHECK (slot IN (1, 2)),
    CONSTRAINT "client_secrets_last_four_check" CHECK (char_length(last_four) = 4),
    CONSTRAINT "client_secrets_validity_check" CHECK (expires_at > created_at)
);

-- CreateTable
CREATE TABLE "extended_fields" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "type" "field_type" NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "unique" BOOLEAN NOT NULL DEFAULT false,
    "encrypted" BOOLEAN NOT NULL DEFAULT false,
    "default_value" JSONB,
    "description" TEXT NOT NULL DEFAULT '',
    "options" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "extended_fields_pkey" PRIMARY KEY ("instance_id","id"),
    CONSTRAINT "extended_fields_key_check" CHECK (key ~ '^[a-z][a-z0-9_]{0,39}$'),
    CONSTRAINT "extended_fields_encrypted_check" CHECK (NOT (encrypted AND "unique"))
);

-- CreateTable
CREATE TABLE "extended_values" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C" NOT NULL,
    "field_id" TEXT COLLATE "C" NOT NULL,
    "value" JSONB NOT NULL,
    "value_key" TEXT COLLATE "C",
    "unique_key" TEXT COLLATE "C",

    CONSTRAINT "extended_values_pkey" PRIMARY KEY ("instance_id","account_id","field_id")
);

-- CreateTable
CREATE TABLE "sync_fields" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "application_id" TEXT COLLATE "C" NOT NULL,
    "field_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "sync_fields_pkey" PRIMARY KEY ("instance_id","application_id","field_id")
);

-- CreateTable
CREATE TABLE "request_logs" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "time" TIMESTAMPTZ(3) NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "application_id" TEXT COLLATE "C" NOT NULL,
    "token_id" TEXT COLLATE "C" NOT NULL,
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "resource" TEXT,
    "resource_id" TEXT COLLATE "C",
    "status" SMALLINT NOT NULL,
    "scim_type" TEXT,
    "detail" TEXT,
    "duration_ms" REAL NOT NULL,
    "ignored" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "request_body" TEXT,
    "response_body" TEXT,

    CONSTRAINT "request_logs_pkey" PRIMARY KEY ("instance_id","time","id"),
    CONSTRAINT "request_logs_status_check" CHECK (status BETWEEN 100 AND 599)
) PARTITION BY RANGE ("time");

-- CreateTable
CREATE TABLE "audit_log" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "time" TIMESTAMPTZ(3) NOT NULL,
    "lane" SMALLINT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "actor_id" TEXT COLLATE "C" NOT NULL,
    "application_id" TEXT COLLATE "C",
    "action" TEXT NOT NULL,
    "target_id" TEXT COLLATE "C" NOT NULL,
    "content" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("instance_id","time","lane","sequence"),
    CONSTRAINT "audit_log_lane_check" CHECK (lane >= 0 AND sequence >= 0)
) PARTITION BY RANGE ("time");

-- CreateTable
CREATE TABLE "audit_chains" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "lane" SMALLINT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_chains_pkey" PRIMARY KEY ("instance_id","lane"),
    CONSTRAINT "audit_chains_lane_check" CHECK (lane >= 0 AND sequence >= 0)
);

-- CreateIndex
CREATE UNIQUE INDEX "administrators_email_key_key" ON "administrators"("email_key");

-- CreateIndex
CREATE INDEX "administrator_roles_administrator_id_idx" ON "administrator_roles"("administrator_id");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_instance_id_parent_id_name_key_key" ON "organizations"("instance_id", "parent_id", "name_key");

-- One root for each instance.
CREATE UNIQUE INDEX "organizations_one_root_key" ON "organizations"("instance_id") WHERE "parent_id" IS NULL;

-- CreateIndex
CREATE INDEX "organization_paths_instance_id_ancestor_id_depth_idx" ON "organization_paths"("instance_id", "ancestor_id", "depth");

-- CreateIndex
CREATE INDEX "accounts_instance_id_email_key_idx" ON "accounts"("instance_id", "email_key");

-- CreateIndex
CREATE INDEX "accounts_instance_id_created_at_id_idx" ON "accounts"("instance_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "accounts_instance_id_organization_id_created_at_id_idx" ON "accounts"("instance_id", "organization_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_instance_id_username_key_key" ON "accounts"("instance_id", "username_key");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_instance_id_email_unique_key_key" ON "accounts"("instance_id", "email_unique_key");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_instance_id_phone_unique_key_key" ON "accounts"("instance_id", "phone_unique_key");

-- CreateIndex
CREATE INDEX "account_external_ids_instance_id_account_id_idx" ON "account_external_ids"("instance_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_external_ids_instance_id_application_id_external_id_key" ON "account_external_ids"("instance_id", "application_id", "external_id");

-- CreateIndex
CREATE INDEX "groups_instance_id_created_at_id_idx" ON "groups"("instance_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "groups_instance_id_display_name_key_key" ON "groups"("instance_id", "display_name_key");

-- CreateIndex
CREATE INDEX "group_members_instance_id_account_id_group_id_idx" ON "group_members"("instance_id", "account_id", "group_id");

-- CreateIndex
CREATE INDEX "group_external_ids_instance_id_group_id_idx" ON "group_external_ids"("instance_id", "group_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_external_ids_instance_id_application_id_external_id_key" ON "group_external_ids"("instance_id", "application_id", "external_id");

-- CreateIndex
CREATE INDEX "applications_id_idx" ON "applications"("id");

-- CreateIndex
CREATE UNIQUE INDEX "applications_instance_id_name_key_key" ON "applications"("instance_id", "name_key");

-- CreateIndex
CREATE INDEX "scope_organizations_instance_id_organization_id_idx" ON "scope_organizations"("instance_id", "organization_id");

-- CreateIndex
CREATE INDEX "scope_groups_instance_id_group_id_idx" ON "scope_groups"("instance_id", "group_id");

-- CreateIndex
CREATE INDEX "tokens_hash_idx" ON "tokens"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "tokens_instance_id_application_id_slot_key" ON "tokens"("instance_id", "application_id", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "client_secrets_instance_id_application_id_slot_key" ON "client_secrets"("instance_id", "application_id", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "extended_fields_instance_id_key_key" ON "extended_fields"("instance_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "extended_values_instance_id_field_id_unique_key_key" ON "extended_values"("instance_id", "field_id", "unique_key");

-- CreateIndex
CREATE INDEX "sync_fields_instance_id_field_id_idx" ON "sync_fields"("instance_id", "field_id");

-- CreateIndex
CREATE INDEX "request_logs_instance_id_application_id_time_idx" ON "request_logs"("instance_id", "application_id", "time" DESC);

-- CreateIndex
CREATE INDEX "audit_log_instance_id_target_id_time_idx" ON "audit_log"("instance_id", "target_id", "time" DESC);

-- CreateIndex
CREATE INDEX "audit_log_instance_id_application_id_time_idx" ON "audit_log"("instance_id", "application_id", "time" DESC);

-- AddForeignKey
ALTER TABLE "administrator_roles" ADD CONSTRAINT "administrator_roles_instance_id_fkey" FOREIGN KEY ("instance_id") REFERENCES "instances"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "administrator_roles" ADD CONSTRAINT "administrator_roles_administrator_id_fkey" FOREIGN KEY ("administrator_id") REFERENCES "administrators"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_instance_id_fkey" FOREIGN KEY ("instance_id") REFERENCES "instances"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_instance_id_parent_id_fkey" FOREIGN KEY ("instance_id", "parent_id") REFERENCES "organizations"("instance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_paths" ADD CONSTRAINT "organization_paths_instance_id_ancestor_id_fkey" FOREIGN KEY ("instance_id", "ancestor_id") REFERENCES "organizations"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_paths" ADD CONSTRAINT "organization_paths_instance_id_descendant_id_fkey" FOREIGN KEY ("instance_id", "descendant_id") REFERENCES "organizations"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_instance_id_fkey" FOREIGN KEY ("instance_id") REFERENCES "instances"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_instance_id_organization_id_fkey" FOREIGN KEY ("instance_id", "organization_id") REFERENCES "organizations"("instance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_external_ids" ADD CONSTRAINT "account_external_ids_instance_id_application_id_fkey" FOREIGN KEY ("instance_id", "application_id") REFERENCES "applications"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_external_ids" ADD CONSTRAINT "account_external_ids_instance_id_account_id_fkey" FOREIGN KEY ("instance_id", "account_id") REFERENCES "accounts"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "groups" ADD CONSTRAINT "groups_instance_id_fkey" FOREIGN KEY ("instance_id") REFERENCES "instances"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_instance_id_group_id_fkey" FOREIGN KEY ("instance_id", "group_id") REFERENCES "groups"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_instance_id_account_id_fkey" FOREIGN KEY ("instance_id", "account_id") REFERENCES "accounts"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_external_ids" ADD CONSTRAINT "group_external_ids_instance_id_application_id_fkey" FOREIGN KEY ("instance_id", "application_id") REFERENCES "applications"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_external_ids" ADD CONSTRAINT "group_external_ids_instance_id_group_id_fkey" FOREIGN KEY ("instance_id", "group_id") REFERENCES "groups"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_instance_id_fkey" FOREIGN KEY ("instance_id") REFERENCES "instances"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_instance_id_target_organization_id_fkey" FOREIGN KEY ("instance_id", "target_organization_id") REFERENCES "organizations"("instance_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope_organizations" ADD CONSTRAINT "scope_organizations_instance_id_application_id_fkey" FOREIGN KEY ("instance_id", "application_id") REFERENCES "applications"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope_organizations" ADD CONSTRAINT "scope_organizations_instance_id_organization_id_fkey" FOREIGN KEY ("instance_id", "organization_id") REFERENCES "organizations"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope_groups" ADD CONSTRAINT "scope_groups_instance_id_application_id_fkey" FOREIGN KEY ("instance_id", "application_id") REFERENCES "applications"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope_groups" ADD CONSTRAINT "scope_groups_instance_id_group_id_fkey" FOREIGN KEY ("instance_id", "group_id") REFERENCES "groups"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_instance_id_application_id_fkey" FOREIGN KEY ("instance_id", "application_id") REFERENCES "applications"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_secrets" ADD CONSTRAINT "client_secrets_instance_id_application_id_fkey" FOREIGN KEY ("instance_id", "application_id") REFERENCES "applications"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extended_fields" ADD CONSTRAINT "extended_fields_instance_id_fkey" FOREIGN KEY ("instance_id") REFERENCES "instances"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extended_values" ADD CONSTRAINT "extended_values_instance_id_account_id_fkey" FOREIGN KEY ("instance_id", "account_id") REFERENCES "accounts"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extended_values" ADD CONSTRAINT "extended_values_instance_id_field_id_fkey" FOREIGN KEY ("instance_id", "field_id") REFERENCES "extended_fields"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_fields" ADD CONSTRAINT "sync_fields_instance_id_application_id_fkey" FOREIGN KEY ("instance_id", "application_id") REFERENCES "applications"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_fields" ADD CONSTRAINT "sync_fields_instance_id_field_id_fkey" FOREIGN KEY ("instance_id", "field_id") REFERENCES "extended_fields"("instance_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_chains" ADD CONSTRAINT "audit_chains_instance_id_fkey" FOREIGN KEY ("instance_id") REFERENCES "instances"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The partitions live apart from the tables that Prisma looks after, and are made and dropped by
-- lib/db/partitions.ts. The default ones take what no other takes, so that writing a log never fails.
-- It may be there: `prisma migrate reset` empties the schema public alone.
CREATE SCHEMA IF NOT EXISTS "log_partitions";

CREATE TABLE "log_partitions"."request_logs_default" PARTITION OF "request_logs" DEFAULT;

CREATE TABLE "log_partitions"."audit_log_default" PARTITION OF "audit_log" DEFAULT;

-- The audit log is append-only. The row trigger is inherited by each partition, the one against TRUNCATE is
-- not: lib/db/partitions.ts gives it to each partition that it makes.
CREATE OR REPLACE FUNCTION "log_partitions"."refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only: % is refused', TG_OP;
END
$$;

CREATE TRIGGER "audit_log_append_only" BEFORE UPDATE OR DELETE ON "audit_log"
    FOR EACH ROW EXECUTE FUNCTION "log_partitions"."refuse_audit_change"();

CREATE TRIGGER "audit_log_no_truncate" BEFORE TRUNCATE ON "audit_log"
    FOR EACH STATEMENT EXECUTE FUNCTION "log_partitions"."refuse_audit_change"();

CREATE TRIGGER "audit_log_no_truncate" BEFORE TRUNCATE ON "log_partitions"."audit_log_default"
    FOR EACH STATEMENT EXECUTE FUNCTION "log_partitions"."refuse_audit_change"();
