-- A change set says which other it undoes.
-- Reason: the history shows beside a change by which one it was undone, and offers no second undo of what has been put
-- back. Written on insert, since change sets are append-only.

ALTER TABLE "change_sets" ADD COLUMN "undoesId" INTEGER;

CREATE INDEX "change_sets_undoesId_idx" ON "change_sets"("undoesId");

ALTER TABLE "change_sets" ADD CONSTRAINT "change_sets_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "change_sets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Only a restore undoes, and only what was there before it.
ALTER TABLE change_sets ADD CONSTRAINT change_sets_undoes CHECK ("undoesId" IS NULL OR (kind = 'RESTORE' AND "undoesId" < id));
