/** How the columns of a publication's lists were read the last time. */
import type { ImportSetup, TableSetup } from '@/lib/import/setup'
import { readStoredColumns } from '@/lib/import/stored'
import type { Db, Prisma } from '@/prisma/client'

/** The table with its columns as they were in the last list of this publication with the same header. */
export async function withRememberedColumns(
  db: Db,
  publication: string | null,
  table: TableSetup,
): Promise<TableSetup> {
  if (publication === null) return table
  const known = await db.rememberedColumns.findUnique({
    where: { publication_header: { publication, header: headerKey(table) } },
  })
  const columns = known && readStoredColumns(known.columns)
  if (!columns) return table
  return { ...table, columns, reasons: columns.map(() => `As in the last list of ${publication}.`) }
}

export async function rememberColumns(db: Db, publication: string, setup: ImportSetup): Promise<void> {
  for (const table of setup.tables) {
    if (table.leftOut) continue
    const key = { publication, header: headerKey(table) }
    const columns = table.columns as Prisma.InputJsonValue
    await db.rememberedColumns.upsert({
      where: { publication_header: key },
      create: { ...key, columns },
      update: { columns },
    })
  }
}

/** Publications to choose from: every one that has a source. */
export async function findPublications(db: Db): Promise<string[]> {
  const rows = await db.source.findMany({
    where: { withdrawn: false },
    distinct: ['publication'],
    select: { publication: true },
  })
  return rows.map(({ publication }) => publication).sort()
}

function headerKey({ header, columns }: Pick<TableSetup, 'header' | 'columns'>): string {
  return header ? header.join('\t').slice(0, 1000) : String(columns.length)
}
