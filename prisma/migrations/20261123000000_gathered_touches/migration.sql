-- Batches of an import touch their subjects together, every few seconds. Reason: several batches are written a second,
-- and each of them put the lists, the countries and the latest changes out of date.

-- A touch without a number that can be read was gathered: it waits for publish_gathered_touches.
CREATE OR REPLACE FUNCTION number_touch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mine touches;
  given int;
  touched text[];
BEGIN
  SELECT * INTO mine FROM touches WHERE id = NEW.id;
  touched := ARRAY(SELECT DISTINCT unnest(
    mine.subjects || CASE WHEN mine."firstRevision" IS NOT NULL THEN subjects_since(mine."firstRevision") END));
  -- Whoever is told of so many had better forget all pages.
  IF cardinality(touched) > 20000 THEN touched := ARRAY['*']; END IF;
  PERFORM set_config('palmares.touch', '', true);
  IF current_setting('palmares.gather', true) = 'on' THEN
    UPDATE touches SET subjects = touched WHERE id = NEW.id;
    RETURN NULL;
  END IF;
  UPDATE record_clock SET number = number + 1 RETURNING number INTO given;
  UPDATE touches SET number = given, subjects = touched WHERE id = NEW.id;
  -- Whoever has been away for longer begins anew.
  IF given % 100 = 0 THEN
    DELETE FROM touches WHERE number IS NOT NULL AND "createdAt" < now() - interval '1 day';
  END IF;
  PERFORM pg_notify('palmares', given::text);
  RETURN NULL;
END $$;

CREATE INDEX touches_gathered ON touches (id) WHERE number IS NULL;

-- Numbers everything that was gathered as one touch, with this transaction. Its own touch, if it has one, has no number yet.
CREATE FUNCTION publish_gathered_touches() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  gathered text[];
BEGIN
  WITH taken AS (
    DELETE FROM touches
    WHERE number IS NULL AND id IS DISTINCT FROM nullif(current_setting('palmares.touch', true), '')::int
    RETURNING subjects
  )
  SELECT array_agg(DISTINCT subject) INTO gathered FROM taken, unnest(taken.subjects) subject;
  IF gathered IS NOT NULL THEN PERFORM touch(gathered); END IF;
END $$;

-- Whoever works on an import reports about once a second, and its state changes when that ends, however it ends.
CREATE FUNCTION touch_imported() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IS DISTINCT FROM NEW.state
    OR EXISTS (SELECT FROM touches WHERE number IS NULL AND "createdAt" < now() - interval '5 seconds')
  THEN PERFORM publish_gathered_touches(); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER publish AFTER UPDATE ON imports FOR EACH ROW EXECUTE FUNCTION touch_imported();
