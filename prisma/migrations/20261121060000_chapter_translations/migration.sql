-- A chapter of a biography says which chapter it is a translation of, and the names of an athlete have an order.
-- Reason: readers come in several languages, and a page that repeats each chapter in all of them is read by nobody; and
-- which of many names comes first is for editors to say, not for the alphabet.

ALTER TABLE "biography_chapters" ADD COLUMN "translationOfId" TEXT;
ALTER TABLE "name_variants" ADD COLUMN "position" INTEGER;

CREATE INDEX "biography_chapters_translationOfId_idx" ON "biography_chapters"("translationOfId");

ALTER TABLE "biography_chapters" ADD CONSTRAINT "biography_chapters_translationOfId_fkey" FOREIGN KEY ("translationOfId") REFERENCES "biography_chapters"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE name_variants ADD CONSTRAINT name_variants_position CHECK (position BETWEEN 1 AND 999);

ALTER TABLE biography_chapters ADD CONSTRAINT biography_chapters_own_original CHECK ("translationOfId" <> id);
CREATE UNIQUE INDEX biography_chapters_one_a_language ON biography_chapters ("translationOfId", language)
  WHERE NOT withdrawn AND "translationOfId" IS NOT NULL;

-- A translation is of a chapter that is in the record, of the same athlete, in another language, and no translation
-- itself. It is looked at when a change is complete: a merger moves a chapter and its translations one after the other.
CREATE FUNCTION check_translations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM biography_chapters t JOIN biography_chapters o ON o.id = t."translationOfId"
    WHERE (t.id = NEW.id OR t."translationOfId" = NEW.id) AND NOT t.withdrawn
      AND (o.withdrawn OR o."translationOfId" IS NOT NULL OR o."athleteId" <> t."athleteId" OR o.language = t.language)
  ) THEN
    RAISE EXCEPTION 'chapter % violates constraint "biography_chapters_translation"', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'biography_chapters_translation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_translations AFTER INSERT OR UPDATE ON biography_chapters
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_translations();
