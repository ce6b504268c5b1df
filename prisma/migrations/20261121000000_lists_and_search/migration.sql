-- Lists and search: imports on their way in, performances as lists sort them, names as they are looked for, and the
-- history written a statement at a time.
-- Reason: a list brings a hundred thousand rows. The history must not cost a call a row, and no list, search or match
-- may have to look at all of them.
-- The first part is what Prisma's schema says; the second is what it cannot say.

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('UPLOADED', 'READING', 'READY', 'ACCEPTING', 'DONE', 'UNDOING', 'UNDONE', 'CANCELLED', 'FAILED');

-- CreateEnum
CREATE TYPE "ImportQuestion" AS ENUM ('ATHLETE', 'COMPETITION', 'MARK', 'AGAIN');

-- CreateEnum
CREATE TYPE "ImportRowKind" AS ENUM ('NEW', 'SAME', 'CHANGES', 'CONTRADICTS', 'UNDECIDED', 'REFUSED');

-- CreateEnum
CREATE TYPE "MatchState" AS ENUM ('KNOWN', 'NEW', 'ASK', 'LEFT_OUT');

-- CreateEnum
CREATE TYPE "SearchKind" AS ENUM ('ATHLETE', 'COMPETITION', 'SERIES', 'SOURCE');

-- AlterTable
ALTER TABLE "athletes" ADD COLUMN     "mergedIntoId" TEXT;

-- AlterTable
ALTER TABLE "disciplines" ADD COLUMN     "distance" INTEGER,
ADD COLUMN     "windSensitive" BOOLEAN NOT NULL DEFAULT false;

-- DropIndex
DROP INDEX "finding_decisions_fingerprint_key";

-- DropIndex
DROP INDEX "revisions_changeSetId_idx";

-- CreateIndex
CREATE INDEX "revisions_changeSetId_id_idx" ON "revisions"("changeSetId", "id");

-- AlterTable
ALTER TABLE "finding_decisions" ADD COLUMN     "broughtBackAt" TIMESTAMPTZ(3),
ADD COLUMN     "broughtBackBy" TEXT;

-- CreateIndex
CREATE INDEX "finding_decisions_fingerprint_idx" ON "finding_decisions"("fingerprint");

-- CreateTable
CREATE TABLE "imports" (
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authorId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'UPLOADED',
    "fileName" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "setup" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "sourceId" TEXT,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "changeSetId" INTEGER,
    "seen" INTEGER,
    "kept" JSONB,
    "formerId" TEXT,
    "undoId" INTEGER,
    "beat" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "importId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "raw" TEXT NOT NULL,
    "listing" JSONB,
    "personId" TEXT,
    "meetingId" TEXT,
    "kind" "ImportRowKind" NOT NULL,
    "question" "ImportQuestion",
    "reason" TEXT,
    "resultId" TEXT,
    "digest" TEXT,
    "changes" JSONB,
    "leftOut" BOOLEAN NOT NULL DEFAULT false,
    "written" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("importId","line")
);

-- CreateTable
CREATE TABLE "import_people" (
    "importId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "birthDate" TEXT,
    "countryCode" TEXT,
    "sex" "Sex" NOT NULL,
    "rows" INTEGER NOT NULL,
    "state" "MatchState" NOT NULL,
    "athleteId" TEXT,
    "candidates" JSONB NOT NULL DEFAULT '[]',
    "reason" TEXT,
    "decided" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_people_pkey" PRIMARY KEY ("importId","id")
);

-- CreateTable
CREATE TABLE "import_meetings" (
    "importId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT,
    "city" TEXT,
    "venue" TEXT,
    "countryCode" TEXT,
    "startDate" TEXT NOT NULL,
    "endDate" TEXT NOT NULL,
    "category" "Category" NOT NULL,
    "rows" INTEGER NOT NULL,
    "state" "MatchState" NOT NULL,
    "competitionId" TEXT,
    "seriesId" TEXT,
    "candidates" JSONB NOT NULL DEFAULT '[]',
    "reason" TEXT,
    "decided" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_meetings_pkey" PRIMARY KEY ("importId","id")
);

