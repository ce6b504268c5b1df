/** A loaded record and people to edit it, for database tests. */
import type { Evidence } from '@/lib/record/evidence'
import type { Client } from '@/prisma/client'
import type { Editor } from '@/server/accounts/editor'
import { createUser } from '@/server/accounts/users'
import { type Engine, openTestDatabase, type TestDatabase } from './database'

export const SER_OD = 'ser-od-bat-ochir'

/** A database of its own that holds the first record. */
export function openLoadedRecord(engine: Engine): Promise<TestDatabase> {
  return openTestDatabase(engine, 'loaded')
}

/** Somebody who has passed the gate. */
export async function anEditor(db: Client, name: string): Promise<Editor> {
  const { id } = await createUser(db, {
    email: `${name.toLowerCase()}@palmares.example`,
    name,
    role: 'EDITOR',
    password: 'correct horse battery staple',
  })
  return { id, name, role: 'EDITOR' } as Editor
}

export const EVIDENCE: Evidence = {
  reason: 'The organiser’s result sheet says so',
  locator: 'page 1',
  source: { publication: 'Organiser', title: 'Official results', url: null, date: null, author: null },
}
