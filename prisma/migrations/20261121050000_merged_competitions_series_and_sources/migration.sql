-- Competitions, series and sources say into which other they were merged, as athletes do.
-- Reason: imports and editors describe the same meeting, race series or result list twice. Once the two are one, the
-- address of the one that was withdrawn must lead to the other, for good.

ALTER TABLE "competitions" ADD COLUMN "mergedIntoId" TEXT;
ALTER TABLE "series" ADD COLUMN "mergedIntoId" TEXT;
ALTER TABLE "sources" ADD COLUMN "mergedIntoId" TEXT;

CREATE INDEX "competitions_mergedIntoId_idx" ON "competitions"("mergedIntoId");
CREATE INDEX "series_mergedIntoId_idx" ON "series"("mergedIntoId");
CREATE INDEX "sources_mergedIntoId_idx" ON "sources"("mergedIntoId");

ALTER TABLE "competitions" ADD CONSTRAINT "competitions_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "competitions"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "series" ADD CONSTRAINT "series_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "series"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "sources" ADD CONSTRAINT "sources_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What is in the record itself leads nowhere else, and nothing leads to itself.
ALTER TABLE competitions ADD CONSTRAINT competitions_merged CHECK ("mergedIntoId" IS NULL OR (withdrawn AND "mergedIntoId" <> id));
ALTER TABLE series ADD CONSTRAINT series_merged CHECK ("mergedIntoId" IS NULL OR (withdrawn AND "mergedIntoId" <> id));
ALTER TABLE sources ADD CONSTRAINT sources_merged CHECK ("mergedIntoId" IS NULL OR (withdrawn AND "mergedIntoId" <> id));