-- CreateTable
CREATE TABLE "taught_names" (
    "folded" TEXT NOT NULL,
    "countryCode" TEXT NOT NULL,
    "disciplineSlug" TEXT NOT NULL,
    "seriesId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "taught_names_pkey" PRIMARY KEY ("folded","countryCode","disciplineSlug")
);

-- CreateTable
CREATE TABLE "remembered_columns" (
    "publication" TEXT NOT NULL,
    "header" TEXT NOT NULL,
    "columns" JSONB NOT NULL,

    CONSTRAINT "remembered_columns_pkey" PRIMARY KEY ("publication","header")
);

-- CreateTable
CREATE TABLE "performances" (
    "resultId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "competitionId" TEXT NOT NULL,
    "disciplineSlug" TEXT NOT NULL,
    "sex" "Sex" NOT NULL,
    "countryCode" TEXT,
    "date" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    "eligible" BOOLEAN NOT NULL,

    CONSTRAINT "performances_pkey" PRIMARY KEY ("resultId")
);

-- CreateTable
CREATE TABLE "search_entries" (
    "kind" "SearchKind" NOT NULL,
    "entityId" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "search_entries_pkey" PRIMARY KEY ("kind","entityId","folded")
);

-- CreateIndex
CREATE INDEX "imports_createdAt_idx" ON "imports"("createdAt");

-- CreateIndex
CREATE INDEX "import_rows_importId_kind_line_idx" ON "import_rows"("importId", "kind", "line");

-- CreateIndex
CREATE INDEX "import_rows_importId_personId_idx" ON "import_rows"("importId", "personId");

-- CreateIndex
CREATE INDEX "import_rows_importId_meetingId_idx" ON "import_rows"("importId", "meetingId");

-- CreateIndex
CREATE INDEX "import_rows_resultId_idx" ON "import_rows"("resultId");

-- CreateIndex
CREATE INDEX "import_rows_digest_idx" ON "import_rows"("digest");

-- CreateIndex
CREATE INDEX "import_people_importId_state_idx" ON "import_people"("importId", "state");

-- CreateIndex
CREATE INDEX "import_meetings_importId_state_idx" ON "import_meetings"("importId", "state");

-- CreateIndex
CREATE INDEX "import_meetings_competitionId_idx" ON "import_meetings"("competitionId");

-- CreateIndex
CREATE INDEX "performances_disciplineSlug_sex_eligible_rank_resultId_idx" ON "performances"("disciplineSlug", "sex", "eligible", "rank", "resultId");

-- CreateIndex
CREATE INDEX "performances_disciplineSlug_sex_countryCode_eligible_rank_r_idx" ON "performances"("disciplineSlug", "sex", "countryCode", "eligible", "rank", "resultId");

-- CreateIndex
CREATE INDEX "performances_disciplineSlug_sex_year_eligible_rank_resultId_idx" ON "performances"("disciplineSlug", "sex", "year", "eligible", "rank", "resultId");

-- CreateIndex
CREATE INDEX "performances_athleteId_disciplineSlug_eligible_rank_resultI_idx" ON "performances"("athleteId", "disciplineSlug", "eligible", "rank", "resultId");

-- CreateIndex
CREATE INDEX "performances_competitionId_idx" ON "performances"("competitionId");

-- CreateIndex
CREATE INDEX "athletes_mergedIntoId_idx" ON "athletes"("mergedIntoId");

-- CreateIndex
CREATE INDEX "page_views_day_idx" ON "page_views"("day");

-- CreateIndex
CREATE INDEX "search_entries_key_kind_idx" ON "search_entries"("key", "kind");

-- CreateIndex
CREATE INDEX "athletes_birthDate_countryCode_idx" ON "athletes"("birthDate", "countryCode");

-- CreateIndex
CREATE INDEX "competitions_city_countryCode_idx" ON "competitions"("city", "countryCode");

