/** A loaded record and people to edit it, for database tests. */
import { afterAll, beforeAll } from 'vitest'
import type { NewCompetition } from '@/lib/record/competition-form'
import type { Evidence } from '@/lib/record/evidence'
import type { Client } from '@/prisma/client'
import { type Author, admitOperator, admitSession, type Editor } from '@/server/accounts/editor'
import { createUser } from '@/server/accounts/users'
import { type Engine, openTestDatabase, type TestDatabase } from './database'

export const SER_OD = 'ser-od-bat-ochir'

const PASSWORD = 'correct horse battery staple'

/** A database of its own that holds the first record. */
export function openLoadedRecord(engine: Engine): Promise<TestDatabase> {
  return openTestDatabase(engine, 'loaded')
}

export interface OpenRecord {
  readonly db: Client
  readonly oyuna: Editor
  readonly brett: Editor
}

/** A loaded record with two editors, open while the tests of a block run. */
export function openRecord(engine: Engine): OpenRecord {
  let database: TestDatabase | undefined
  const editors: Partial<Record<string, Editor>> = {}
  const open = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The record is open while tests run.')
    return value
  }
  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    for (const name of ['Oyuna', 'Brett']) editors[name] = await anEditor(database.db, name)
  })
  afterAll(() => database?.close())
  return {
    get db() {
      return open(database).db
    },
    get oyuna() {
      return open(editors.Oyuna)
    },
    get brett() {
      return open(editors.Brett)
    },
  }
}

/** Somebody who has passed the gate. */
export async function anEditor(db: Client, name: string): Promise<Editor> {
  const email = `${name.toLowerCase()}@palmares.example`
  await createUser(db, { email, name, role: 'EDITOR', password: PASSWORD })
  const editor = await admitOperator(db, email)
  if (!editor) throw new Error(`${name} was not admitted.`)
  return editor
}

/** Somebody signed in whose changes wait for a review. */
export async function aContributor(db: Client, name: string): Promise<Author> {
  const email = `${name.toLowerCase()}@palmares.example`
  const { id: userId } = await createUser(db, { email, name, role: 'CONTRIBUTOR', password: PASSWORD })
  const session = await db.session.create({ data: { userId, expiresAt: new Date(Date.now() + 3_600_000) } })
  const author = await admitSession(db, session.id)
  if (!author) throw new Error(`${name} was not admitted.`)
  return author
}

export const EVIDENCE: Evidence = {
  reason: 'The organiser’s result sheet says so',
  locator: 'page 1',
  source: { publication: 'Organiser', title: 'Official results', url: null, date: null, author: null },
}

/** Another source than EVIDENCE, for what somebody else saves. */
export const YEARBOOK: Evidence = {
  reason: 'Another account of the race',
  locator: 'p. 7',
  source: { publication: 'Yearbook', title: 'The road season', url: null, date: '2015', author: null },
}

/** A competition that the first record does not have. */
export const EKIDEN: NewCompetition = {
  name: 'Kyoto Ekiden',
  year: 2012,
  city: 'Fukuoka',
  countryCode: 'JPN',
  category: 'ROAD_RACE',
  startDate: '2012-12-16',
  endDate: null,
  series: null,
}
