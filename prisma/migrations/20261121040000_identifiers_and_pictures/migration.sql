-- Identifiers elsewhere and pictures: what an athlete is called in other lists, and what he or she looks like.
-- Reason: with the identifiers of others, a reader finds the same person there and a program can join the data; a name
-- alone is not enough for that. A picture may only be shown under a free licence, so author, licence and source are part
-- of the record, with a history. The bytes of pictures are kept in the database, so that one backup has everything, but
-- apart from the record: they never change, and the revisions must not hold them.
-- The first part is what Prisma's schema says; the second is what it cannot say.

-- CreateEnum
CREATE TYPE "Authority" AS ENUM ('WORLD_ATHLETICS', 'OLYMPEDIA', 'WIKIDATA', 'ARRS', 'TILASTOPAJA', 'NATIONAL_FEDERATION');

-- CreateEnum
CREATE TYPE "Licence" AS ENUM ('CC0', 'PUBLIC_DOMAIN', 'CC_BY_2_0', 'CC_BY_2_5', 'CC_BY_3_0', 'CC_BY_4_0', 'CC_BY_SA_2_0', 'CC_BY_SA_2_5', 'CC_BY_SA_3_0', 'CC_BY_SA_4_0');

-- CreateTable
CREATE TABLE "external_ids" (
    "id" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "authority" "Authority" NOT NULL,
    "value" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "external_ids_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "photos" (
    "id" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "licence" "Licence" NOT NULL,
    "sourceUrl" TEXT NOT NULL,
    "caption" TEXT,
    "takenOn" TEXT,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "photos_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "photo_files" (
    "id" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "large" BYTEA NOT NULL,
    "small" BYTEA NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "photo_files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "external_ids_athleteId_idx" ON "external_ids"("athleteId");

-- CreateIndex
CREATE INDEX "external_ids_authority_value_idx" ON "external_ids"("authority", "value");

-- CreateIndex
CREATE INDEX "photos_athleteId_idx" ON "photos"("athleteId");

-- CreateIndex
CREATE INDEX "photos_fileId_idx" ON "photos"("fileId");

-- CreateIndex
CREATE INDEX "photo_files_addedAt_idx" ON "photo_files"("addedAt");

-- AddForeignKey
ALTER TABLE "external_ids" ADD CONSTRAINT "external_ids_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "athletes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "photos" ADD CONSTRAINT "photos_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "athletes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "photos" ADD CONSTRAINT "photos_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "photo_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What must always hold
-- ---------------------------------------------------------------------------------------------------------------------

ALTER TABLE external_ids ADD CONSTRAINT external_ids_value CHECK (value ~ '^\S+( \S+)*$');
CREATE UNIQUE INDEX external_ids_one_an_authority ON external_ids ("athleteId", authority) WHERE NOT withdrawn;

ALTER TABLE photos
  ADD CONSTRAINT photos_author CHECK (btrim(author) <> ''),
  ADD CONSTRAINT photos_source CHECK ("sourceUrl" ~ '^https?://\S+$'),
  ADD CONSTRAINT photos_taken CHECK (is_partial_date("takenOn"));

ALTER TABLE photo_files ADD CONSTRAINT photo_files_size CHECK (width >= 1 AND height >= 1);

DO $$
DECLARE
  versioned text;
BEGIN
  FOREACH versioned IN ARRAY ARRAY['external_ids', 'photos'] LOOP
    EXECUTE format('CREATE TRIGGER count_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION count_version()', versioned);
    EXECUTE format('CREATE TRIGGER record_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_revisions()', versioned);
    EXECUTE format('CREATE TRIGGER record_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_revisions()', versioned);
    EXECUTE format('CREATE TRIGGER refuse_removal BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_removal()', versioned);
    EXECUTE format('CREATE TRIGGER refuse_emptying BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal()', versioned);
  END LOOP;
END $$;

-- A picture that the record has, or ever had, stays as it is: an undo may show it again. One that was uploaded and never
-- saved may go.
CREATE INDEX revisions_of_pictures ON revisions ((after ->> 'fileId')) WHERE entity = 'photos';

CREATE FUNCTION keep_picture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (
    SELECT FROM revisions r WHERE r.entity = 'photos' AND r.after ->> 'fileId' = OLD.id
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a picture of the record is kept as it is';
END $$;
CREATE TRIGGER keep_picture BEFORE UPDATE OR DELETE ON photo_files FOR EACH ROW EXECUTE FUNCTION keep_picture();
CREATE TRIGGER refuse_emptying BEFORE TRUNCATE ON photo_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
