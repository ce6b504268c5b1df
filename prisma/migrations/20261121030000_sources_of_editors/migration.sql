-- An index of the change sets of each author that have a source.
-- Reason: a form offers the sources that its editor used last. Without the index, those of somebody who has changed
-- little would be looked for through everybody's changes.

CREATE INDEX change_sets_with_source ON change_sets ("authorId", id) WHERE "sourceId" IS NOT NULL;
