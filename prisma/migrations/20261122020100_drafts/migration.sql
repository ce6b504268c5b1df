-- Drafts: several edits of one person, gathered in one change set, and published or proposed together.
-- Reason: a correction of many figures is reviewed, and undone, as one; and what was proposed can be changed, by its author
-- or by the reviewer, in the form it came from. What a draft says is no part of the record, so it is kept as a proposal is.
-- Authors of proposals may have mail about what becomes of them.

ALTER TABLE proposals
  ALTER COLUMN "sourceId" DROP NOT NULL,
  ADD COLUMN "amendsId" INTEGER,
  ADD COLUMN "returnsTo" "ProposalState",
  ADD CONSTRAINT "proposals_amendsId_fkey" FOREIGN KEY ("amendsId") REFERENCES proposals(id)
    ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "proposals_amendsId_idx" ON proposals ("amendsId");

CREATE TABLE "draft_edits" (
    "id" SERIAL NOT NULL,
    "proposalId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "suggestionId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_edits_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "draft_edits_proposalId_id_idx" ON "draft_edits"("proposalId", "id");
ALTER TABLE "draft_edits" ADD CONSTRAINT "draft_edits_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE change_sets ADD COLUMN "isAmended" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE change_sets ADD CONSTRAINT change_sets_amended CHECK (NOT "isAmended" OR "reviewedById" IS NOT NULL);

ALTER TABLE users ADD COLUMN "isMailedDecisions" BOOLEAN NOT NULL DEFAULT false;

-- ---------------------------------------------------------------------------------------------------------------------
-- What must always hold
-- ---------------------------------------------------------------------------------------------------------------------

-- Somebody has one draft at a time, to which their saves are added.
CREATE UNIQUE INDEX proposals_one_draft ON proposals ("authorId") WHERE state = 'DRAFT';

ALTER TABLE proposals
  ADD CONSTRAINT proposals_source CHECK (state IN ('DRAFT', 'DISCARDED') OR "sourceId" IS NOT NULL),
  ADD CONSTRAINT proposals_amends CHECK ("amendsId" IS NULL OR (state IN ('DRAFT', 'DISCARDED') AND "amendsId" <> id)),
  ADD CONSTRAINT proposals_returns CHECK ("returnsTo" IS NULL OR (state = 'DRAFT' AND "returnsTo" IN ('WAITING', 'IN_DISCUSSION')));

-- What was decided stays so; what is still a draft is its author's.
CREATE OR REPLACE FUNCTION keep_decided_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('WAITING', 'IN_DISCUSSION', 'DRAFT', 'DISCARDED') THEN
    RAISE EXCEPTION 'proposal % has been decided', OLD.id;
  END IF;
  RETURN NEW;
END $$;

-- What was proposed is never another afterwards, unless it is a draft again; a draft can go.
CREATE FUNCTION keep_proposed_unless_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT state FROM proposals WHERE id = OLD."proposalId") <> 'DRAFT' THEN
    RAISE EXCEPTION 'what was proposed and said is kept as it was: %', TG_TABLE_NAME;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
DROP TRIGGER keep_proposed ON proposed_rows;
CREATE TRIGGER keep_proposed BEFORE UPDATE OR DELETE ON proposed_rows FOR EACH ROW EXECUTE FUNCTION keep_proposed_unless_draft();
CREATE TRIGGER keep_proposed BEFORE UPDATE OR DELETE ON draft_edits FOR EACH ROW EXECUTE FUNCTION keep_proposed_unless_draft();
DROP TRIGGER keep_proposed ON proposals;
CREATE TRIGGER keep_proposed BEFORE DELETE ON proposals FOR EACH ROW WHEN (OLD.state <> 'DRAFT') EXECUTE FUNCTION keep_proposed();
