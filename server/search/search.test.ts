import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase } from '@/testing/database'
import { openLoadedRecord, SER_OD } from '@/testing/record'
import { findAthletesNamed, findMatches } from './search'

describe.each(engines())('search in the %s database', (engine) => {
  let database: TestDatabase
  const athletes = async (query: string) => {
    const { matches, isGuess } = await findMatches(database.db, query, { kinds: ['athlete'], limit: 10 })
    return { slugs: matches.map(({ slug }) => slug), isGuess }
  }

  beforeAll(async () => {
    database = await openLoadedRecord(engine)
    await database.db.$transaction(async (tx) => {
      const { id } = await tx.changeSet.create({ data: { kind: 'SEED', authorName: 'test', reason: 'test' } })
      await tx.$executeRaw`SELECT set_config('palmares.change_set', ${String(id)}, true)`
      const make = (slug: string, displayName: string) =>
        tx.athlete.create({ data: { slug, displayName, sortName: displayName, sex: 'M' } })
      await make('suguru-osako', 'Suguru Osako')
      await make('john-smithson', 'John Smithson')
      await make('john-smith', 'John Smith')
      await make('emil-zatopek', 'Emil Zátopek')
      await make('giorgos', 'Γιώργος Παπαδόπουλος')
      const serod = await tx.athlete.findUniqueOrThrow({ where: { slug: SER_OD } })
      const osako = await tx.athlete.findUniqueOrThrow({ where: { slug: 'suguru-osako' } })
      await tx.nameVariant.create({ data: { athleteId: serod.id, text: 'セルオド・バトオチル', script: 'Jpan' } })
      await tx.nameVariant.create({ data: { athleteId: osako.id, text: '大迫傑', script: 'Jpan' } })
    })
  })
  afterAll(() => database.close())

  test.each([
    ['Ser-Od Bat-Ochir', SER_OD],
    ['bat-ochir', SER_OD],
    ['batochir serod', SER_OD],
    ['бат-очир', SER_OD],
    ['Б.Сэр-Од', SER_OD],
    ['B. Ser-Od', SER_OD],
    ['SEROD BATO', SER_OD],
    ['セルオド', SER_OD],
    ['ｾﾙｵﾄﾞ', SER_OD],
    ['せるおど', SER_OD],
    ['大迫', 'suguru-osako'],
    ['傑', 'suguru-osako'],
    ['zatopek', 'emil-zatopek'],
    ['ZÁTOPEK', 'emil-zatopek'],
    ['ΓΙΏΡΓΟΣ', 'giorgos'],
    ['giorgos', 'giorgos'],
  ])('%s finds %s', async (query, slug) => {
    // A single letter of another script is found as the beginning of a name, not within one.
    if (query === '傑') return expect((await athletes(query)).slugs).toContain(slug)
    expect(await athletes(query)).toEqual({ slugs: expect.arrayContaining([slug]), isGuess: false })
    expect((await athletes(query)).slugs[0]).toBe(slug)
  })

  test.each([
    ['bat-ohcir', SER_OD],
    ['serod batochr', SER_OD],
    ['セルオト', SER_OD],
    ['jonh smith', 'john-smith'],
    ['zatopke', 'emil-zatopek'],
  ])('a slip: %s is taken for %s, and said to be a guess', async (query, slug) => {
    const { slugs, isGuess } = await athletes(query)
    expect({ first: slugs[0], isGuess }).toEqual({ first: slug, isGuess: true })
  })

  test('whole words come before beginnings', async () => {
    expect((await athletes('john smith')).slugs).toEqual(['john-smith', 'john-smithson'])
  })

  test.each(['', ' ', '%', '_', '\\', '%_%', '’', '\0', 'x'.repeat(500), 'qq '.repeat(200)])(
    'nothing goes by the name of %j',
    async (query) => {
      expect(await findMatches(database.db, query, { limit: 5 })).toEqual({ matches: [], isGuess: false })
    },
  )

  test('competitions, series and sources are found, each with what tells it from others', async () => {
    const { matches } = await findMatches(database.db, 'fukuoka marathon', { limit: 2 })
    expect(matches.map(({ kind }) => kind)).toEqual(['series', 'competition', 'competition'])
    expect(matches[0]).toMatchObject({ label: 'Fukuoka Marathon', detail: expect.stringMatching(/^\d+ editions$/) })
    const [newest] = matches.filter(({ kind }) => kind === 'competition')
    expect(newest?.detail).toMatch(/Japan · /)
    const source = await database.db.source.findFirstOrThrow()
    const found = await findMatches(database.db, source.title, { kinds: ['source'], limit: 1 })
    expect(found.matches).toMatchObject([{ slug: source.slug, url: `/sources/${source.slug}` }])
  })

  test('what is withdrawn is not found', async () => {
    expect(await findAthletesNamed(database.db, 'smithson')).toHaveLength(1)
    await database.db.$transaction(async (tx) => {
      const { id } = await tx.changeSet.create({ data: { kind: 'SEED', authorName: 'test', reason: 'test' } })
      await tx.$executeRaw`SELECT set_config('palmares.change_set', ${String(id)}, true)`
      await tx.athlete.update({ where: { slug: 'john-smithson' }, data: { withdrawn: true } })
    })
    expect(await findAthletesNamed(database.db, 'smithson')).not.toContain('john-smithson')
  })
})
