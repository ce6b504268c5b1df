-- Suggestions: what visitors say is wrong, in a table of its own.
-- Reason: a visitor without an account must be able to say what is wrong and how they know. It is plain text that only
-- editors and its sender read, so it is no part of the record and has no revisions.

-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('OPEN', 'TAKEN', 'PUBLISHED', 'DECLINED');

-- CreateTable
CREATE TABLE "suggestions" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "formId" TEXT NOT NULL,
    "state" "SuggestionState" NOT NULL DEFAULT 'OPEN',
    "path" TEXT NOT NULL,
    "entity" TEXT,
    "entityId" TEXT,
    "figure" TEXT,
    "shown" TEXT,
    "wrong" TEXT,
    "right" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "wantsCredit" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editorId" TEXT,
    "editorName" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "changeSetId" INTEGER,

    CONSTRAINT "suggestions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "suggestions_token_key" ON "suggestions"("token");

-- CreateIndex
CREATE UNIQUE INDEX "suggestions_formId_key" ON "suggestions"("formId");

-- CreateIndex
CREATE INDEX "suggestions_state_createdAt_idx" ON "suggestions"("state", "createdAt");

-- CreateIndex
CREATE INDEX "suggestions_path_idx" ON "suggestions"("path");

-- CreateIndex
CREATE INDEX "suggestions_changeSetId_idx" ON "suggestions"("changeSetId");

-- CreateIndex
CREATE INDEX "suggestions_editorId_idx" ON "suggestions"("editorId");

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must always hold: whoever took it up is named, what was declined says why, what was published names the change.
ALTER TABLE suggestions
  ADD CONSTRAINT suggestions_editor CHECK ((state = 'OPEN') = ("editorName" IS NULL)),
  ADD CONSTRAINT suggestions_answered CHECK ((state IN ('PUBLISHED', 'DECLINED')) = ("answeredAt" IS NOT NULL)),
  ADD CONSTRAINT suggestions_declined CHECK ((state = 'DECLINED') = (btrim(coalesce(answer, '')) <> '')),
  ADD CONSTRAINT suggestions_published CHECK ((state = 'PUBLISHED') = ("changeSetId" IS NOT NULL)),
  ADD CONSTRAINT suggestions_credit CHECK (NOT "wantsCredit" OR name IS NOT NULL),
  ADD CONSTRAINT suggestions_about CHECK (figure IS NOT NULL OR wrong IS NOT NULL);
