-- What:   A source can claim that somebody finished ahead of somebody else, and a race can have the number of its finishers.
-- Reason: Reports say who beat whom of races whose marks and places nobody gives, and results lists say how many finished.

ALTER TYPE "ClaimKind" ADD VALUE 'AHEAD_OF';

ALTER TABLE races
  ADD COLUMN finishers INTEGER,
  ADD CONSTRAINT races_finishers CHECK (finishers BETWEEN 1 AND 1000000);
