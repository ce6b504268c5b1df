-- Imports that ask: a row whose sex, event, date, round or country is said differently in two places waits for an answer;
-- a refused row keeps its cells, so that it can be put right where it stands; any decision can be taken back, and a row
-- can be pointed at somebody by itself; what an editor confirmed of a doubtful list is kept with it.

ALTER TYPE "ImportQuestion" ADD VALUE 'READING';

ALTER TABLE "imports" ADD COLUMN "confirmed" TEXT[] DEFAULT ARRAY[]::TEXT[];

ALTER TABLE "import_rows" ADD COLUMN "cells" JSONB;

ALTER TABLE "import_people" ADD COLUMN "before" JSONB, ADD COLUMN "line" INTEGER;

ALTER TABLE "import_meetings" ADD COLUMN "before" JSONB;
