-- What:   A claim that somebody finished ahead of somebody else must name the other, and the result.
-- Reason: A claim that leaves out what it is about cannot be checked by anybody. A new value of an enum can only be used
--         after the migration that adds it.

ALTER TABLE claims
  DROP CONSTRAINT claims_whole,
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
      WHEN 'WITHIN_COURSE_RECORD' THEN "resultId" IS NOT NULL
      WHEN 'BEHIND_WINNER' THEN text IS NOT NULL AND "resultId" IS NOT NULL
      WHEN 'WINNING_MARGIN' THEN text IS NOT NULL AND "resultId" IS NOT NULL
      WHEN 'AHEAD_OF' THEN text IS NOT NULL AND "resultId" IS NOT NULL
      ELSE number IS NOT NULL
    END);
