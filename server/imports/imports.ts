/** Imports as a whole: those there are, stopping one, and removing a preview. */
import { readStoredSetup } from '@/lib/import/stored'
import type { Db } from '@/prisma/client'
import { removeFile } from './files'
import { takeStep } from './import-state'

/** The latest imports, the newest first. */
export async function findImports(db: Db) {
  return db.import.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, fileName: true, state: true, authorName: true, createdAt: true },
  })
}

/** An import as its page shows it; null where there is none of that id. */
export async function findImport(db: Db, id: string) {
  const found = await db.import.findUnique({
    where: { id },
    include: { source: { select: { slug: true, title: true } } },
  })
  return found && { ...found, setup: readStoredSetup(found.setup) }
}

/** Stops the work on an import; what was written stays and can be undone. */
export async function cancelImport(db: Db, id: string): Promise<void> {
  await takeStep(db, id, 'cancel')
}

/** Removes a preview that was never accepted, and its file. @returns whether it could be removed. */
export async function removeImport(db: Db, id: string): Promise<boolean> {
  const { count } = await db.import.deleteMany({ where: { id, changeSetId: null, state: { not: 'READING' } } })
  if (count > 0) await removeFile(id)
  return count > 0
}
