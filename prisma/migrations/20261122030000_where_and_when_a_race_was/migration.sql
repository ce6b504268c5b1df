-- What:   A race can have a town and a country of its own, a first and a last day between which it was held, and a
--         championship can be decided within another competition.
-- Reason: The Games of 2021 were held in Tokyo and their marathon in Sapporo. A source that says "from April to August"
--         gives bounds and no day. The Asian Marathon Championships of 2008 were a part of the Hong Kong Marathon, and
--         are an edition of a series of their own.

ALTER TABLE races
  ADD COLUMN "notBefore" TEXT,
  ADD COLUMN "notAfter" TEXT,
  ADD COLUMN city TEXT,
  ADD COLUMN "countryCode" TEXT,
  ADD COLUMN latitude DOUBLE PRECISION,
  ADD COLUMN longitude DOUBLE PRECISION,
  ADD CONSTRAINT races_bounds CHECK (is_partial_date("notBefore") AND is_partial_date("notAfter")
    AND left("notAfter", 4) >= left("notBefore", 4)),
  ADD CONSTRAINT races_country CHECK ("countryCode" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT races_position CHECK (
    num_nonnulls(latitude, longitude) IN (0, 2) AND latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);

ALTER TABLE competitions
  ADD COLUMN "withinId" TEXT,
  ADD COLUMN classification TEXT,
  ADD CONSTRAINT "competitions_withinId_fkey" FOREIGN KEY ("withinId") REFERENCES competitions(id)
    ON DELETE SET NULL ON UPDATE CASCADE,
  -- The classification says which places of the other competition are this one's.
  ADD CONSTRAINT competitions_within CHECK (
    num_nonnulls("withinId", classification) IN (0, 2) AND "withinId" <> id
    AND classification ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

CREATE INDEX "competitions_withinId_idx" ON competitions ("withinId");
