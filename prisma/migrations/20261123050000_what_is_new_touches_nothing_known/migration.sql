-- What a transaction has made itself is left out of what it touches. Reason: a list of new athletes named thousands of
-- subjects that no page can depend on, and so put every page out of date. A page that says that something is not there
-- depends on the list of such things.

CREATE OR REPLACE FUNCTION subjects_since(first_revision int) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  own_columns CONSTANT text[] := ARRAY['version', 'note', 'qualification', 'club'];
  athlete_rows text[]; competition_rows text[]; event_rows text[]; race_rows text[]; series_rows text[]; source_rows text[];
  has_citations boolean; has_names boolean;
  of_athletes text[]; of_names text[]; of_affiliations text[]; of_results text[]; of_places text[]; of_record_claims text[];
  of_races text[]; of_events text[]; of_competitions text[]; of_series text[]; of_sources text[]; of_lists text[];
  of_countries text[];
  heads text[]; of_changes text[];
  -- Results of which something was changed that others show: the mark, a place, a record, the day, whose it is.
  of_marks text[]; of_careers text[]; mark_events text[]; mark_races text[];
  -- Athletes of whom something was changed that is no result.
  of_persons text[];
  -- What this transaction has made itself: no page that is kept shows it.
  of_new text[];
BEGIN
  WITH states AS MATERIALIZED (
    -- Where a version was only counted on, a part was written, and nobody else shows that.
    SELECT r.entity, r."entityId" AS id, s.state, r.before IS NOT NULL AS is_known, r."changeSetId" AS change,
      r.before IS NULL OR r.before - 'version' <> r.after - 'version' AS is_changed,
      r.entity IN ('places', 'record_claims', 'team_members')
        OR r.entity = 'results' AND (r.before IS NULL OR r.before - own_columns <> r.after - own_columns) AS is_of_marks
    FROM revisions r, LATERAL (VALUES (r.before), (r.after)) s(state)
    WHERE r.id >= first_revision AND s.state IS NOT NULL
  )
  SELECT
    array_agg(DISTINCT state ->> 'id') FILTER (WHERE entity = 'athletes' AND is_changed),
    array_agg(DISTINCT state ->> 'id') FILTER (WHERE entity = 'competitions' AND is_changed),
    array_agg(DISTINCT state ->> 'id') FILTER (WHERE entity = 'events'),
    array_agg(DISTINCT state ->> 'id') FILTER (WHERE entity = 'races'),
    array_agg(DISTINCT state ->> 'id') FILTER (WHERE entity = 'series'),
    array_agg(DISTINCT state ->> 'id') FILTER (WHERE entity = 'sources'),
    coalesce(bool_or(entity = 'citations'), false),
    coalesce(bool_or(is_known AND is_changed AND entity NOT IN ('results', 'places', 'record_claims', 'team_members', 'citations', 'claims')), false),
    array_agg(DISTINCT 'change/' || change),
    array_agg(DISTINCT CASE entity WHEN 'athletes' THEN state ->> 'id' ELSE state ->> 'athleteId' END)
      FILTER (WHERE entity = 'athletes' OR entity NOT IN ('results', 'team_members') AND state ->> 'athleteId' IS NOT NULL),
    array_agg(DISTINCT state ->> 'athleteId') FILTER (WHERE entity IN ('results', 'team_members') AND state ->> 'athleteId' IS NOT NULL),
    array_agg(DISTINCT state ->> 'nameVariantId') FILTER (WHERE state ->> 'nameVariantId' IS NOT NULL),
    array_agg(DISTINCT state ->> 'affiliationId') FILTER (WHERE state ->> 'affiliationId' IS NOT NULL),
    array_agg(DISTINCT CASE entity WHEN 'results' THEN state ->> 'id' ELSE state ->> 'resultId' END)
      FILTER (WHERE entity = 'results' OR state ->> 'resultId' IS NOT NULL),
    array_agg(DISTINCT CASE entity WHEN 'results' THEN state ->> 'id' ELSE state ->> 'resultId' END) FILTER (WHERE is_of_marks),
    array_agg(DISTINCT state ->> 'athleteId') FILTER (WHERE is_of_marks AND state ->> 'athleteId' IS NOT NULL),
    array_agg(DISTINCT state ->> 'placeId') FILTER (WHERE state ->> 'placeId' IS NOT NULL),
    array_agg(DISTINCT state ->> 'recordClaimId') FILTER (WHERE state ->> 'recordClaimId' IS NOT NULL),
    array_agg(DISTINCT state ->> 'raceId') FILTER (WHERE entity = 'results' AND is_of_marks),
    array_agg(DISTINCT state ->> 'eventId') FILTER (WHERE entity = 'races'),
    array_agg(DISTINCT CASE entity WHEN 'competitions' THEN state ->> 'id' ELSE state ->> 'competitionId' END)
      FILTER (WHERE entity = 'competitions' OR state ->> 'competitionId' IS NOT NULL),
    array_agg(DISTINCT state ->> 'seriesId') FILTER (WHERE state ->> 'seriesId' IS NOT NULL),
    array_agg(DISTINCT state ->> 'sourceId') FILTER (WHERE state ->> 'sourceId' IS NOT NULL),
    array_agg(DISTINCT 'list/' || (state ->> 'disciplineSlug') || '/' || (state ->> 'sex')) FILTER (WHERE entity = 'events'),
    array_agg(DISTINCT coalesce(state ->> 'countryCode', state ->> 'scope'))
      FILTER (WHERE entity IN ('athletes', 'representations') OR is_of_marks),
    array_agg(DISTINCT entity || '/' || id) FILTER (WHERE NOT is_known)
  INTO athlete_rows, competition_rows, event_rows, race_rows, series_rows, source_rows, has_citations, has_names, of_changes,
    of_persons, of_athletes, of_names, of_affiliations, of_results, of_marks, of_careers, of_places, of_record_claims,
    of_races, of_events, of_competitions, of_series, of_sources, of_lists, of_countries, of_new
  FROM states;

  of_persons := of_persons
    || ARRAY(SELECT "athleteId" FROM name_variants WHERE id = ANY (of_names))
    || ARRAY(SELECT "athleteId" FROM affiliations WHERE id = ANY (of_affiliations));
  of_results := of_results
    || ARRAY(SELECT "resultId" FROM places WHERE id = ANY (of_places))
    || ARRAY(SELECT "resultId" FROM record_claims WHERE id = ANY (of_record_claims));
  of_athletes := of_athletes || of_persons
    || ARRAY(SELECT DISTINCT "athleteId" FROM results WHERE id = ANY (of_results) AND "athleteId" IS NOT NULL)
    || ARRAY(SELECT DISTINCT "athleteId" FROM team_members WHERE "resultId" = ANY (of_results));
  of_careers := of_careers
    || ARRAY(SELECT DISTINCT "athleteId" FROM results WHERE id = ANY (of_marks) AND "athleteId" IS NOT NULL)
    || ARRAY(SELECT DISTINCT "athleteId" FROM team_members WHERE "resultId" = ANY (of_marks));
  mark_races := of_races || race_rows || ARRAY(SELECT DISTINCT "raceId" FROM results WHERE id = ANY (of_marks));
  of_races := of_races || ARRAY(SELECT DISTINCT "raceId" FROM results WHERE id = ANY (of_results));

  -- What others show of a competition: its own row, its events and its races.
  event_rows := event_rows || of_events || ARRAY(SELECT "eventId" FROM races WHERE id = ANY (race_rows));
  heads := of_competitions || ARRAY(SELECT "competitionId" FROM events WHERE id = ANY (event_rows));
  of_events := ARRAY(SELECT DISTINCT "eventId" FROM races WHERE id = ANY (of_races));
  mark_events := ARRAY(SELECT DISTINCT "eventId" FROM races WHERE id = ANY (mark_races));
  of_competitions := heads || ARRAY(SELECT DISTINCT "competitionId" FROM events WHERE id = ANY (of_events));

  -- A list has the marks, and each with its athlete and its competition.
  of_lists := of_lists
    || ARRAY(SELECT DISTINCT 'list/' || "disciplineSlug" || '/' || sex FROM events WHERE id = ANY (mark_events || event_rows))
    || ARRAY(SELECT DISTINCT 'list/' || "disciplineSlug" || '/' || sex FROM events WHERE "competitionId" = ANY (competition_rows))
    || ARRAY(SELECT DISTINCT 'list/' || "disciplineSlug" || '/' || sex FROM events WHERE id = ANY (ARRAY(
      SELECT ra."eventId" FROM results r JOIN races ra ON ra.id = r."raceId" WHERE r."athleteId" = ANY (athlete_rows))));
  of_countries := of_countries
    || ARRAY(SELECT DISTINCT "countryCode" FROM athletes WHERE id = ANY (of_careers))
    || ARRAY(SELECT DISTINCT "countryCode" FROM results WHERE id = ANY (of_marks))
    || ARRAY(SELECT DISTINCT "countryCode" FROM results WHERE "athleteId" = ANY (athlete_rows))
    || ARRAY(
      SELECT DISTINCT coalesce(r."countryCode", a."countryCode")
      FROM events e JOIN races ra ON ra."eventId" = e.id JOIN results r ON r."raceId" = ra.id
      LEFT JOIN athletes a ON a.id = r."athleteId"
      WHERE e."competitionId" = ANY (heads));

  RETURN ARRAY(
    SELECT DISTINCT subject FROM (
      SELECT 'athlete/' || id AS subject FROM unnest(of_athletes) id
      UNION ALL SELECT 'athlete-name/' || id FROM unnest(athlete_rows) id
      UNION ALL SELECT 'person/' || id FROM unnest(of_persons) id
      UNION ALL SELECT 'career/' || id FROM unnest(of_careers) id
      UNION ALL SELECT 'result/' || id FROM unnest(of_results) id
      UNION ALL SELECT 'race/' || id FROM unnest(mark_races) id
      UNION ALL SELECT 'competition/' || id FROM unnest(of_competitions) id
      UNION ALL SELECT 'competition-head/' || id FROM unnest(heads) id
      UNION ALL SELECT 'series/' || id FROM unnest(series_rows || of_series) id
      UNION ALL SELECT 'series/' || "seriesId" FROM competitions WHERE id = ANY (heads)
      UNION ALL SELECT 'series-results/' || "seriesId" FROM competitions
        WHERE id = ANY (heads || ARRAY(SELECT "competitionId" FROM events WHERE id = ANY (mark_events)))
      UNION ALL SELECT 'source/' || id FROM unnest(source_rows || of_sources) id
      UNION ALL SELECT 'source-head/' || id FROM unnest(source_rows) id
      UNION ALL SELECT unnest(of_lists)
      UNION ALL SELECT unnest(of_changes)
      UNION ALL SELECT 'country/' || code FROM unnest(of_countries) code
      UNION ALL SELECT 'country/' || code || '/' || split_part(list, '/', 2) FROM unnest(of_countries) code, unnest(of_lists) list
      UNION ALL SELECT 'athletes' WHERE athlete_rows IS NOT NULL
      UNION ALL SELECT 'all-series' WHERE num_nonnulls(series_rows, competition_rows) > 0
      UNION ALL SELECT 'sources' WHERE has_citations OR source_rows IS NOT NULL
      UNION ALL SELECT 'lists' WHERE cardinality(of_lists) > 0
      UNION ALL SELECT 'names' WHERE has_names
      UNION ALL SELECT 'changes'
    ) touched WHERE subject IS NOT NULL
    EXCEPT
    SELECT subject || substr(made, length(entity) + 1)
    FROM unnest(of_new) made, LATERAL split_part(made, '/', 1) entity
    JOIN (VALUES ('athletes', 'athlete'), ('athletes', 'athlete-name'), ('athletes', 'person'), ('athletes', 'career'),
      ('results', 'result'), ('races', 'race'), ('competitions', 'competition'), ('competitions', 'competition-head'),
      ('series', 'series'), ('series', 'series-results'), ('sources', 'source'), ('sources', 'source-head')
    ) named (table_name, subject) ON table_name = entity);
END $$;