-- AddForeignKey
ALTER TABLE "athletes" ADD CONSTRAINT "athletes_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "athletes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_changeSetId_fkey" FOREIGN KEY ("changeSetId") REFERENCES "change_sets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_formerId_fkey" FOREIGN KEY ("formerId") REFERENCES "imports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_importId_fkey" FOREIGN KEY ("importId") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_people" ADD CONSTRAINT "import_people_importId_fkey" FOREIGN KEY ("importId") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_meetings" ADD CONSTRAINT "import_meetings_importId_fkey" FOREIGN KEY ("importId") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "taught_names" ADD CONSTRAINT "taught_names_disciplineSlug_fkey" FOREIGN KEY ("disciplineSlug") REFERENCES "disciplines"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "taught_names" ADD CONSTRAINT "taught_names_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performances" ADD CONSTRAINT "performances_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "results"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performances" ADD CONSTRAINT "performances_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "athletes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performances" ADD CONSTRAINT "performances_competitionId_fkey" FOREIGN KEY ("competitionId") REFERENCES "competitions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performances" ADD CONSTRAINT "performances_disciplineSlug_fkey" FOREIGN KEY ("disciplineSlug") REFERENCES "disciplines"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What must always hold
-- ---------------------------------------------------------------------------------------------------------------------

ALTER TABLE athletes ADD CONSTRAINT athletes_merged CHECK ("mergedIntoId" IS NULL OR (withdrawn AND "mergedIntoId" <> id));

-- A decision is kept with who made it and who took it back; only one about the same evidence holds at a time.
CREATE UNIQUE INDEX finding_decisions_one_holds ON finding_decisions (fingerprint) WHERE "broughtBackAt" IS NULL;
ALTER TABLE finding_decisions ADD CONSTRAINT finding_decisions_brought_back CHECK (num_nonnulls("broughtBackAt", "broughtBackBy") <> 1);

-- Few citations are about a name, an affiliation or a record, and those must not be looked for among all.
CREATE INDEX citations_of_names ON citations ("nameVariantId") WHERE "nameVariantId" IS NOT NULL;
CREATE INDEX citations_of_affiliations ON citations ("affiliationId") WHERE "affiliationId" IS NOT NULL;
CREATE INDEX citations_of_records ON citations ("recordClaimId") WHERE "recordClaimId" IS NOT NULL;

ALTER TABLE import_people ADD CONSTRAINT import_people_known CHECK ((state = 'KNOWN') <= ("athleteId" IS NOT NULL));
ALTER TABLE import_meetings ADD CONSTRAINT import_meetings_known CHECK ((state = 'KNOWN') <= ("competitionId" IS NOT NULL));

-- ---------------------------------------------------------------------------------------------------------------------
-- The history, a statement at a time: an import writes thousands of rows with one statement
-- ---------------------------------------------------------------------------------------------------------------------

-- The same revisions as before; INSERT and UPDATE have each their trigger, because only so can they name their rows.
CREATE FUNCTION record_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO revisions ("changeSetId", entity, "entityId", version, before, after, "athleteId", "resultId", "competitionId")
    SELECT current_change_set(), TG_TABLE_NAME, r.after ->> 'id', (r.after ->> 'version')::int, NULL, r.after, f."athleteId", f."resultId", f."competitionId"
    FROM (SELECT to_jsonb(n) AS after FROM new_rows n) r, filed_under(TG_TABLE_NAME::text COLLATE "default", r.after) f;
  ELSE
    INSERT INTO revisions ("changeSetId", entity, "entityId", version, before, after, "athleteId", "resultId", "competitionId")
    SELECT current_change_set(), TG_TABLE_NAME, r.after ->> 'id', (r.after ->> 'version')::int, r.before, r.after, f."athleteId", f."resultId", f."competitionId"
    FROM (SELECT to_jsonb(o) AS before, to_jsonb(n) AS after FROM new_rows n JOIN old_rows o ON o.id = n.id) r, filed_under(TG_TABLE_NAME::text COLLATE "default", r.after) f;
  END IF;
  RETURN NULL;
END $$;

