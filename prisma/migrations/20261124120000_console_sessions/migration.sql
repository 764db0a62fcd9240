-- Sign-in to the console: the second factor, the end of all sessions at once, and the delay
-- that grows with failed attempts, in the database so that every node counts the same.

ALTER TABLE "administrators"
    ADD COLUMN "session_epoch" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "totp_secret" TEXT,
    ADD COLUMN "totp_step" INTEGER,
    ADD COLUMN "recovery_codes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "password_changed_at" TIMESTAMPTZ(3),
    ADD COLUMN "last_signed_in_at" TIMESTAMPTZ(3),
    ADD COLUMN "disabled_at" TIMESTAMPTZ(3),
    ADD CONSTRAINT "administrators_second_factor_check"
        CHECK ("totp_secret" IS NOT NULL OR ("totp_step" IS NULL AND cardinality("recovery_codes") = 0));

CREATE TABLE "sign_in_attempts" (
    "key" TEXT COLLATE "C" NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("key"),
    CONSTRAINT "sign_in_attempts_failures_check" CHECK ("failures" >= 0)
);

CREATE INDEX "sign_in_attempts_last_at_idx" ON "sign_in_attempts"("last_at");
