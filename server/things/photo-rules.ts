import 'server-only'
import type { Row, Values } from '@/lib/record/things/thing'
import type { Db } from '@/prisma/client'
import type { Objections } from './record-rules'

const PROMISE =
  'It shows nobody under 18 outside a competition, and nothing private of anybody; its author has put it under this licence.'

/** A picture has been uploaded, and whoever shows it has looked at whom it shows. */
export async function checkPhoto(db: Db, row: Row, { fileId }: Values): Promise<Objections> {
  if (fileId === row.fileId) return { errors: {}, doubts: {} }
  const isKept = (await db.photoFile.count({ where: { id: String(fileId) } })) > 0
  return isKept
    ? { errors: {}, doubts: { fileId: PROMISE } }
    : { errors: { fileId: 'This picture was not kept: choose it again.' }, doubts: {} }
}
