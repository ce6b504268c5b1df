/** A loaded record and people to edit it, for database tests. */

import type { Evidence } from '@/lib/record/evidence'
import type { Client } from '@/prisma/client'
import { loadSeed, readSeedFiles } from '@/prisma/seed/load'
import { admitOperator, type Editor } from '@/server/accounts/editor'
import { createUser } from '@/server/accounts/users'
import { type Engine, openTestDatabase, type TestDatabase } from './database'

export const SER_OD = 'ser-od-bat-ochir'

export async function openLoadedRecord(engine: Engine): Promise<TestDatabase> {
  const database = await openTestDatabase(engine)
  await loadSeed(database.db, await readSeedFiles())
  return database
}

/** Somebody who has passed the gate. */
export async function anEditor(db: Client, name: string): Promise<Editor> {
  const email = `${name.toLowerCase()}@palmares.example`
  await createUser(db, { email, name, role: 'EDITOR', password: 'correct horse battery staple' })
  const editor = await admitOperator(db, email)
  if (!editor) throw new Error(`${name} was not admitted.`)
  return editor
}

export const EVIDENCE: Evidence = {
  reason: 'The organiser’s result sheet says so',
  locator: 'page 1',
  source: { publication: 'Organiser', title: 'Official results', url: null, date: null, author: null },
}
