-- Three columns of imports get names that say what they hold, and an import can have several change sets: what an editor
-- accepts of a list that somebody else has begun to accept is written under a change set of that editor's own.

ALTER TABLE "imports" RENAME COLUMN "seen" TO "matchedAtRevision";
ALTER TABLE "imports" RENAME COLUMN "kept" TO "savedDecisions";
ALTER TABLE "imports" RENAME COLUMN "beat" TO "heartbeatAt";

ALTER TABLE "imports" ADD COLUMN "earlierChangeSetIds" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
