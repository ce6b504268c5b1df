-- What:   A claim that somebody finished ahead of somebody else names the other as an athlete of the record; its text keeps
--         the name as the source writes it.
-- Reason: It was found by the other's displayed name, and was lost when that athlete was renamed or merged.

ALTER TABLE claims
  ADD COLUMN "otherId" TEXT REFERENCES athletes (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT claims_other CHECK ("otherId" IS NULL OR kind = 'AHEAD_OF');

CREATE INDEX "claims_otherId_idx" ON claims ("otherId");
