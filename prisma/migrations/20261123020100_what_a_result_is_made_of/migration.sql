-- What:   A result can have intermediate times, attempts and heights, its places as lists published them, and the points
--         of a team.
-- Reason: Results lists give half-way times, series of throws and jumps and the scores of teams, which had no place in the
--         record. A place as published was one number; it changes several times, each time in another list, on a day.

CREATE TABLE "splits" (
    "id" TEXT NOT NULL,
    "resultId" TEXT NOT NULL,
    "distance" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "splits_pkey" PRIMARY KEY ("id")
);

CREATE TYPE "Outcome" AS ENUM ('VALID', 'FOUL', 'PASSED', 'RETIRED');

CREATE TABLE "attempts" (
    "id" TEXT NOT NULL,
    "resultId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "height" INTEGER,
    "outcome" "Outcome" NOT NULL,
    "value" INTEGER,
    "wind" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "published_places" (
    "id" TEXT NOT NULL,
    "resultId" TEXT NOT NULL,
    "classification" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "publishedOn" TEXT,
    "sourceId" TEXT,
    "locator" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "published_places_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "splits_resultId_idx" ON "splits"("resultId");
CREATE INDEX "attempts_resultId_idx" ON "attempts"("resultId");
CREATE INDEX "published_places_resultId_idx" ON "published_places"("resultId");
CREATE INDEX "published_places_sourceId_idx" ON "published_places"("sourceId");

ALTER TABLE "splits" ADD CONSTRAINT "splits_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "results"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "results"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "published_places" ADD CONSTRAINT "published_places_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "results"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "published_places" ADD CONSTRAINT "published_places_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Millimetres and milliseconds, both of them beyond the start.
ALTER TABLE splits ADD CONSTRAINT splits_positive CHECK (distance > 0 AND value > 0);
CREATE UNIQUE INDEX splits_one_a_distance ON splits ("resultId", distance) WHERE NOT withdrawn;

ALTER TABLE attempts
  ADD CONSTRAINT attempts_number CHECK (number BETWEEN 1 AND 99),
  ADD CONSTRAINT attempts_measured CHECK (value > 0 AND height > 0 AND num_nonnulls(value, height) < 2),
  ADD CONSTRAINT attempts_value_of_valid CHECK (value IS NULL OR outcome = 'VALID');
CREATE UNIQUE INDEX attempts_one_a_number ON attempts ("resultId", coalesce(height, 0), number) WHERE NOT withdrawn;

ALTER TABLE published_places
  ADD CONSTRAINT published_places_place CHECK (place >= 1 AND classification ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT published_places_date CHECK (is_partial_date("publishedOn"));

ALTER TABLE results
  ADD COLUMN "teamScore" INTEGER,
  ADD CONSTRAINT results_team_score CHECK ("teamScore" IS NULL OR "teamScore" >= 0 AND team IS NOT NULL);

DO $$
DECLARE
  versioned text;
BEGIN
  FOREACH versioned IN ARRAY ARRAY['splits', 'attempts', 'published_places'] LOOP
    EXECUTE format('CREATE TRIGGER count_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION count_version()', versioned);
    EXECUTE format('CREATE TRIGGER record_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_revisions()', versioned);
    EXECUTE format('CREATE TRIGGER record_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_revisions()', versioned);
    EXECUTE format('CREATE TRIGGER refuse_removal BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_removal()', versioned);
    EXECUTE format('CREATE TRIGGER refuse_emptying BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal()', versioned);
  END LOOP;
END $$;
