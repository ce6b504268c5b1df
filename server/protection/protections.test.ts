import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Row } from '@/lib/record/history'
import { correctAt, resultAt } from '@/testing/correcting'
import { engines, type TestDatabase } from '@/testing/database'
import { aContributor, anEditor, EVIDENCE, openLoadedRecord, SER_OD } from '@/testing/record'
import type { Author, Editor } from '../accounts/editor'
import { findThing, saveThing } from '../things/things'
import { findProtected, findProtections, liftProtection, ProtectedError, protect, refuseProtected } from './protections'

const [FUKUOKA, LONDON] = ['2014-fukuoka-marathon', '2011-london-marathon']

describe.each(engines())('protection, on the %s database', (engine) => {
  let database: TestDatabase
  let oyuna: Editor
  let carol: Author

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    oyuna = await anEditor(database.db, 'Oyuna')
    carol = await aContributor(database.db, 'Carol')
  })
  afterAll(() => database.close())

  /** The rows of what a contributor would change, as `change` hands them to the proposals. */
  const rowsOf = async (proposalId: number) => {
    const rows = await database.db.proposedRow.findMany({ where: { proposalId }, orderBy: { id: 'asc' } })
    return rows.map(({ entityId: id, before, after, ...row }) => ({
      ...row,
      id,
      before: before as Row | null,
      after: after as Row,
    }))
  }
  const broken = async (proposalId: number) =>
    (await findProtected(database.db, await rowsOf(proposalId))).map(({ kind, field }) => [kind, field])
  const lift = async () => {
    for (const { id } of await findProtections(database.db)) await liftProtection(database.db, oyuna, id)
  }
  const guard = async (kind: 'result' | 'athlete' | 'competition', id: string, field: string | null) =>
    expect(await protect(database.db, oyuna, { kind, id, field, reason: 'Edited back and forth' })).toEqual({
      saved: true,
    })

  test('a protected field is refused with its reason, and other fields of the thing are not', async () => {
    const { db } = database
    const [note, mark] = [
      await correctAt(db, carol, LONDON, { note: 'In the sun' }),
      await correctAt(db, carol, LONDON, { mark: '2:09:59' }),
    ]
    expect(await broken(mark)).toEqual([])
    await guard('result', await resultAt(db, LONDON), 'mark')
    expect(await broken(mark)).toEqual([['result', 'mark']])
    expect(await broken(note)).toEqual([])
    await expect(rowsOf(mark).then((rows) => refuseProtected(db, rows))).rejects.toThrow(
      /^Only editors change mark of .*London Marathon 2011 \(Edited back and forth\)\./,
    )
    await rowsOf(note).then((rows) => refuseProtected(db, rows))
    await lift()
    expect(await broken(mark)).toEqual([])
  })

  test('a protected page is the thing with all that belongs to it', async () => {
    const { db } = database
    const note = await correctAt(db, carol, FUKUOKA, { note: 'In the snow' })
    const athlete = await db.athlete.findUniqueOrThrow({ where: { slug: SER_OD } })
    await guard('athlete', athlete.id, null)
    expect(await broken(note)).toEqual([['athlete', null]])
    await lift()
    const competition = await db.competition.findUniqueOrThrow({ where: { slug: FUKUOKA } })
    await guard('competition', competition.id, null)
    expect(await broken(note)).toEqual([['competition', null]])
    expect(await broken(await correctAt(db, carol, LONDON, { note: 'Elsewhere' }))).toEqual([])
    await lift()
  })

  test('a contributor’s change of a protected field is refused, and nothing of it is kept', async () => {
    const { db } = database
    const { id } = await db.athlete.findUniqueOrThrow({ where: { slug: SER_OD } })
    const thing = await findThing(db, 'athlete', id)
    if (!thing) throw new Error('The athlete is gone.')
    await guard('athlete', id, 'birthPlace')
    expect(await protect(db, oyuna, { kind: 'athlete', id, field: 'birthPlace', reason: 'Again' })).toMatchObject({
      saved: false,
    })
    expect(await protect(db, oyuna, { kind: 'athlete', id, field: 'shoe', reason: 'None' })).toMatchObject({
      saved: false,
    })
    const base = { draft: thing.draft, version: thing.version }
    const save = (edits: Record<string, string>) =>
      saveThing(db, carol, { kind: 'athlete', id, base, draft: { ...thing.draft, ...edits }, isSure: true }, EVIDENCE)
    const before = await db.proposal.count()
    await expect(save({ birthPlace: 'Arvaikheer' })).rejects.toThrow(ProtectedError)
    expect(await db.proposal.count()).toBe(before)
    expect(await save({ nickname: 'Thunder' })).toMatchObject({ saved: true })
    expect(await db.proposal.count()).toBe(before + 1)
  })
})
