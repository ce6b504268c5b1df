-- Watching: an event of a competition, with its races and results, can be watched by itself.
-- Reason: of a championship with forty events, most people who watch it want to know of one.

ALTER TABLE watches
  DROP CONSTRAINT watches_entity,
  ADD CONSTRAINT watches_entity CHECK (entity IN ('athletes', 'competitions', 'events'));
