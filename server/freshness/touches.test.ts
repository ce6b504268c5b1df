/** What the database says that a change has touched, and that it says so when the change can be read. */
import { describe, expect, test } from 'vitest'
import { change, continueChange } from '@/server/history/change'
import { correctAt, resultAt } from '@/testing/correcting'
import { engines } from '@/testing/database'
import { EVIDENCE, openRecord } from '@/testing/record'
import { markPatrolled } from '../patrolling/patrols'
import {
  athleteNameSubject,
  athleteSubject,
  CHANGES,
  careerSubject,
  changeSubject,
  competitionHeadSubject,
  competitionSubject,
  countrySubject,
  listSubject,
  raceSubject,
  resultSubject,
  sourceHeadSubject,
} from './subjects'
import { publishGathered } from './watch'

describe.each(engines())('%s', (engine) => {
  const opened = openRecord(engine)

  const lastTouch = async () => {
    const touch = await opened.db.touch.findFirstOrThrow({
      where: { number: { not: null } },
      orderBy: { number: 'desc' },
    })
    const clock = await opened.db.recordClock.findFirstOrThrow()
    expect(clock.number).toBe(touch.number)
    return { number: touch.number ?? 0, subjects: touch.subjects }
  }
  const place = async (competition: string) => {
    const id = await resultAt(opened.db, competition)
    return opened.db.result.findUniqueOrThrow({
      where: { id },
      select: { id: true, athleteId: true, raceId: true, race: { select: { event: true } } },
    })
  }

  test('a corrected mark touches the athlete, the race, the list and the country, and neither names nor other races', async () => {
    const { athleteId, raceId, race } = await place('2010-berlin-marathon')
    const before = await lastTouch()
    const set = await correctAt(opened.db, opened.oyuna, '2010-berlin-marathon', { mark: '2:12:41' })
    const { number, subjects } = await lastTouch()
    expect(number).toBe(before.number + 1)
    expect(subjects).toEqual(
      expect.arrayContaining([
        athleteSubject(athleteId ?? ''),
        raceSubject(raceId),
        competitionSubject(race.event.competitionId),
        listSubject('marathon', 'M'),
        countrySubject('MGL'),
        changeSubject(set),
        CHANGES,
      ]),
    )
    expect(subjects).not.toContain(athleteNameSubject(athleteId ?? ''))
    expect(subjects).not.toContain(competitionHeadSubject(race.event.competitionId))
    expect(subjects.filter((subject) => subject.startsWith('race/'))).toHaveLength(1)
  })

  test('a result that moves to another race touches both', async () => {
    const from = await place('2012-osaka-marathon')
    const to = await place('2011-london-marathon')
    await change(opened.db, opened.oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) =>
      tx.result.update({ where: { id: from.id }, data: { raceId: to.raceId } }),
    )
    const { subjects } = await lastTouch()
    expect(subjects).toEqual(expect.arrayContaining([raceSubject(from.raceId), raceSubject(to.raceId)]))
    expect(subjects).toEqual(
      expect.arrayContaining([from, to].map((one) => competitionSubject(one.race.event.competitionId))),
    )
  })

  test('a renamed athlete touches the name, the lists in which it stands and both countries of a change of country', async () => {
    const { athleteId } = await place('2010-berlin-marathon')
    const id = athleteId ?? ''
    await change(opened.db, opened.oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) =>
      tx.athlete.update({ where: { id }, data: { displayName: 'Another Name', countryCode: 'JPN' } }),
    )
    const { subjects } = await lastTouch()
    const lists = [listSubject('marathon', 'M'), listSubject('5000-metres', 'M')]
    expect(subjects).toEqual(
      expect.arrayContaining([
        athleteNameSubject(id),
        ...lists,
        countrySubject('MGL'),
        countrySubject('JPN'),
        'athletes',
      ]),
    )
  })

  test('a note touches the result and its athlete, and nothing that shows marks alone', async () => {
    const { id, athleteId, raceId, race } = await place('2010-berlin-marathon')
    await correctAt(opened.db, opened.oyuna, '2010-berlin-marathon', { note: 'In the rain' })
    const { subjects } = await lastTouch()
    expect(subjects).toEqual(expect.arrayContaining([resultSubject(id), athleteSubject(athleteId ?? '')]))
    expect(subjects).toContain(competitionSubject(race.event.competitionId))
    const ofMarks = [
      careerSubject(athleteId ?? ''),
      raceSubject(raceId),
      listSubject('marathon', 'M'),
      countrySubject('MGL'),
    ]
    for (const subject of ofMarks) expect(subjects).not.toContain(subject)
  })

  test('a renamed source touches what cites it by its title alone', async () => {
    const source = await opened.db.source.findFirstOrThrow()
    await change(opened.db, opened.oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) =>
      tx.source.update({ where: { id: source.id }, data: { title: 'Another title' } }),
    )
    const { subjects } = await lastTouch()
    expect(subjects).toContain(sourceHeadSubject(source.id))
    expect(subjects.some((subject) => subject.startsWith('athlete/'))).toBe(false)
  })

  test('a patrol mark, which is not in the history, touches the change', async () => {
    const set = await correctAt(opened.db, opened.brett, '2010-berlin-marathon', { mark: '2:12:40' })
    await markPatrolled(opened.db, opened.oyuna, set)
    expect((await lastTouch()).subjects).toEqual(expect.arrayContaining([changeSubject(set), CHANGES]))
  })

  test('a change that is rolled back touches nothing and takes no number', async () => {
    const before = await lastTouch()
    const { id } = await place('2010-berlin-marathon')
    const failing = change(opened.db, opened.oyuna, { kind: 'EDIT', ...EVIDENCE }, async ({ tx }) => {
      await tx.result.update({ where: { id }, data: { note: 'x' } })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await lastTouch()).toEqual(before)
  })

  test('numbers become visible in their order, whichever change began first', async () => {
    const first = await place('2010-berlin-marathon')
    const second = await place('2011-london-marathon')
    const { number } = await lastTouch()
    await Promise.all(
      [first, second, first, second].map(({ id }, turn) =>
        change(opened.db, opened.oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) =>
          tx.result.update({ where: { id }, data: { note: `turn ${turn}` } }),
        ),
      ),
    )
    const touches = await opened.db.touch.findMany({ where: { number: { gt: number } }, orderBy: { number: 'asc' } })
    expect(touches.map((touch) => touch.number)).toEqual([1, 2, 3, 4].map((more) => number + more))
  })

  test('batches of an import are numbered as one, a few seconds later or when its run ends, and hold up no other change', async () => {
    const [first, second] = [await place('2010-berlin-marathon'), await place('2011-london-marathon')]
    const set = await change(opened.db, opened.oyuna, { kind: 'IMPORT', ...EVIDENCE }, async ({ id }) => id)
    const run = await opened.db.import.create({
      data: {
        author: { connect: { id: opened.oyuna.id } },
        authorName: opened.oyuna.name,
        state: 'ACCEPTING',
        fileName: 'list.csv',
        bytes: 0,
        fingerprint: '',
        setup: {},
        evidence: {},
      },
    })
    const before = await lastTouch()
    const write = (id: string) =>
      continueChange(opened.db, set, ({ tx }) => tx.result.update({ where: { id }, data: { note: 'of a list' } }), {
        isGathered: true,
      })
    const report = (state: 'ACCEPTING' | 'DONE') => opened.db.import.update({ where: { id: run.id }, data: { state } })
    await write(first.id)
    await write(second.id)
    await report('ACCEPTING')
    expect(await lastTouch()).toEqual(before)

    const other = await place('2014-fukuoka-marathon')
    await correctAt(opened.db, opened.brett, '2014-fukuoka-marathon', { note: 'In the rain' })
    const between = await lastTouch()
    expect(between.number).toBe(before.number + 1)
    expect(between.subjects).toContain(resultSubject(other.id))
    expect(between.subjects).not.toContain(resultSubject(first.id))

    await opened.db.touch.updateMany({ where: { number: null }, data: { createdAt: new Date(Date.now() - 6_000) } })
    await report('ACCEPTING')
    const { number, subjects } = await lastTouch()
    expect(number).toBe(before.number + 2)
    expect(subjects).toEqual(expect.arrayContaining([resultSubject(first.id), resultSubject(second.id)]))
    expect(await opened.db.touch.count({ where: { number: null } })).toBe(0)

    await write(second.id)
    await report('DONE')
    const end = await lastTouch()
    expect(end.number).toBe(before.number + 3)
    expect(end.subjects).toEqual(expect.arrayContaining([resultSubject(second.id), 'imports']))
    expect(end.subjects).not.toContain(resultSubject(first.id))

    await write(first.id)
    await publishGathered(opened.db)
    const published = await lastTouch()
    expect(published.number).toBe(before.number + 4)
    expect(published.subjects).toContain(resultSubject(first.id))
  })

  test('what a change has made itself is left out: pages depend on the list that it is in', async () => {
    const { raceId } = await place('2010-berlin-marathon')
    const made = await change(opened.db, opened.oyuna, { kind: 'EDIT', ...EVIDENCE }, async ({ tx }) => {
      const named = { displayName: 'New Runner', sortName: 'Runner, New', sex: 'M', countryCode: 'KEN' } as const
      const athlete = await tx.athlete.create({ data: { slug: 'new-runner', ...named } })
      return tx.result.create({
        data: { raceId, athleteId: athlete.id, mark: '2:15:00', value: 8_100_000, precision: 1_000 },
      })
    })
    const { subjects } = await lastTouch()
    const own = [athleteSubject(made.athleteId ?? ''), careerSubject(made.athleteId ?? ''), resultSubject(made.id)]
    for (const subject of own) expect(subjects).not.toContain(subject)
    const others = ['athletes', raceSubject(raceId), listSubject('marathon', 'M'), countrySubject('KEN')]
    expect(subjects).toEqual(expect.arrayContaining(others))

    await change(opened.db, opened.oyuna, { kind: 'EDIT', ...EVIDENCE }, ({ tx }) =>
      tx.result.update({ where: { id: made.id }, data: { mark: '2:15:01', value: 8_101_000 } }),
    )
    expect((await lastTouch()).subjects).toEqual(expect.arrayContaining(own))
  })

  test('touches of former days are cleared away', async () => {
    const { number } = await lastTouch()
    await opened.db.touch.updateMany({ data: { createdAt: new Date(Date.now() - 2 * 86_400_000) } })
    await opened.db.recordClock.updateMany({ data: { number: Math.ceil((number + 1) / 100) * 100 - 1 } })
    await correctAt(opened.db, opened.brett, '2014-fukuoka-marathon', { note: 'On another day' })
    expect(await opened.db.touch.count()).toBe(1)
  })
})
