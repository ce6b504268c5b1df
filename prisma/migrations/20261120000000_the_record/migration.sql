-- The record: the whole vocabulary, its invariants, and a history that nobody can leave out or rewrite.
-- Reason: everything later is computed from these tables, so what must always hold is said here, in SQL, once.
-- The first part is what Prisma's schema says; the second is what it cannot say.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('M', 'F', 'X');

-- CreateEnum
CREATE TYPE "NameOrder" AS ENUM ('GIVEN_FAMILY', 'FAMILY_GIVEN', 'PATRONYMIC_GIVEN');

-- CreateEnum
CREATE TYPE "AffiliationKind" AS ENUM ('CLUB', 'CORPORATE_TEAM', 'COACH', 'SCHOOL', 'SPONSOR');

-- CreateEnum
CREATE TYPE "Category" AS ENUM ('OLYMPIC_GAMES', 'WORLD_CHAMPIONSHIPS', 'CONTINENTAL_GAMES', 'CONTINENTAL_CHAMPIONSHIPS', 'REGIONAL_GAMES', 'NATIONAL_CHAMPIONSHIPS', 'ROAD_RACE', 'TRACK_MEETING', 'RELAY');

-- CreateEnum
CREATE TYPE "Surface" AS ENUM ('TRACK', 'ROAD', 'FIELD', 'COMBINED', 'CROSS_COUNTRY');

-- CreateEnum
CREATE TYPE "Round" AS ENUM ('FINAL', 'SEMIFINAL', 'QUARTERFINAL', 'HEAT', 'QUALIFICATION');

-- CreateEnum
CREATE TYPE "Unit" AS ENUM ('MILLISECOND', 'MILLIMETRE', 'POINT');

-- CreateEnum
CREATE TYPE "Timing" AS ENUM ('ELECTRONIC', 'HAND', 'GUN', 'NET');

-- CreateEnum
CREATE TYPE "Status" AS ENUM ('DNF', 'DNS', 'DQ', 'NM', 'NH', 'OTL');

-- CreateEnum
CREATE TYPE "RecordState" AS ENUM ('CLAIMED', 'PENDING', 'RATIFIED', 'RESCINDED');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('SEED', 'EDIT', 'RESTORE', 'IMPORT');

-- CreateEnum
CREATE TYPE "Rejection" AS ENUM ('SUPERSEDED', 'MISPRINT', 'OTHER_CLASSIFICATION', 'STALE', 'LESS_PRECISE', 'CONTRADICTED');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('CONTRIBUTOR', 'EDITOR', 'ADMIN');