-- Whom a row is about. A citation on a place is about the place's result, one on a name about the name's athlete, and
-- so on up.
-- (The name of a table has the collation "C", which would go over to the look-ups below and keep them from their indexes.)
CREATE FUNCTION filed_under(entity text, content jsonb, OUT "athleteId" text, OUT "resultId" text, OUT "competitionId" text)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  "resultId" := CASE entity WHEN 'results' THEN content ->> 'id' ELSE content ->> 'resultId' END;
  "athleteId" := CASE entity WHEN 'athletes' THEN content ->> 'id' ELSE content ->> 'athleteId' END;
  "competitionId" := CASE entity WHEN 'competitions' THEN content ->> 'id' ELSE content ->> 'competitionId' END;
  IF content ->> 'placeId' IS NOT NULL THEN
    SELECT p."resultId" INTO "resultId" FROM places p WHERE p.id = content ->> 'placeId';
  ELSIF content ->> 'recordClaimId' IS NOT NULL THEN
    SELECT r."resultId" INTO "resultId" FROM record_claims r WHERE r.id = content ->> 'recordClaimId';
  ELSIF content ->> 'nameVariantId' IS NOT NULL THEN
    SELECT v."athleteId" INTO "athleteId" FROM name_variants v WHERE v.id = content ->> 'nameVariantId';
  ELSIF content ->> 'affiliationId' IS NOT NULL THEN
    SELECT f."athleteId" INTO "athleteId" FROM affiliations f WHERE f.id = content ->> 'affiliationId';
  END IF;
  IF "athleteId" IS NULL AND "resultId" IS NOT NULL THEN
    SELECT r."athleteId" INTO "athleteId" FROM results r WHERE r.id = "resultId";
  END IF;
END $$;

DO $$
DECLARE
  versioned text;
BEGIN
  FOREACH versioned IN ARRAY ARRAY[
    'athletes', 'name_variants', 'affiliations', 'representations', 'biography_chapters', 'series', 'competitions',
    'events', 'races', 'results', 'team_members', 'places', 'record_claims', 'sources', 'citations', 'claims'
  ] LOOP
    EXECUTE format('DROP TRIGGER record_revision ON %I', versioned);
    EXECUTE format('CREATE TRIGGER record_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_revisions()', versioned);
    EXECUTE format('CREATE TRIGGER record_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_revisions()', versioned);
  END LOOP;
END $$;
DROP FUNCTION record_revision();

