-- A relay's mark counts in no list of athletes, whatever kind of competition it was run at.
-- Reason: an athlete's result in a relay was the leg of a team, and stood in the lists as a mark over its whole distance.

-- What lib/sport/eligibility.ts says of one athlete's result, for a whole list at once; a test holds the two together.
CREATE OR REPLACE FUNCTION is_eligible(d disciplines, category "Category", status "Status", value int, timing "Timing", wind int, flags text[])
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT status IS NULL AND value IS NOT NULL AND category <> 'RELAY' AND d.slug NOT LIKE '%-relay'
    AND (d.unit <> 'MILLISECOND' OR d.distance IS NOT NULL)
    -- Up to 400 m hand times have a list of their own.
    AND NOT (d.surface = 'TRACK' AND d.distance <= 400000 AND (timing IS NOT DISTINCT FROM 'HAND' OR 'h' = ANY (flags)))
    AND NOT flags && ARRAY['W', '+', 'dh', 'x', 'e', 'w']
    AND (NOT d."windSensitive" OR 'i' = ANY (flags) OR coalesce(wind <= 2000, false))
$$;

-- Their lists are made again, as whenever the rules of a discipline change.
UPDATE disciplines SET name = name WHERE slug LIKE '%-relay';
