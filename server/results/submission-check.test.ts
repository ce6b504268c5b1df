import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formWith } from '@/lib/form/form.fixture'
import { encodeReference } from '@/lib/form/reference'
import type { Typed } from '@/lib/form/typed'
import { readSubmission } from '@/lib/record/result-submission'
import { engines, type TestDatabase } from '@/testing/database'
import { openLoadedRecord } from '@/testing/record'
import { checkSubmission } from './submission-check'

describe.each(engines())('the competition of a form, on the %s database', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openLoadedRecord(engine)
  })
  afterAll(() => database.close())

  const check = (typed: Typed) => checkSubmission(database.db, readSubmission(formWith(typed)))
  const described = { newCompetitionYear: ['2014'], newCompetitionCategory: ['ROAD_RACE'] }
  const choice = (slug: string, text: string) => [encodeReference({ slug, text, isChosen: true })]

  test('is the one of the record that its text names', async () => {
    const { competition, draft, errors } = await check({ competition: ['Fukuoka Marathon 2014'] })
    expect(competition).toMatchObject({ slug: '2014-fukuoka-marathon' })
    expect(draft.competition).toBe('2014-fukuoka-marathon')
    expect(errors.competition).toBeUndefined()
  })

  test('is asked about where the text may mean several, and is then the one that was chosen', async () => {
    const asked = await check({ competition: ['Fukuoka'] })
    expect(asked.candidates.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['2014-fukuoka-marathon', '2020-fukuoka-marathon']),
    )
    expect(asked.errors.competition).toMatch(/Choose one below/)
    const competitionReference = choice('2020-fukuoka-marathon', 'Fukuoka')
    const chosen = await check({ competition: ['Fukuoka'], competitionReference })
    expect(chosen).toMatchObject({ competition: { slug: '2020-fukuoka-marathon' }, candidates: [] })
    const edited = await check({ competition: ['Hofu'], competitionReference })
    expect(edited).toMatchObject({ competition: null, errors: { competition: expect.any(String) } })
  })

  test('can be a new one, which is previewed and not made yet', async () => {
    const { competition, newCompetition } = await check({ ...described, newCompetitionName: ['Nagano Marathon'] })
    expect(competition).toMatchObject({ slug: 'new', name: 'Nagano Marathon' })
    expect(newCompetition).toMatchObject({ name: 'Nagano Marathon', year: 2014 })
    expect(await database.db.competition.count({ where: { name: 'Nagano Marathon' } })).toBe(0)
  })

  test('is not made twice: the one of the record is offered, and is taken once it is chosen', async () => {
    const twin = { ...described, newCompetitionName: ['Fukuoka Marathon'] }
    const asked = await check(twin)
    expect(asked).toMatchObject({ competition: null, candidates: [{ slug: '2014-fukuoka-marathon' }] })
    expect(asked.errors.newCompetitionName).toMatch(/in the record already/)
    const chosen = await check({ ...twin, competitionReference: choice('2014-fukuoka-marathon', '') })
    expect(chosen).toMatchObject({ competition: { slug: '2014-fukuoka-marathon' }, newCompetition: null })
  })

  test('a source that is not in the record is to be described', async () => {
    const evidence = { reason: ['Misread'], locator: ['row 3'] }
    expect((await check({ ...evidence, source: ['no-such-source'] })).evidence).toMatchObject({
      ok: false,
      errors: { source: 'There is no such source in the record. Describe it below.' },
    })
  })
})
