-- Claims and findings: what sources say of figures that the record computes, and findings that an editor set aside.
-- Reason: "five-time Olympian" is no figure to be stored but one to be checked, and whether it still holds is asked anew
-- at every reading. What an editor has looked at and left as it is must not be asked about again for ever.
-- The first part is what Prisma's schema says; the second is what it cannot say.

-- CreateEnum
CREATE TYPE "ClaimKind" AS ENUM ('AGE_ON', 'TIMES_OLYMPIAN', 'APPEARANCES', 'NTH_CONSECUTIVE_APPEARANCE', 'STREAK', 'FINISHED_ALL', 'NEVER_BETTER_THAN', 'FIRST_IN_TOP', 'MARATHONS_RUN', 'NTH_BEST_OF_CAREER', 'IMPROVEMENT', 'IMPROVEMENT_MORE_THAN', 'PERSONAL_BEST', 'SEASON_BEST', 'COURSE_RECORD');

-- CreateEnum
CREATE TYPE "ClaimLevel" AS ENUM ('WORLD', 'REGIONAL');

-- CreateTable
CREATE TABLE "claims" (
    "id" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "locator" TEXT NOT NULL,
    "kind" "ClaimKind" NOT NULL,
    "resultId" TEXT,
    "seriesSlug" TEXT,
    "disciplineSlug" TEXT,
    "level" "ClaimLevel",
    "number" INTEGER,
    "text" TEXT,
    "since" TEXT,
    "asOf" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_decisions" (
    "id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "claims_athleteId_idx" ON "claims"("athleteId");

-- CreateIndex
CREATE INDEX "claims_sourceId_idx" ON "claims"("sourceId");

-- CreateIndex
CREATE INDEX "claims_resultId_idx" ON "claims"("resultId");

-- CreateIndex
CREATE UNIQUE INDEX "finding_decisions_fingerprint_key" ON "finding_decisions"("fingerprint");

-- CreateIndex
CREATE INDEX "finding_decisions_subject_idx" ON "finding_decisions"("subject");

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "athletes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "results"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_seriesSlug_fkey" FOREIGN KEY ("seriesSlug") REFERENCES "series"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_disciplineSlug_fkey" FOREIGN KEY ("disciplineSlug") REFERENCES "disciplines"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_decisions" ADD CONSTRAINT "finding_decisions_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What must always hold
-- ---------------------------------------------------------------------------------------------------------------------

ALTER TABLE claims
  ADD CONSTRAINT claims_located CHECK (btrim(locator) <> ''),
  ADD CONSTRAINT claims_one_thing CHECK (num_nonnulls("resultId", "seriesSlug", "disciplineSlug") <= 1),
  ADD CONSTRAINT claims_figures CHECK (number >= 1 AND btrim(text) <> ''),
  ADD CONSTRAINT claims_dates CHECK (is_partial_date(since) AND is_partial_date("asOf")),
  -- A claim that leaves out what it is about cannot be checked by anybody.
  ADD CONSTRAINT claims_whole CHECK (
    CASE kind
      WHEN 'AGE_ON' THEN number IS NOT NULL AND num_nonnulls("resultId", "asOf") > 0
      WHEN 'APPEARANCES' THEN number IS NOT NULL AND num_nonnulls("resultId", "seriesSlug") > 0
      WHEN 'NTH_CONSECUTIVE_APPEARANCE' THEN number IS NOT NULL AND "resultId" IS NOT NULL
      WHEN 'STREAK' THEN "seriesSlug" IS NOT NULL AND num_nonnulls(number, since) > 0
      WHEN 'FINISHED_ALL' THEN "seriesSlug" IS NOT NULL
      WHEN 'FIRST_IN_TOP' THEN number IS NOT NULL AND "resultId" IS NOT NULL
      WHEN 'NTH_BEST_OF_CAREER' THEN number IS NOT NULL AND "resultId" IS NOT NULL
      WHEN 'IMPROVEMENT' THEN text IS NOT NULL AND "resultId" IS NOT NULL
      WHEN 'IMPROVEMENT_MORE_THAN' THEN text IS NOT NULL AND "resultId" IS NOT NULL
      WHEN 'PERSONAL_BEST' THEN "resultId" IS NOT NULL OR num_nonnulls("disciplineSlug", text) = 2
      WHEN 'SEASON_BEST' THEN "resultId" IS NOT NULL
      WHEN 'COURSE_RECORD' THEN "resultId" IS NOT NULL
      ELSE number IS NOT NULL
    END);

CREATE TRIGGER count_version BEFORE UPDATE ON claims FOR EACH ROW EXECUTE FUNCTION count_version();
CREATE TRIGGER record_revision AFTER INSERT OR UPDATE ON claims FOR EACH ROW EXECUTE FUNCTION record_revision();
CREATE TRIGGER refuse_removal BEFORE DELETE ON claims FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER refuse_emptying BEFORE TRUNCATE ON claims FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();

ALTER TABLE finding_decisions
  ADD CONSTRAINT finding_decisions_named CHECK (btrim(rule) <> '' AND btrim(subject) <> '' AND btrim(fingerprint) <> ''),
  ADD CONSTRAINT finding_decisions_reason CHECK (btrim(reason) <> '' AND btrim("authorName") <> '');
