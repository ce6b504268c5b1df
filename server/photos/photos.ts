/** The bytes of pictures: an upload is kept apart from the record, until a picture of the record names it. */
import 'server-only'
import type { PhotoSize } from '@/lib/record/photo'
import type { Db } from '@/prisma/client'
import type { Author } from '../accounts/editor'
import { encodePicture } from './encode'

/**
 * Keeps an uploaded picture, and forgets those of more than a day ago that never came into the record.
 *
 * @returns the key of its bytes.
 * @throws RefusedPicture where it is none that is taken.
 */
export async function keepUpload(db: Db, _author: Author, file: Uint8Array): Promise<string> {
  const { id } = await db.photoFile.create({ data: await encodePicture(file), select: { id: true } })
  await db.$executeRaw`
    DELETE FROM photo_files f WHERE f."addedAt" < now() - interval '1 day'
      AND NOT EXISTS (SELECT FROM photos p WHERE p."fileId" = f.id)
      AND NOT EXISTS (SELECT FROM revisions r WHERE r.entity = 'photos' AND r.after ->> 'fileId' = f.id)
      AND NOT EXISTS (SELECT FROM proposed_rows r WHERE r.entity = 'photos' AND r.after ->> 'fileId' = f.id)`
  return id
}

/** 'gone' where the record had the picture once; null where it never did. */
export type FoundPicture = Uint8Array<ArrayBuffer> | 'gone' | null

/** A picture for readers: one that the record has. */
export async function findPicture(db: Db, fileId: string, size: PhotoSize): Promise<FoundPicture> {
  const shown = await db.photo.count({ where: { fileId, withdrawn: false, athlete: { withdrawn: false } } })
  if (shown > 0) return findUpload(db, fileId, size)
  const had = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM revisions WHERE entity = 'photos' AND after ->> 'fileId' = ${fileId} LIMIT 1`
  return had.length > 0 ? 'gone' : null
}

/** A picture for editors, who see it before it is saved, and after it was withdrawn. */
export async function findUpload(db: Db, fileId: string, size: PhotoSize): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await db.photoFile.findUnique({
    where: { id: fileId },
    select: { small: size === 'small', large: size === 'large' },
  })
  return file && new Uint8Array(file[size] ?? [])
}
