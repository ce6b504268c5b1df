-- Proposals: what contributors want to change waits in tables of its own until an editor approves it.
-- Reason: whoever may not publish yet must be able to work with the same forms, while nothing of it is read by any page,
-- search, history or open data before it was reviewed. What is published names its author and its reviewer.
-- The first part is what Prisma's schema says; the second is what it cannot say.

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('WAITING', 'IN_DISCUSSION', 'PUBLISHED', 'DECLINED', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "change_sets" ADD COLUMN     "reviewedById" TEXT,
ADD COLUMN     "reviewedByName" TEXT;

-- CreateTable
CREATE TABLE "proposals" (
    "id" INTEGER NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'WAITING',
    "authorId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "basedOn" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" TEXT,
    "decidedByName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decision" TEXT,
    "changeSetId" INTEGER,

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposed_rows" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "athleteId" TEXT,
    "resultId" TEXT,
    "competitionId" TEXT,

    CONSTRAINT "proposed_rows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_messages" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_messages_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "proposals_changeSetId_key" ON "proposals"("changeSetId");

-- CreateIndex
CREATE INDEX "proposals_state_id_idx" ON "proposals"("state", "id");

-- CreateIndex
CREATE INDEX "proposals_authorId_id_idx" ON "proposals"("authorId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "proposed_rows_proposalId_entity_entityId_key" ON "proposed_rows"("proposalId", "entity", "entityId");

-- CreateIndex
CREATE INDEX "proposal_messages_proposalId_id_idx" ON "proposal_messages"("proposalId", "id");

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_changeSetId_fkey" FOREIGN KEY ("changeSetId") REFERENCES "change_sets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_rows" ADD CONSTRAINT "proposed_rows_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_messages" ADD CONSTRAINT "proposal_messages_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_messages" ADD CONSTRAINT "proposal_messages_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_sets" ADD CONSTRAINT "change_sets_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What must always hold
-- ---------------------------------------------------------------------------------------------------------------------

-- Nobody approves what is their own.
ALTER TABLE change_sets ADD CONSTRAINT change_sets_reviewed CHECK (
  ("reviewedById" IS NULL) = ("reviewedByName" IS NULL)
  AND ("reviewedById" IS NULL OR (kind = 'EDIT' AND "reviewedById" <> "authorId"))
);

ALTER TABLE proposals
  ADD CONSTRAINT proposals_decided CHECK (
    (state IN ('PUBLISHED', 'DECLINED'))
      = ("decidedById" IS NOT NULL AND "decidedByName" IS NOT NULL AND "decidedAt" IS NOT NULL)
    AND "decidedById" <> "authorId"
  ),
  ADD CONSTRAINT proposals_published CHECK ((state = 'PUBLISHED') = ("changeSetId" IS NOT NULL)),
  ADD CONSTRAINT proposals_declined CHECK ((state = 'DECLINED') = (btrim(coalesce(decision, '')) <> ''));

ALTER TABLE proposal_messages ADD CONSTRAINT proposal_messages_text CHECK (btrim(text) <> '');

-- What was decided stays so, and what was proposed is never another afterwards.
CREATE FUNCTION keep_decided_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('WAITING', 'IN_DISCUSSION') THEN
    RAISE EXCEPTION 'proposal % has been decided', OLD.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_decided BEFORE UPDATE ON proposals FOR EACH ROW EXECUTE FUNCTION keep_decided_proposal();

CREATE FUNCTION keep_proposed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was proposed and said is kept as it was: %', TG_TABLE_NAME;
END $$;
CREATE TRIGGER keep_proposed BEFORE DELETE ON proposals FOR EACH ROW EXECUTE FUNCTION keep_proposed();
CREATE TRIGGER keep_proposed BEFORE UPDATE OR DELETE ON proposed_rows FOR EACH ROW EXECUTE FUNCTION keep_proposed();
CREATE TRIGGER keep_proposed BEFORE UPDATE OR DELETE ON proposal_messages FOR EACH ROW EXECUTE FUNCTION keep_proposed();

-- A picture that a proposal shows is looked up by its file, as one of the record is.
CREATE INDEX proposed_pictures ON proposed_rows ((after ->> 'fileId')) WHERE entity = 'photos';
