-- People: second factors, invitations and resets by link, what a session tells of itself, and an audit log.
-- Reason: there was one admin, who could neither invite anybody nor change a password without SQL, and a stolen password
-- was enough to sign in. Who was let in, and by whom, is kept apart from the record's history.

-- CreateEnum
CREATE TYPE "AccountLinkKind" AS ENUM ('INVITATION', 'RESET');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "totpPending" TEXT,
ADD COLUMN     "totpSecret" TEXT,
ADD COLUMN     "totpUsedStep" INTEGER;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "device" TEXT,
ADD COLUMN     "freshAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "network" TEXT;

-- CreateTable
CREATE TABLE "passkeys" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "userId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("userId","codeHash")
);

-- CreateTable
CREATE TABLE "account_links" (
    "id" TEXT NOT NULL,
    "kind" "AccountLinkKind" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" TEXT,
    "role" "Role",
    "userId" TEXT,
    "madeById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "account_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_rules" (
    "role" "Role" NOT NULL,
    "requiresSecondFactor" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "role_rules_pkey" PRIMARY KEY ("role")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "userId" TEXT,
    "actorId" TEXT,
    "network" TEXT,
    "device" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "passkeys_userId_idx" ON "passkeys"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "account_links_tokenHash_key" ON "account_links"("tokenHash");

-- CreateIndex
CREATE INDEX "account_links_userId_idx" ON "account_links"("userId");

-- CreateIndex
CREATE INDEX "account_links_madeById_idx" ON "account_links"("madeById");

-- CreateIndex
CREATE INDEX "audit_events_userId_id_idx" ON "audit_events"("userId", "id");

-- CreateIndex
CREATE INDEX "audit_events_actorId_idx" ON "audit_events"("actorId");

-- AddForeignKey
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An invitation says whom and as what, a reset whose password; neither says the other's.
ALTER TABLE account_links
  ADD CONSTRAINT account_links_kind CHECK (CASE kind
    WHEN 'INVITATION' THEN email IS NOT NULL AND role IS NOT NULL AND "userId" IS NULL
    ELSE email IS NULL AND role IS NULL AND "userId" IS NOT NULL END),
  ADD CONSTRAINT account_links_email CHECK (email = lower(btrim(email)) AND email LIKE '%_@_%');

-- What its owner closed is not opened again, and nothing is left by which to sign in.
ALTER TABLE users ADD CONSTRAINT users_closed CHECK (
  "closedAt" IS NULL OR ("disabledAt" IS NOT NULL AND "totpSecret" IS NULL AND email LIKE 'closed-%@%.invalid'));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
