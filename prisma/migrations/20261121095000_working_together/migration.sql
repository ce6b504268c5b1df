-- Working together: who has looked at a change, who watches what, what only editors change, who works on which finding
-- or dispute, and the undoing of everything of one account.
-- Reason: with many editors nobody could see which changes another pair of eyes had been on, follow a page, keep a page
-- from being vandalised, share out the work, or take back all that one account had done.
-- The first part is what Prisma's schema says; the second is what it cannot say.

-- CreateEnum
CREATE TYPE "AccountUndoState" AS ENUM ('WAITING', 'RUNNING', 'UNDONE', 'LEFT');

-- CreateTable
CREATE TABLE "patrols" (
    "changeSetId" INTEGER NOT NULL,
    "userId" TEXT NOT NULL,
    "userName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "patrols_pkey" PRIMARY KEY ("changeSetId")
);

-- CreateTable
CREATE TABLE "watches" (
    "userId" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "watches_pkey" PRIMARY KEY ("userId","entity","entityId")
);

-- CreateTable
CREATE TABLE "watch_marks" (
    "userId" TEXT NOT NULL,
    "seenRevision" INTEGER NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "isMailed" BOOLEAN NOT NULL DEFAULT false,
    "mailedUpTo" INTEGER NOT NULL DEFAULT 0,
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "watch_marks_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "protections" (
    "id" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "field" TEXT,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedById" TEXT,
    "liftedByName" TEXT,
    "liftedAt" TIMESTAMPTZ(3),

    CONSTRAINT "protections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "subject" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "account_undos" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_undos_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_undo_items" (
    "undoId" TEXT NOT NULL,
    "changeSetId" INTEGER NOT NULL,
    "state" "AccountUndoState" NOT NULL DEFAULT 'WAITING',
    "takenAt" TIMESTAMPTZ(3),
    "restoreId" INTEGER,
    "left" JSONB NOT NULL DEFAULT '[]',
    "refusal" JSONB,

    CONSTRAINT "account_undo_items_pkey" PRIMARY KEY ("undoId","changeSetId")
);

-- CreateIndex
CREATE INDEX "patrols_userId_idx" ON "patrols"("userId");

-- CreateIndex
CREATE INDEX "protections_entity_entityId_idx" ON "protections"("entity", "entityId");

-- CreateIndex
CREATE INDEX "protections_byId_idx" ON "protections"("byId");

-- CreateIndex
CREATE INDEX "protections_liftedById_idx" ON "protections"("liftedById");

-- CreateIndex
CREATE INDEX "assignments_userId_idx" ON "assignments"("userId");

-- CreateIndex
CREATE INDEX "assignments_byId_idx" ON "assignments"("byId");

-- CreateIndex
CREATE INDEX "account_undos_userId_idx" ON "account_undos"("userId");

-- CreateIndex
CREATE INDEX "account_undos_byId_idx" ON "account_undos"("byId");

-- CreateIndex
CREATE INDEX "account_undo_items_changeSetId_idx" ON "account_undo_items"("changeSetId");

-- CreateIndex
CREATE INDEX "account_undo_items_restoreId_idx" ON "account_undo_items"("restoreId");

-- AddForeignKey
ALTER TABLE "patrols" ADD CONSTRAINT "patrols_changeSetId_fkey" FOREIGN KEY ("changeSetId") REFERENCES "change_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patrols" ADD CONSTRAINT "patrols_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watches" ADD CONSTRAINT "watches_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch_marks" ADD CONSTRAINT "watch_marks_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protections" ADD CONSTRAINT "protections_byId_fkey" FOREIGN KEY ("byId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protections" ADD CONSTRAINT "protections_liftedById_fkey" FOREIGN KEY ("liftedById") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_byId_fkey" FOREIGN KEY ("byId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_undos" ADD CONSTRAINT "account_undos_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_undos" ADD CONSTRAINT "account_undos_byId_fkey" FOREIGN KEY ("byId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_undo_items" ADD CONSTRAINT "account_undo_items_undoId_fkey" FOREIGN KEY ("undoId") REFERENCES "account_undos"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_undo_items" ADD CONSTRAINT "account_undo_items_changeSetId_fkey" FOREIGN KEY ("changeSetId") REFERENCES "change_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_undo_items" ADD CONSTRAINT "account_undo_items_restoreId_fkey" FOREIGN KEY ("restoreId") REFERENCES "change_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The list of changes is one walk along an index, from the last change of the page before it.
-- CreateIndex
CREATE INDEX "change_sets_authorId_id_idx" ON "change_sets"("authorId", "id");

-- CreateIndex
CREATE INDEX "change_sets_sourceId_id_idx" ON "change_sets"("sourceId", "id");

-- CreateIndex
CREATE INDEX "change_sets_kind_id_idx" ON "change_sets"("kind", "id");

-- Nobody patrols what is their own.
CREATE FUNCTION refuse_own_patrol() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM change_sets c WHERE c.id = NEW."changeSetId" AND c."authorId" = NEW."userId") THEN
    RAISE EXCEPTION 'change % is of the account that would mark it as patrolled', NEW."changeSetId";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_own BEFORE INSERT OR UPDATE ON patrols FOR EACH ROW EXECUTE FUNCTION refuse_own_patrol();

ALTER TABLE watches ADD CONSTRAINT watches_entity CHECK (entity IN ('athletes', 'competitions'));

ALTER TABLE protections
  ADD CONSTRAINT protections_entity CHECK (entity IN ('athletes', 'competitions', 'results', 'series', 'sources')),
  ADD CONSTRAINT protections_lifted CHECK (num_nonnulls("liftedByName", "liftedAt") IN (0, 2)),
  ADD CONSTRAINT protections_reason CHECK (btrim(reason) <> '');
-- A page, or a field, is protected once at a time.
CREATE UNIQUE INDEX protections_in_force ON protections (entity, "entityId", (coalesce(field, ''))) WHERE "liftedAt" IS NULL;

ALTER TABLE assignments ADD CONSTRAINT assignments_subject CHECK (subject ~ '^(finding|dispute):.');

ALTER TABLE account_undos ADD CONSTRAINT account_undos_times CHECK (since < until);
ALTER TABLE account_undo_items
  ADD CONSTRAINT account_undo_items_restore CHECK (("restoreId" IS NOT NULL) = (state = 'UNDONE'));

-- What an editor has approved; most changes need no approval.
CREATE INDEX change_sets_reviewed ON change_sets ("reviewedById") WHERE "reviewedById" IS NOT NULL;