-- ---------------------------------------------------------------------------------------------------------------------
-- Names, folded
-- ---------------------------------------------------------------------------------------------------------------------

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A name in plain lower-case letters, a space before each word: " ser od" is not what comes of "Ser-Od", but " serod",
-- since one list hyphenates what the next does not. Cyrillic and Greek are written in Latin letters; half-width letters
-- are widened. What cannot be (kana, kanji …) is written in codes of plain letters, hiragana as katakana: the index on
-- trigrams knows no other letters where the database's locale is "C". Null where nothing is left.
CREATE FUNCTION fold_name(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  folded text := normalize(name, NFKC);
BEGIN
  IF folded ~ '[Ѐ-ӿ]' THEN
    folded := translate(folded,
      'АБВГДЕЁЖЗИЙКЛМНОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯІЇЄҐ',
      'абвгдеёжзийклмноөпрстуүфхцчшщъыьэюяіїєґ');
    folded := replace(replace(replace(replace(replace(replace(replace(replace(replace(folded,
      'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya'), 'є', 'ye');
    folded := translate(folded, 'абвгдеёзийклмноөпрстуүфыэіїґъь', 'abvgdeeziyklmnooprstuufyeiig');
  END IF;
  folded := lower(unaccent('unaccent'::regdictionary, folded));
  folded := translate(folded, 'əƏ-‐‑‒–—''’‘ʼ`´', 'ee');
  IF folded ~ '[Ͱ-Ͽ]' THEN
    folded := translate(folded, 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩς', 'αβγδεζηθικλμνξοπρστυφχψωσ');
    folded := replace(replace(replace(replace(folded, 'θ', 'th'), 'χ', 'ch'), 'ψ', 'ps'), 'ου', 'ou');
    folded := translate(folded, 'αβγδεζηικλμνξοπρστυφω', 'avgdeziiklmnxoprstyfo');
  END IF;
  folded := btrim(regexp_replace(folded, '[\s!-/:-@\[-`{-~·・‧、。，「」『』（）“”„«»]+', ' ', 'g'));
  -- Four letters for each that is left, the first of them a digit, so that one code is never read across two.
  IF folded ~ '[^ -~]' THEN
    folded := (
      SELECT string_agg(CASE WHEN code < 128 THEN letter ELSE
        (code / 17576 % 10) || chr(97 + code % 26) || chr(97 + code / 26 % 26) || chr(97 + code / 676 % 26) END, '' ORDER BY at)
      FROM (
        SELECT letter, at, ascii(letter) + CASE WHEN ascii(letter) BETWEEN 12353 AND 12438 THEN 96 ELSE 0 END AS code
        FROM string_to_table(folded, NULL) WITH ORDINALITY AS letters(letter, at)
      ) coded);
  END IF;
  RETURN CASE WHEN folded <> '' THEN ' ' || folded END;
END $$;

-- The words of a folded name in alphabetical order: "Bat-Ochir Ser-Od" and "Ser-Od BAT-OCHIR" have one key.
CREATE FUNCTION name_key(folded text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(word, ' ' ORDER BY word COLLATE "C") FROM unnest(string_to_array(btrim(folded), ' ')) word
$$;

CREATE FUNCTION refresh_athlete_search(ids text[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM search_entries WHERE kind = 'ATHLETE' AND "entityId" = ANY (ids);
  INSERT INTO search_entries (kind, "entityId", folded, key)
  SELECT DISTINCT 'ATHLETE'::"SearchKind", id, folded, name_key(folded)
  FROM (
    SELECT a.id, fold_name(n.text) AS folded
    FROM athletes a, unnest(ARRAY[a."displayName", a."nativeName", a.nickname]) n(text)
    WHERE a.id = ANY (ids) AND NOT a.withdrawn
    UNION
    SELECT a.id, fold_name(v.text)
    FROM athletes a JOIN name_variants v ON v."athleteId" = a.id
    WHERE a.id = ANY (ids) AND NOT a.withdrawn AND NOT v.withdrawn
  ) named
  WHERE folded IS NOT NULL;
$$;

CREATE FUNCTION keep_athlete_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'athletes' THEN
    PERFORM refresh_athlete_search(ARRAY(SELECT id FROM new_rows));
  ELSE
    PERFORM refresh_athlete_search(ARRAY(SELECT DISTINCT n."athleteId" FROM name_variants n WHERE n.id IN (SELECT id FROM new_rows)));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER keep_search_insert AFTER INSERT ON athletes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_athlete_search();
CREATE TRIGGER keep_search_update AFTER UPDATE ON athletes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_athlete_search();
CREATE TRIGGER keep_search_insert AFTER INSERT ON name_variants REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_athlete_search();
-- A name that moves to another athlete leaves the one before it, too.
CREATE FUNCTION keep_moved_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_athlete_search(ARRAY(SELECT "athleteId" FROM new_rows UNION SELECT "athleteId" FROM old_rows));
  RETURN NULL;
END $$;
CREATE TRIGGER keep_search_update AFTER UPDATE ON name_variants REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_moved_names();

CREATE FUNCTION refresh_search(of_kind "SearchKind", ids text[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM search_entries WHERE kind = of_kind AND "entityId" = ANY (ids);
  INSERT INTO search_entries (kind, "entityId", folded, key)
  SELECT DISTINCT of_kind, id, folded, name_key(folded)
  FROM (
    SELECT id, fold_name(concat_ws(' ', name, CASE WHEN strpos(name, year::text) = 0 THEN year::text END)) AS folded
    FROM competitions WHERE of_kind = 'COMPETITION' AND id = ANY (ids) AND NOT withdrawn
    UNION
    SELECT id, fold_name("officialName") FROM competitions WHERE of_kind = 'COMPETITION' AND id = ANY (ids) AND NOT withdrawn
    UNION
    SELECT id, fold_name(concat_ws(' ', city, year::text)) FROM competitions
    WHERE of_kind = 'COMPETITION' AND id = ANY (ids) AND NOT withdrawn AND city IS NOT NULL
    UNION
    SELECT id, fold_name(name) FROM series WHERE of_kind = 'SERIES' AND id = ANY (ids) AND NOT withdrawn
    UNION
    SELECT id, fold_name(concat_ws(' ', publication, title)) FROM sources WHERE of_kind = 'SOURCE' AND id = ANY (ids) AND NOT withdrawn
    UNION
    SELECT id, fold_name(author) FROM sources WHERE of_kind = 'SOURCE' AND id = ANY (ids) AND NOT withdrawn
  ) named
  WHERE folded IS NOT NULL;
$$;

CREATE FUNCTION keep_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_search(TG_ARGV[0]::"SearchKind", ARRAY(SELECT id FROM new_rows));
  RETURN NULL;
END $$;

DO $$
DECLARE
  named text[];
BEGIN
  FOREACH named SLICE 1 IN ARRAY ARRAY[['competitions', 'COMPETITION'], ['series', 'SERIES'], ['sources', 'SOURCE']] LOOP
    EXECUTE format('CREATE TRIGGER keep_search_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_search(%L)', named[1], named[2]);
    EXECUTE format('CREATE TRIGGER keep_search_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_search(%L)', named[1], named[2]);
  END LOOP;
END $$;

-- Athletes apart from the rest, so that neither crowds the other out. What waits to be filed in such an index is read by
-- every search, and the embedded database has nobody who files it meanwhile: so little waits.
CREATE INDEX search_entries_athletes ON search_entries USING gin (folded gin_trgm_ops) WITH (gin_pending_list_limit = 64) WHERE kind = 'ATHLETE';
CREATE INDEX search_entries_others ON search_entries USING gin (folded gin_trgm_ops) WITH (gin_pending_list_limit = 64) WHERE kind <> 'ATHLETE';

-- What was typed, as words; no name is longer than that, and what is pasted by mistake costs no more than a name. They
-- are plain letters and digits, so that none of them means anything to LIKE.
CREATE FUNCTION words_typed(text text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_agg(left(word, 60) ORDER BY at)
  FROM unnest((string_to_array(btrim(fold_name(left(text, 100))), ' '))[1:6]) WITH ORDINALITY AS typed(word, at)
$$;

-- Entries that go by a name: who has exactly it (tier 0), each word as the beginning of one of theirs (1), and where
-- that is not enough, words within words (2). Of a name that thousands share, so many are looked at.
-- Always by the index: without statistics, which an embedded database seldom has, the planner would rather read the
-- whole table.
CREATE FUNCTION entries_named(words text[], of_athletes boolean, enough int)
RETURNS TABLE (kind "SearchKind", "entityId" text, folded text, key text, tier int)
LANGUAGE plpgsql STABLE STRICT ROWS 100 SET enable_seqscan = off SET enable_indexscan = off AS $$
#variable_conflict use_column
DECLARE
  sorted text := name_key(array_to_string(words, ' '));
  entries text := format('SELECT kind, "entityId", folded, key, %%s FROM search_entries WHERE kind %s ''ATHLETE''',
    CASE WHEN of_athletes THEN '=' ELSE '<>' END);
  found_exactly int;
  found_more int;
BEGIN
  RETURN QUERY EXECUTE format(entries || ' AND key = %L LIMIT 200', 0, sorted);
  GET DIAGNOSTICS found_exactly = ROW_COUNT;
  RETURN QUERY EXECUTE format(entries, 1)
    || (SELECT string_agg(format(' AND folded LIKE %L', '% ' || word || '%'), '') FROM unnest(words) word) || ' LIMIT 800';
  GET DIAGNOSTICS found_more = ROW_COUNT;
  -- The index is on groups of three letters: of fewer, it cannot tell where in a word they are.
  IF found_exactly = 0 AND found_more < enough AND EXISTS (SELECT FROM unnest(words) word WHERE length(word) >= 3) THEN
    RETURN QUERY EXECUTE format(entries, 2)
      || (SELECT string_agg(format(' AND folded LIKE %L', CASE WHEN length(word) < 3 THEN '% ' ELSE '%' END || word || '%'), '') FROM unnest(words) word)
      || ' LIMIT 200';
  END IF;
END $$;

-- Entries that hold something like it, for words typed with slips: some hundreds, to be judged letter by letter. First
-- those where one word alone is not as it was typed; where there are none, those that are like it on the whole.
CREATE FUNCTION entries_similar(words text[], of_athletes boolean)
RETURNS TABLE (kind "SearchKind", "entityId" text, folded text)
LANGUAGE plpgsql STABLE STRICT SET enable_seqscan = off SET enable_indexscan = off SET pg_trgm.word_similarity_threshold = 0.4 AS $$
#variable_conflict use_column
DECLARE
  entries text := format('SELECT kind, "entityId", folded FROM search_entries WHERE kind %s ''ATHLETE''',
    CASE WHEN of_athletes THEN '=' ELSE '<>' END);
  others text;
  found_now int;
  found_any boolean := false;
BEGIN
  FOR i IN 1 .. cardinality(words) LOOP
    CONTINUE WHEN length(words[i]) < 3;
    SELECT coalesce(string_agg(format(' AND folded LIKE %L', '% ' || words[j] || '%'), ''), '') INTO others
    FROM generate_subscripts(words, 1) j WHERE j <> i;
    RETURN QUERY EXECUTE format('SELECT kind, "entityId", folded FROM (' || entries || replace(others, '%', '%%')
      || ' AND %1$L <%% folded LIMIT 1000) s ORDER BY word_similarity(%1$L, folded) DESC, folded LIMIT 200', words[i]);
    GET DIAGNOSTICS found_now = ROW_COUNT;
    found_any := found_any OR found_now > 0;
    -- Two letters swapped leave a short word no group of three letters in common with itself.
    CONTINUE WHEN length(words[i]) > 12;
    FOR at IN 1 .. length(words[i]) - 1 LOOP
      RETURN QUERY EXECUTE entries || others || format(' AND folded LIKE %L LIMIT 50',
        '% ' || overlay(words[i] PLACING reverse(substr(words[i], at, 2)) FROM at FOR 2) || '%');
      GET DIAGNOSTICS found_now = ROW_COUNT;
      found_any := found_any OR found_now > 0;
    END LOOP;
  END LOOP;
  IF NOT found_any AND cardinality(words) > 1 THEN
    RETURN QUERY EXECUTE format('SELECT kind, "entityId", folded FROM (' || entries || ' AND %1$L <%% folded LIMIT 1000) s
      ORDER BY word_similarity(%1$L, folded) DESC, folded LIMIT 200', array_to_string(words, ' '));
  END IF;
END $$;

SELECT refresh_athlete_search(ARRAY(SELECT id FROM athletes));
SELECT refresh_search('COMPETITION', ARRAY(SELECT id FROM competitions));
SELECT refresh_search('SERIES', ARRAY(SELECT id FROM series));
SELECT refresh_search('SOURCE', ARRAY(SELECT id FROM sources));

-- ---------------------------------------------------------------------------------------------------------------------
-- Lists
-- ---------------------------------------------------------------------------------------------------------------------

-- What lib/eligibility.ts says of one athlete's result, for a whole list at once; a test holds the two together.
CREATE FUNCTION is_eligible(d disciplines, category "Category", status "Status", value int, timing "Timing", wind int, flags text[])
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT status IS NULL AND value IS NOT NULL AND category <> 'RELAY'
    AND (d.unit <> 'MILLISECOND' OR d.distance IS NOT NULL)
    -- Up to 400 m hand times have a list of their own.
    AND NOT (d.surface = 'TRACK' AND d.distance <= 400000 AND (timing IS NOT DISTINCT FROM 'HAND' OR 'h' = ANY (flags)))
    AND NOT flags && ARRAY['W', '+', 'dh', 'x', 'e', 'w']
    AND (NOT d."windSensitive" OR 'i' = ANY (flags) OR coalesce(wind <= 2000, false))
$$;

-- What dateHeld of lib/partial-date.ts says of a result without a day of its own.
CREATE FUNCTION date_held(year int, first text, last text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN first IS NULL OR last IS NULL OR first = last THEN coalesce(first, year::text)
    WHEN rtrim(first, '~') = rtrim(last, '~') THEN rtrim(first, '~') || about
    WHEN rtrim(first, '~') LIKE '____-__%' AND left(first, 7) = left(last, 7) THEN left(first, 7) || about
    WHEN left(first, 4) = left(last, 4) THEN left(first, 4) || about
    ELSE year::text
  END
  FROM (SELECT CASE WHEN first || last LIKE '%~%' THEN '~' ELSE '' END AS about) _
$$;

-- Para classes have lists of their own, which these are not.
CREATE FUNCTION refresh_performances(ids text[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM performances WHERE "resultId" = ANY (ids);
  INSERT INTO performances ("resultId", "athleteId", "competitionId", "disciplineSlug", sex, "countryCode", date, year, rank, eligible)
  SELECT r.id, a.id, c.id, d.slug, e.sex, coalesce(r."countryCode", a."countryCode"), dated, left(dated, 4)::int,
    CASE d.unit WHEN 'MILLISECOND' THEN r.value ELSE -r.value END,
    is_eligible(d, c.category, r.status, r.value, r.timing, coalesce(r.wind, ra.wind), r.flags)
  FROM results r
  JOIN athletes a ON a.id = r."athleteId"
  JOIN races ra ON ra.id = r."raceId"
  JOIN events e ON e.id = ra."eventId"
  JOIN competitions c ON c.id = e."competitionId"
  JOIN disciplines d ON d.slug = e."disciplineSlug",
  LATERAL coalesce(r.date, ra.date, date_held(c.year, c."startDate", c."endDate")) dated
  WHERE r.id = ANY (ids) AND NOT r.withdrawn AND NOT a.withdrawn AND NOT c.withdrawn AND r.value IS NOT NULL AND e."paraClass" IS NULL;
$$;

CREATE FUNCTION keep_performances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_performances(CASE TG_TABLE_NAME
    WHEN 'results' THEN ARRAY(SELECT id FROM new_rows)
    WHEN 'races' THEN ARRAY(SELECT r.id FROM results r WHERE r."raceId" IN (SELECT id FROM new_rows))
    WHEN 'events' THEN ARRAY(SELECT r.id FROM results r JOIN races ra ON ra.id = r."raceId" WHERE ra."eventId" IN (SELECT id FROM new_rows))
    WHEN 'competitions' THEN ARRAY(
      SELECT r.id FROM results r JOIN races ra ON ra.id = r."raceId" JOIN events e ON e.id = ra."eventId"
      WHERE e."competitionId" IN (SELECT id FROM new_rows))
    WHEN 'athletes' THEN ARRAY(SELECT r.id FROM results r WHERE r."athleteId" IN (SELECT id FROM new_rows))
  END);
  RETURN NULL;
END $$;

CREATE TRIGGER keep_performances_insert AFTER INSERT ON results REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_performances();
DO $$
DECLARE
  listed text;
BEGIN
  FOREACH listed IN ARRAY ARRAY['results', 'races', 'events', 'competitions', 'athletes'] LOOP
    EXECUTE format('CREATE TRIGGER keep_performances_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_performances()', listed);
  END LOOP;
END $$;

-- The rules of a discipline come from lib/disciplines.ts; where they change, its lists do.
CREATE FUNCTION keep_discipline_lists() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_performances(ARRAY(
    SELECT r.id FROM results r JOIN races ra ON ra.id = r."raceId" JOIN events e ON e.id = ra."eventId"
    WHERE e."disciplineSlug" = NEW.slug));
  RETURN NULL;
END $$;
CREATE TRIGGER keep_performances AFTER UPDATE ON disciplines FOR EACH ROW EXECUTE FUNCTION keep_discipline_lists();