-- CreateTable
CREATE TABLE "athletes" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "nativeName" TEXT,
    "nameOrder" "NameOrder" NOT NULL DEFAULT 'GIVEN_FAMILY',
    "nickname" TEXT,
    "sex" "Sex" NOT NULL,
    "birthDate" TEXT,
    "deathDate" TEXT,
    "birthPlace" TEXT,
    "countryCode" TEXT,
    "heightCm" INTEGER,
    "weightKg" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "athletes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_variants" (
    "id" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "script" TEXT NOT NULL,
    "language" TEXT,
    "usedBy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "name_variants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliations" (
    "id" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "kind" "AffiliationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT,
    "note" TEXT,
    "startDate" TEXT,
    "endDate" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "affiliations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representations" (
    "id" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "countryCode" TEXT NOT NULL,
    "startDate" TEXT,
    "endDate" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "representations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "biography_chapters" (
    "id" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "biography_chapters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disciplines" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "surface" "Surface" NOT NULL,
    "unit" "Unit" NOT NULL,

    CONSTRAINT "disciplines_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "series" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" "Category" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competitions" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "seriesId" TEXT,
    "name" TEXT NOT NULL,
    "officialName" TEXT,
    "year" INTEGER NOT NULL,
    "startDate" TEXT,
    "endDate" TEXT,
    "city" TEXT,
    "venue" TEXT,
    "countryCode" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "category" "Category" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "competitions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" TEXT NOT NULL,
    "competitionId" TEXT NOT NULL,
    "disciplineSlug" TEXT NOT NULL,
    "sex" "Sex" NOT NULL,
    "ageGroup" TEXT,
    "paraClass" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "races" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "round" "Round" NOT NULL DEFAULT 'FINAL',
    "number" INTEGER,
    "wind" INTEGER,
    "date" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "races_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "results" (
    "id" TEXT NOT NULL,
    "raceId" TEXT NOT NULL,
    "athleteId" TEXT,
    "team" TEXT,
    "mark" TEXT,
    "value" INTEGER,
    "precision" INTEGER,
    "timing" "Timing",
    "status" "Status",
    "wind" INTEGER,
    "date" TEXT,
    "countryCode" TEXT,
    "club" TEXT,
    "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "qualification" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "results_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_members" (
    "id" TEXT NOT NULL,
    "resultId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "leg" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "team_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "places" (
    "id" TEXT NOT NULL,
    "resultId" TEXT NOT NULL,
    "classification" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "tied" BOOLEAN NOT NULL DEFAULT false,
    "placeAsPublished" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "places_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_claims" (
    "id" TEXT NOT NULL,
    "resultId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "scope" TEXT,
    "authority" TEXT,
    "state" "RecordState" NOT NULL DEFAULT 'CLAIMED',
    "equalled" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "record_claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_sets" (
    "id" SERIAL NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "authorId" TEXT,
    "authorName" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "sourceId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" SERIAL NOT NULL,
    "changeSetId" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "athleteId" TEXT,
    "resultId" TEXT,
    "competitionId" TEXT,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "publication" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "translator" TEXT,
    "date" TEXT,
    "language" TEXT,
    "url" TEXT,
    "accessed" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citations" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "locator" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "asserts" TEXT,
    "accepted" BOOLEAN NOT NULL DEFAULT true,
    "rejection" "Rejection",
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "athleteId" TEXT,
    "nameVariantId" TEXT,
    "affiliationId" TEXT,
    "resultId" TEXT,
    "placeId" TEXT,
    "recordClaimId" TEXT,
    "competitionId" TEXT,

    CONSTRAINT "citations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'CONTRIBUTOR',
    "passwordHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "page_views" (
    "path" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "page_views_pkey" PRIMARY KEY ("path","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "athletes_slug_key" ON "athletes"("slug");

-- CreateIndex
CREATE INDEX "athletes_countryCode_idx" ON "athletes"("countryCode");

-- CreateIndex
CREATE INDEX "athletes_sortName_idx" ON "athletes"("sortName");

-- CreateIndex
CREATE INDEX "name_variants_athleteId_idx" ON "name_variants"("athleteId");

-- CreateIndex
CREATE INDEX "affiliations_athleteId_idx" ON "affiliations"("athleteId");

-- CreateIndex
CREATE INDEX "representations_athleteId_idx" ON "representations"("athleteId");

-- CreateIndex
CREATE INDEX "biography_chapters_athleteId_position_idx" ON "biography_chapters"("athleteId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "series_slug_key" ON "series"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "competitions_slug_key" ON "competitions"("slug");

-- CreateIndex
CREATE INDEX "competitions_seriesId_idx" ON "competitions"("seriesId");

-- CreateIndex
CREATE INDEX "competitions_year_idx" ON "competitions"("year");

-- CreateIndex
CREATE INDEX "events_competitionId_idx" ON "events"("competitionId");

-- CreateIndex
CREATE INDEX "events_disciplineSlug_sex_idx" ON "events"("disciplineSlug", "sex");

-- CreateIndex
CREATE INDEX "races_eventId_idx" ON "races"("eventId");

-- CreateIndex
CREATE INDEX "results_athleteId_idx" ON "results"("athleteId");

-- CreateIndex
CREATE INDEX "results_raceId_idx" ON "results"("raceId");

-- CreateIndex
CREATE INDEX "team_members_athleteId_idx" ON "team_members"("athleteId");

-- CreateIndex
CREATE INDEX "team_members_resultId_idx" ON "team_members"("resultId");

-- CreateIndex
CREATE INDEX "places_resultId_idx" ON "places"("resultId");

-- CreateIndex
CREATE INDEX "record_claims_resultId_idx" ON "record_claims"("resultId");

-- CreateIndex
CREATE INDEX "change_sets_createdAt_idx" ON "change_sets"("createdAt");

-- CreateIndex
CREATE INDEX "revisions_changeSetId_idx" ON "revisions"("changeSetId");

-- CreateIndex
CREATE INDEX "revisions_athleteId_id_idx" ON "revisions"("athleteId", "id");

-- CreateIndex
CREATE INDEX "revisions_resultId_id_idx" ON "revisions"("resultId", "id");

-- CreateIndex
CREATE INDEX "revisions_competitionId_id_idx" ON "revisions"("competitionId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_entity_entityId_version_key" ON "revisions"("entity", "entityId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "sources_slug_key" ON "sources"("slug");

-- CreateIndex
CREATE INDEX "citations_sourceId_idx" ON "citations"("sourceId");

-- CreateIndex
CREATE INDEX "citations_athleteId_idx" ON "citations"("athleteId");

-- CreateIndex
CREATE INDEX "citations_resultId_idx" ON "citations"("resultId");

-- CreateIndex
CREATE INDEX "citations_placeId_idx" ON "citations"("placeId");

-- CreateIndex
CREATE INDEX "citations_competitionId_idx" ON "citations"("competitionId");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_userId_idx" ON "sessions"("userId");

-- AddForeignKey
ALTER TABLE "name_variants" ADD CONSTRAINT "name_variants_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "athletes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "athletes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representations" ADD CONSTRAINT "representations_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "athletes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "biography_chapters" ADD CONSTRAINT "biography_chapters_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "athletes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competitions" ADD CONSTRAINT "competitions_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_competitionId_fkey" FOREIGN KEY ("competitionId") REFERENCES "competitions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_disciplineSlug_fkey" FOREIGN KEY ("disciplineSlug") REFERENCES "disciplines"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "races" ADD CONSTRAINT "races_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "results" ADD CONSTRAINT "results_raceId_fkey" FOREIGN KEY ("raceId") REFERENCES "races"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "results" ADD CONSTRAINT "results_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "athletes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "results"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "athletes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "places" ADD CONSTRAINT "places_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "results"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_claims" ADD CONSTRAINT "record_claims_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "results"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_sets" ADD CONSTRAINT "change_sets_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_sets" ADD CONSTRAINT "change_sets_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_changeSetId_fkey" FOREIGN KEY ("changeSetId") REFERENCES "change_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "athletes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_nameVariantId_fkey" FOREIGN KEY ("nameVariantId") REFERENCES "name_variants"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_affiliationId_fkey" FOREIGN KEY ("affiliationId") REFERENCES "affiliations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "results"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "places"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_recordClaimId_fkey" FOREIGN KEY ("recordClaimId") REFERENCES "record_claims"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_competitionId_fkey" FOREIGN KEY ("competitionId") REFERENCES "competitions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------------------
-- What must always hold
-- ---------------------------------------------------------------------------------------------------------------------

-- A date cut to what is known: "2014", "2014-12", "2014-12-07", each perhaps followed by "~" (approximately). The
-- precision is the length, so it cannot fail to fit the date. A day must exist: no 30 February.
CREATE FUNCTION is_partial_date(text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  exact text := rtrim($1, '~');
BEGIN
  IF $1 IS NULL THEN RETURN true; END IF;
  IF exact !~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' OR length($1) > length(exact) + 1 THEN RETURN false; END IF;
  PERFORM make_date(
    substr(exact, 1, 4)::int,
    coalesce(nullif(substr(exact, 6, 2), ''), '1')::int,
    coalesce(nullif(substr(exact, 9, 2), ''), '1')::int
  );
  RETURN true;
EXCEPTION WHEN datetime_field_overflow THEN
  RETURN false;
END $$;

ALTER TABLE athletes
  ADD CONSTRAINT athletes_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT athletes_name CHECK (btrim("displayName") <> '' AND btrim("sortName") <> ''),
  ADD CONSTRAINT athletes_birth_date CHECK (is_partial_date("birthDate")),
  ADD CONSTRAINT athletes_death_date CHECK (is_partial_date("deathDate") AND "deathDate" >= "birthDate"),
  ADD CONSTRAINT athletes_country CHECK ("countryCode" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT athletes_body CHECK ("heightCm" BETWEEN 50 AND 260 AND "weightKg" BETWEEN 20 AND 300);

ALTER TABLE name_variants
  ADD CONSTRAINT name_variants_text CHECK (btrim(text) <> ''),
  ADD CONSTRAINT name_variants_script CHECK (script ~ '^[A-Z][a-z]{3}$');

ALTER TABLE affiliations
  ADD CONSTRAINT affiliations_name CHECK (btrim(name) <> ''),
  ADD CONSTRAINT affiliations_dates CHECK (
    is_partial_date("startDate") AND is_partial_date("endDate") AND left("endDate", 4) >= left("startDate", 4));

ALTER TABLE representations
  ADD CONSTRAINT representations_country CHECK ("countryCode" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT representations_dates CHECK (
    is_partial_date("startDate") AND is_partial_date("endDate") AND left("endDate", 4) >= left("startDate", 4));

ALTER TABLE biography_chapters ADD CONSTRAINT biography_chapters_text CHECK (btrim(title) <> '' AND btrim(body) <> '');

ALTER TABLE series ADD CONSTRAINT series_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND btrim(name) <> '');

ALTER TABLE competitions
  ADD CONSTRAINT competitions_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND btrim(name) <> ''),
  ADD CONSTRAINT competitions_year CHECK (year BETWEEN 1800 AND 2200),
  ADD CONSTRAINT competitions_dates CHECK (
    is_partial_date("startDate") AND is_partial_date("endDate") AND left("endDate", 4) >= left("startDate", 4)),
  ADD CONSTRAINT competitions_country CHECK ("countryCode" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT competitions_position CHECK (
    num_nonnulls(latitude, longitude) <> 1 AND latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);

ALTER TABLE races
  ADD CONSTRAINT races_number CHECK (number >= 1),
  ADD CONSTRAINT races_wind CHECK (wind BETWEEN -20000 AND 20000),
  ADD CONSTRAINT races_date CHECK (is_partial_date(date));

ALTER TABLE results
  ADD CONSTRAINT results_of_someone CHECK (num_nonnulls("athleteId", team) = 1 AND btrim(team) <> ''),
  -- The text and the value stand or fall together, and a value says how finely it was measured.
  ADD CONSTRAINT results_mark_has_value CHECK (num_nonnulls(mark, value, precision) IN (0, 3)),
  ADD CONSTRAINT results_value CHECK (value > 0 AND precision > 0),
  -- Who did not finish, start, jump or throw validly has no mark; a disqualified mark may be kept, struck.
  ADD CONSTRAINT results_no_mark_without_finish CHECK (status IS NULL OR status IN ('DQ', 'OTL') OR mark IS NULL),
  ADD CONSTRAINT results_timing_of_a_mark CHECK (timing IS NULL OR mark IS NOT NULL),
  ADD CONSTRAINT results_wind CHECK (wind BETWEEN -20000 AND 20000),
  ADD CONSTRAINT results_date CHECK (is_partial_date(date)),
  ADD CONSTRAINT results_country CHECK ("countryCode" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT results_flags CHECK (flags <@ ARRAY['h', 'i', 'A', 'w', 'W', '+', 'dh', 'x', 'e']);

ALTER TABLE team_members ADD CONSTRAINT team_members_leg CHECK (leg >= 1);

ALTER TABLE places
  ADD CONSTRAINT places_place CHECK (place >= 1 AND "placeAsPublished" >= 1),
  ADD CONSTRAINT places_classification CHECK (classification ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
CREATE UNIQUE INDEX places_one_a_classification ON places ("resultId", classification) WHERE NOT withdrawn;

ALTER TABLE record_claims ADD CONSTRAINT record_claims_code CHECK (code ~ '^[A-Z0-9]{2,8}$');

ALTER TABLE sources
  ADD CONSTRAINT sources_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT sources_named CHECK (btrim(publication) <> '' AND btrim(title) <> ''),
  ADD CONSTRAINT sources_dates CHECK (is_partial_date(date) AND is_partial_date(accessed));

ALTER TABLE citations
  ADD CONSTRAINT citations_one_target CHECK (
    num_nonnulls("athleteId", "nameVariantId", "affiliationId", "resultId", "placeId", "recordClaimId", "competitionId") = 1),
  ADD CONSTRAINT citations_located CHECK (btrim(locator) <> '' AND btrim(field) <> ''),
  -- What was not accepted says why.
  ADD CONSTRAINT citations_rejection CHECK (accepted = (rejection IS NULL)),
  ADD CONSTRAINT citations_reason CHECK (accepted OR coalesce(btrim(reason), '') <> '');

ALTER TABLE change_sets
  ADD CONSTRAINT change_sets_reason CHECK (btrim(reason) <> '' AND btrim("authorName") <> ''),
  ADD CONSTRAINT change_sets_author CHECK (kind = 'SEED' OR "authorId" IS NOT NULL),
  ADD CONSTRAINT change_sets_source CHECK (kind <> 'EDIT' OR "sourceId" IS NOT NULL);

ALTER TABLE users
  ADD CONSTRAINT users_email CHECK (email = lower(btrim(email)) AND email LIKE '%_@_%'),
  ADD CONSTRAINT users_password CHECK ("passwordHash" LIKE '$argon2id$%');

-- ---------------------------------------------------------------------------------------------------------------------
-- The history is written here, by the database, so that no code can forget it
-- ---------------------------------------------------------------------------------------------------------------------

-- A transaction that changes the record first names its change set:
--   SELECT set_config('palmares.change_set', '42', true)
CREATE FUNCTION current_change_set() RETURNS int LANGUAGE plpgsql STABLE AS $$
DECLARE
  named text := nullif(current_setting('palmares.change_set', true), '');
BEGIN
  IF named IS NULL THEN
    RAISE EXCEPTION 'a change to the record belongs to a change set' USING ERRCODE = 'raise_exception';
  END IF;
  RETURN named::int;
END $$;

-- Each update counts the version on, whatever the statement says: a save can rest on "version = the one I read".
CREATE FUNCTION count_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> OLD.id THEN RAISE EXCEPTION 'an id does not change'; END IF;
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;

CREATE FUNCTION record_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  after jsonb := to_jsonb(NEW);
  result_id text := CASE TG_TABLE_NAME WHEN 'results' THEN NEW.id ELSE after ->> 'resultId' END;
  athlete_id text := CASE TG_TABLE_NAME WHEN 'athletes' THEN NEW.id ELSE after ->> 'athleteId' END;
  competition_id text := CASE TG_TABLE_NAME WHEN 'competitions' THEN NEW.id ELSE after ->> 'competitionId' END;
BEGIN
  -- A citation on a place is about the place's result, one on a name about the name's athlete, and so on up.
  IF after ->> 'placeId' IS NOT NULL THEN
    SELECT "resultId" INTO result_id FROM places WHERE id = after ->> 'placeId';
  ELSIF after ->> 'recordClaimId' IS NOT NULL THEN
    SELECT "resultId" INTO result_id FROM record_claims WHERE id = after ->> 'recordClaimId';
  ELSIF after ->> 'nameVariantId' IS NOT NULL THEN
    SELECT "athleteId" INTO athlete_id FROM name_variants WHERE id = after ->> 'nameVariantId';
  ELSIF after ->> 'affiliationId' IS NOT NULL THEN
    SELECT "athleteId" INTO athlete_id FROM affiliations WHERE id = after ->> 'affiliationId';
  END IF;
  IF athlete_id IS NULL AND result_id IS NOT NULL THEN
    SELECT "athleteId" INTO athlete_id FROM results WHERE id = result_id;
  END IF;
  INSERT INTO revisions ("changeSetId", entity, "entityId", version, before, after, "athleteId", "resultId", "competitionId")
  VALUES (
    current_change_set(), TG_TABLE_NAME, NEW.id, NEW.version,
    CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(OLD) END, after, athlete_id, result_id, competition_id);
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% are withdrawn, never deleted', TG_TABLE_NAME;
END $$;

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history is append-only: % cannot be changed', TG_TABLE_NAME;
END $$;

DO $$
DECLARE
  versioned text;
BEGIN
  FOREACH versioned IN ARRAY ARRAY[
    'athletes', 'name_variants', 'affiliations', 'representations', 'biography_chapters', 'series', 'competitions',
    'events', 'races', 'results', 'team_members', 'places', 'record_claims', 'sources', 'citations'
  ] LOOP
    EXECUTE format('CREATE TRIGGER count_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION count_version()', versioned);
    EXECUTE format('CREATE TRIGGER record_revision AFTER INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION record_revision()', versioned);
    EXECUTE format('CREATE TRIGGER refuse_removal BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_removal()', versioned);
    EXECUTE format('CREATE TRIGGER refuse_emptying BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal()', versioned);
  END LOOP;
  FOREACH versioned IN ARRAY ARRAY['change_sets', 'revisions'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()', versioned);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()', versioned);
  END LOOP;
END $$;

-- A source that is made in the very change that rests on it is written after the change set that names it.
ALTER TABLE change_sets ALTER CONSTRAINT "change_sets_sourceId_fkey" DEFERRABLE INITIALLY DEFERRED;
