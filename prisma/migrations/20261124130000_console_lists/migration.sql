-- What the console's lists are sorted and searched by (test/console-plans.test.ts reads
-- their plans), and the calls counted by the hour, so that a chart, a token's share and
-- a failing client cost the same at a thousand calls a day and at ten million.

-- Absent display names sort first, as the empty text. Prisma has no index on an expression.
CREATE INDEX "accounts_instance_id_display_name_id_idx" ON "accounts"("instance_id", (coalesce("display_name_key", '')), "id");

CREATE INDEX "accounts_instance_id_updated_at_id_idx" ON "accounts"("instance_id", "updated_at", "id");

CREATE INDEX "accounts_instance_id_source_source_application_id_id_idx" ON "accounts"("instance_id", "source", "source_application_id", "id");

-- Disabled accounts are few, and looked for by themselves. Prisma has no partial index.
CREATE INDEX "accounts_disabled_idx" ON "accounts"("instance_id", "username_key") WHERE NOT "enabled";

CREATE INDEX "groups_instance_id_updated_at_id_idx" ON "groups"("instance_id", "updated_at", "id");

CREATE INDEX "organizations_instance_id_name_key_id_idx" ON "organizations"("instance_id", "name_key", "id");

-- Failures are few: finding them must not cost a walk through all calls, nor each call an index entry.
CREATE INDEX "request_logs_failures_idx" ON "request_logs"("instance_id", "time" DESC, "id" DESC) WHERE "status" >= 400;

CREATE TABLE "request_counts" (
    "instance_id" TEXT COLLATE "C" NOT NULL,
    "application_id" TEXT COLLATE "C" NOT NULL,
    "token_id" TEXT COLLATE "C" NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "calls" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,

    CONSTRAINT "request_counts_pkey" PRIMARY KEY ("instance_id","application_id","token_id","hour"),
    CONSTRAINT "request_counts_check" CHECK (calls > 0 AND failures BETWEEN 0 AND calls)
);

CREATE INDEX "request_counts_instance_id_hour_idx" ON "request_counts"("instance_id", "hour");

INSERT INTO "request_counts" ("instance_id", "application_id", "token_id", "hour", "calls", "failures")
SELECT "instance_id", "application_id", "token_id", date_trunc('hour', "time", 'UTC'), count(*), count(*) FILTER (WHERE "status" >= 400)
FROM "request_logs"
GROUP BY 1, 2, 3, 4;
