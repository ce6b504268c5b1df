-- What:   Results can have a reaction time, the rule that was broken and an implement; races who measured the course, its
--         drop and separation, and whether men and women ran together. Each mark is in one list: the main one, or that
--         of the short track, of wind-assisted, hand-timed or net marks, of an age group's implement, of a para class.
-- Reason: Marks that cannot be compared stood in one list, or in none. Marks on the track are compared to 0.01 s, and of
--         equal marks the earlier comes first; lists chose by id.

ALTER TYPE "Surface" ADD VALUE 'MOUNTAIN_TRAIL';

ALTER TABLE results
  ADD COLUMN "reactionTime" INTEGER,
  ADD COLUMN "ruleBroken" TEXT,
  ADD COLUMN implement TEXT,
  ADD CONSTRAINT results_reaction CHECK ("reactionTime" BETWEEN -5000 AND 10000),
  ADD CONSTRAINT results_implement CHECK (implement ~ '^[0-9.]+ (kg|g|cm)$'),
  DROP CONSTRAINT results_flags,
  ADD CONSTRAINT results_flags CHECK (flags <@ ARRAY['h', 'i', 'A', 'w', 'W', '+', 'dh', 'x', 'e', 'OC']);

CREATE TYPE "Company" AS ENUM ('WOMEN_ONLY', 'MEN_ONLY', 'MIXED');
ALTER TABLE races
  ADD COLUMN certification TEXT,
  ADD COLUMN drop INTEGER,
  ADD COLUMN separation INTEGER,
  ADD COLUMN company "Company",
  ADD CONSTRAINT races_course CHECK (drop BETWEEN -9000 AND 9000 AND separation BETWEEN 0 AND 1000000);

DROP INDEX "performances_disciplineSlug_sex_eligible_rank_resultId_idx";
DROP INDEX "performances_disciplineSlug_sex_countryCode_eligible_rank_r_idx";
DROP INDEX "performances_disciplineSlug_sex_year_eligible_rank_resultId_idx";
DROP INDEX "performances_athleteId_disciplineSlug_eligible_rank_resultI_idx";
TRUNCATE performances;
ALTER TABLE performances
  DROP COLUMN eligible,
  ADD COLUMN list TEXT NOT NULL,
  ADD COLUMN precedence TEXT COLLATE "C" NOT NULL;
CREATE INDEX "performances_disciplineSlug_sex_list_rank_precedence_result_idx" ON performances ("disciplineSlug", sex, list, rank, precedence, "resultId");
CREATE INDEX "performances_disciplineSlug_sex_countryCode_list_rank_prece_idx" ON performances ("disciplineSlug", sex, "countryCode", list, rank, precedence, "resultId");
CREATE INDEX "performances_disciplineSlug_sex_year_list_rank_precedence_r_idx" ON performances ("disciplineSlug", sex, year, list, rank, precedence, "resultId");
CREATE INDEX "performances_athleteId_disciplineSlug_list_rank_precedence__idx" ON performances ("athleteId", "disciplineSlug", list, rank, precedence, "resultId");

DROP FUNCTION is_eligible(disciplines, "Category", "Status", int, "Timing", int, text[]);

