import { beforeEach, describe, expect, test } from 'vitest'
import { engines } from '@/testing/database'
import { EVIDENCE, openRecord } from '@/testing/record'
import { readingFrom } from '../db'
import { change } from '../history/change'
import { collectSubjects, dependsOn } from './depends-on'
import { kept } from './kept'
import { ATHLETES, athleteNameSubject } from './subjects'
import { watchTouched } from './watch'

describe.each(engines().slice(0, 1))('values in memory, %s', (engine) => {
  const opened = openRecord(engine)
  let reads = 0
  beforeEach(() => {
    reads = 0
  })
  const names = kept(10, async (id: string) => {
    reads++
    dependsOn(athleteNameSubject(id))
    return (await opened.db.athlete.findUniqueOrThrow({ where: { id } })).displayName
  })
  const athletes = () => opened.db.athlete.findMany({ take: 2, orderBy: { id: 'asc' } })
  const rename = (id: string, displayName: string) =>
    change(opened.db, opened.oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) =>
      tx.athlete.update({ where: { id }, data: { displayName } }),
    )

  test('a value is read once, until what it was made from changes', async () => {
    await watchTouched(opened.db, '')
    const [one, other] = await athletes()
    if (!one || !other) throw new Error('There are no athletes.')
    expect([await names(one.id), await names(one.id)]).toEqual([one.displayName, one.displayName])
    expect(reads).toBe(1)
    await rename(other.id, 'Somebody else')
    await names(one.id)
    expect(reads).toBe(1)
    await rename(one.id, 'A new name')
    expect(await names(one.id)).toBe('A new name')
    expect(reads).toBe(2)
  })

  test('whoever reads it depends on what it was made from, also where it comes from memory', async () => {
    const [one] = await athletes()
    const id = one?.id ?? ''
    await names(id)
    const { subjects } = await collectSubjects(async () => {
      dependsOn(ATHLETES)
      await names(id)
    })
    expect(subjects).toEqual([ATHLETES, athleteNameSubject(id)])
  })

  test('what a transaction reads is neither kept nor taken from memory: it may be a draft', async () => {
    const [one] = await athletes()
    const id = one?.id ?? ''
    const before = await names(id)
    reads = 0
    await readingFrom(opened.db, () => names(id))
    expect(reads).toBe(1)
    expect(await names(id)).toBe(before)
  })
})