-- The smaller, the better; what comparedValue of lib/sport/compared-mark.ts says.
CREATE FUNCTION mark_rank(d disciplines, value int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN d.unit <> 'MILLISECOND' THEN -value WHEN d.surface = 'TRACK' THEN (value + 9) / 10 * 10 ELSE value END
$$;

-- Of equal marks the electronic one comes first, then the earlier: what lib/career/bests.ts says. A day known in part
-- comes after every day of its year or month, and a final after its heats.
CREATE FUNCTION mark_precedence(timing "Timing", flags text[], date text, round "Round") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN timing IS NOT DISTINCT FROM 'HAND' OR 'h' = ANY (flags) THEN '1_' ELSE '0_' END
    || known || substr('-99-99', length(known) - 3) || '_' || 5 - array_position(enum_range(NULL::"Round"), round)
  FROM rtrim(date, '~') known
$$;

-- What SENIOR_IMPLEMENTS of lib/sport/implements.ts says.
CREATE FUNCTION senior_implement(discipline text, sex "Sex") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE discipline || ' ' || sex
    WHEN 'shot-put M' THEN '7.26 kg' WHEN 'shot-put F' THEN '4 kg'
    WHEN 'discus-throw M' THEN '2 kg' WHEN 'discus-throw F' THEN '1 kg'
    WHEN 'hammer-throw M' THEN '7.26 kg' WHEN 'hammer-throw F' THEN '4 kg'
    WHEN 'javelin-throw M' THEN '800 g' WHEN 'javelin-throw F' THEN '600 g'
    WHEN '60-metres-hurdles M' THEN '106.7 cm' WHEN '60-metres-hurdles F' THEN '83.8 cm'
    WHEN '100-metres-hurdles F' THEN '83.8 cm'
    WHEN '110-metres-hurdles M' THEN '106.7 cm'
    WHEN '300-metres-hurdles M' THEN '91.4 cm' WHEN '300-metres-hurdles F' THEN '76.2 cm'
    WHEN '400-metres-hurdles M' THEN '91.4 cm' WHEN '400-metres-hurdles F' THEN '76.2 cm'
  END
$$;

CREATE FUNCTION list_key(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT trim(BOTH '-' FROM regexp_replace(regexp_replace(lower(words), '(\d) (?=kg|g|cm|m)', '\1', 'g'), '[^a-z0-9.]+', '-', 'g'))
$$;

-- What listOf of lib/sport/separate-lists.ts says of one athlete's result; a test compares the two. 'none' where it
-- counts in no list.
CREATE FUNCTION list_of(d disciplines, category "Category", e events, ra races, r results)
RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  wind int := coalesce(r.wind, ra.wind);
  needs_wind boolean := d."windSensitive" AND NOT 'i' = ANY (r.flags);
  assisted boolean := r.flags && ARRAY['w', 'W'] OR coalesce(needs_wind AND wind > 2000, false);
  by_hand boolean := coalesce(d.surface = 'TRACK' AND d.distance <= 400000, false)
    AND (r.timing IS NOT DISTINCT FROM 'HAND' OR 'h' = ANY (r.flags));
  net boolean := d.unit = 'MILLISECOND' AND r.timing IS NOT DISTINCT FROM 'NET';
  own_implement boolean := CASE
    WHEN d.slug IN ('pentathlon', 'heptathlon', 'heptathlon-short-track', 'decathlon') THEN e."ageGroup" IS NOT NULL
    WHEN r.implement IS NOT NULL THEN r.implement IS DISTINCT FROM senior_implement(d.slug, e.sex)
    ELSE e."ageGroup" IS NOT NULL AND senior_implement(d.slug, e.sex) IS NOT NULL END;
BEGIN
  IF r.status IS NOT NULL OR r.value IS NULL OR r.team IS NOT NULL OR category = 'RELAY' OR d.slug LIKE '%-relay'
    OR d.unit = 'MILLISECOND' AND d.distance IS NULL OR r.flags && ARRAY['+', 'dh', 'x', 'e']
    OR coalesce(d.surface = 'ROAD' AND (ra.drop::bigint * 1000000 > d.distance OR ra.separation::bigint * 2000 > d.distance), false)
  THEN RETURN 'none'; END IF;
  IF assisted OR by_hand OR net OR needs_wind AND wind IS NULL THEN
    RETURN CASE
      WHEN assisted::int + by_hand::int + net::int <> 1 OR e."paraClass" IS NOT NULL OR own_implement THEN 'none'
      WHEN assisted THEN 'wind-assisted' WHEN by_hand THEN 'hand-timed' ELSE 'net-timed' END;
  END IF;
  RETURN CASE
    WHEN e."paraClass" IS NOT NULL THEN 'class-' || list_key(e."paraClass")
    WHEN own_implement THEN 'group-' || list_key(concat_ws(' ', e."ageGroup", r.implement))
    WHEN 'i' = ANY (r.flags) AND (d.surface = 'FIELD' OR d.surface = 'TRACK' AND d.distance > 60000) THEN 'short-track'
    ELSE 'main' END;
END $$;

CREATE OR REPLACE FUNCTION refresh_performances(ids text[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM performances WHERE "resultId" = ANY (ids);
  INSERT INTO performances ("resultId", "athleteId", "competitionId", "disciplineSlug", sex, "countryCode", date, year, rank, list, precedence)
  SELECT r.id, a.id, c.id, d.slug, e.sex, coalesce(r."countryCode", a."countryCode"), dated, left(dated, 4)::int,
    mark_rank(d, r.value), list_of(d, c.category, e, ra, r), mark_precedence(r.timing, r.flags, dated, ra.round)
  FROM results r
  JOIN athletes a ON a.id = r."athleteId"
  JOIN races ra ON ra.id = r."raceId"
  JOIN events e ON e.id = ra."eventId"
  JOIN competitions c ON c.id = e."competitionId"
  JOIN disciplines d ON d.slug = e."disciplineSlug",
  LATERAL coalesce(r.date, ra.date, date_held(c.year, c."startDate", c."endDate")) dated
  WHERE r.id = ANY (ids) AND NOT r.withdrawn AND NOT a.withdrawn AND NOT c.withdrawn AND r.value IS NOT NULL;
$$;

SELECT refresh_performances(ARRAY(SELECT id FROM results));
