import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readChapter } from '../../lib/career/biography-markdown'
import { isDisciplineSlug } from '../../lib/sport/disciplines'
import { parseMark } from '../../lib/sport/marks'
import { claimFile, type SeedCitation, type SeedResult } from './format'
import { DATA_FOLDER, readSeedFiles } from './load'

const { sources, series, competitions, athletes } = await readSeedFiles()
const claims = claimFile.parse(parse(readFileSync(join(DATA_FOLDER, 'claims.yaml'), 'utf8')))
const serOd = athletes.find(({ slug }) => slug === 'ser-od-bat-ochir')

const sourceSlugs = new Set(sources.map(({ slug }) => slug))
const seriesSlugs = new Set(series.map(({ slug }) => slug))
const editions = new Map(competitions.map((competition) => [competition.slug, competition]))
const results = athletes.flatMap((athlete) =>
  athlete.results.map((result) => ({ ...result, name: `${athlete.slug}, ${result.key}` })),
)

/** A thing that is cited, with the texts and numbers that the record itself has for it. */
type Cited = { name: string; cite: SeedCitation[]; holds: Map<string, string> }

function cited(name: string, cite: SeedCitation[], thing: object): Cited {
  const plain = Object.entries(thing).filter(([, value]) => ['string', 'number'].includes(typeof value))
  return { name, cite, holds: new Map(plain.map(([field, value]) => [field, String(value)])) }
}

function citedInResult({ name, ...result }: SeedResult & { name: string }): Cited[] {
  const date = result.date ?? String(editions.get(result.competition)?.year)
  return [
    cited(name, result.cite, { ...result, date }),
    ...result.places.map((place) => cited(`${name}, ${place.in} place`, place.cite, place)),
    ...result.records.map((claim) => cited(`${name}, ${claim.code}`, claim.cite, { record: claim.code })),
  ]
}

const everythingCited: Cited[] = [
  ...competitions.map((competition) => cited(competition.slug, competition.cite, competition)),
  ...athletes.flatMap((athlete) => [
    cited(athlete.slug, athlete.cite, athlete),
    ...athlete.names.map((name) => cited(`${athlete.slug}, ${name.text}`, name.cite, name)),
    ...athlete.affiliations.map((of) => cited(`${athlete.slug}, ${of.name}`, of.cite, of)),
  ]),
  ...results.flatMap(citedInResult),
]

/** The citations that break a rule, in words by which the line to correct can be found. */
function offenders(isWrong: (citation: SeedCitation, held: string | undefined) => boolean): string[] {
  return everythingCited.flatMap(({ name, cite, holds }) =>
    cite
      .filter((citation) => isWrong(citation, holds.get(citation.field)))
      .map(({ field, asserts, source, at }) => `${name}: ${field} ${asserts} (${source}, ${at})`),
  )
}

describe('the data files', () => {
  it('give every source, series, competition and athlete a slug of its own, and every result of an athlete a key', () => {
    const lists = [sources, series, competitions, athletes].map((list) => list.map(({ slug }) => slug))
    const keys = athletes.map((athlete) => athlete.results.map(({ key }) => key))
    for (const names of [...lists, ...keys]) expect(names).toEqual([...new Set(names)])
  })

  it('name only series, competitions, disciplines and sources that exist', () => {
    expect(competitions.filter((one) => one.series !== undefined && !seriesSlugs.has(one.series))).toEqual([])
    expect(results.filter(({ competition }) => !editions.has(competition))).toEqual([])
    expect(results.filter(({ discipline }) => !isDisciplineSlug(discipline))).toEqual([])
    expect(offenders(({ source }) => !sourceSlugs.has(source))).toEqual([])
  })

  it('keep no source, series or competition that nothing uses', () => {
    const used = new Set([
      ...everythingCited.flatMap(({ cite }) => cite.map(({ source }) => source)),
      ...competitions.map((competition) => competition.series),
      ...results.map(({ competition }) => competition),
      // A championship within a race has the results of that race.
      ...competitions.flatMap(({ slug, within }) => (within === undefined ? [] : [slug, within])),
    ])
    const all = [...sources, ...series, ...competitions].map(({ slug }) => slug)
    expect(all.filter((slug) => !used.has(slug))).toEqual([])
  })

  it('tell competitions and the results of an athlete oldest first', () => {
    const tellings = [
      competitions.map(({ year }) => year),
      ...athletes.map((athlete) => athlete.results.map(({ competition }) => editions.get(competition)?.year ?? 0)),
    ]
    for (const years of tellings) expect(years).toEqual(years.toSorted((a, b) => a - b))
  })

  it('give every city its country and its place on the map, and no place on the map to anything else', () => {
    for (const { slug, city, country, latitude, longitude } of competitions) {
      expect([latitude !== undefined, longitude !== undefined], slug).toEqual([city !== undefined, city !== undefined])
      if (city !== undefined) expect(country, slug).toBeDefined()
    }
  })

  it('hold every mark as it is shown', () => {
    for (const { name, mark, discipline } of results) {
      if (mark === undefined || !isDisciplineSlug(discipline)) continue
      expect(parseMark(mark, discipline), name).toMatchObject({ ok: true, mark, warnings: [] })
    }
  })

  it('give a result either a mark or a status, never both', () => {
    expect(results.filter(({ mark, status }) => mark !== undefined && status !== undefined)).toEqual([])
  })

  it('date a result within the year of its competition', () => {
    for (const { name, date, competition } of results) {
      if (date !== undefined) expect(date.slice(0, 4), name).toBe(String(editions.get(competition)?.year))
    }
  })

  it('tell of school runners what they ran and for which school, and nothing of the person', () => {
    const isAtSchool = ({ club }: SeedResult) => club !== undefined && /high school/i.test(club)
    const pupils = athletes.filter((athlete) => athlete.results.some(isAtSchool))
    expect(pupils.length).toBeGreaterThan(0)
    for (const { birthDate, birthPlace, heightCm, weightKg, biography } of pupils) {
      expect([birthDate, birthPlace, heightCm, weightKg, biography]).toEqual([
        ...[undefined, undefined, undefined, undefined],
        [],
      ])
    }
  })

  it('place championships within races whose results have places in them', () => {
    for (const { slug, within, classification } of competitions.filter((one) => one.within !== undefined)) {
      const placed = results.filter(({ competition }) => competition === within)
      expect(
        placed.some(({ places }) => places.some((place) => place.in === classification)),
        slug,
      ).toBe(true)
    }
  })

  it('hold an announced start without a mark or a place', () => {
    const announced = results.filter(({ status }) => status === 'ENTERED')
    expect(announced.map(({ name }) => name)).toEqual(['ser-od-bat-ochir, 2014-beppu-oita-marathon'])
    for (const { mark, places } of announced) expect([mark, places]).toEqual([undefined, []])
  })
})

describe('the citations', () => {
  it('back every competition, result, place, record and name', () => {
    const optional = new Set(athletes.map(({ slug }) => slug))
    expect(everythingCited.filter(({ name, cite }) => cite.length === 0 && !optional.has(name))).toEqual([])
  })

  it('back every mark, status and given date with a passage that tells it', () => {
    const told = (cite: SeedCitation[], field: string) => cite.some((citation) => citation.field === field)
    for (const { name, mark, status, date, cite } of results) {
      if (mark !== undefined) expect(told(cite, 'mark'), name).toBe(true)
      if (status !== undefined) expect(told(cite, 'status'), name).toBe(true)
      if (date !== undefined) expect(told(cite, 'date'), name).toBe(true)
    }
  })

  it('assert what the record holds wherever they are accepted', () => {
    const agrees = (field: string, asserts: string, held: string) =>
      /date$/i.test(field) ? held.startsWith(asserts) : held === asserts
    expect(
      offenders(
        ({ field, asserts, accepted }, held) =>
          accepted && asserts !== undefined && held !== undefined && !agrees(field, asserts, held),
      ),
    ).toEqual([])
  })

  it('assert another value and say why, wherever they are not accepted', () => {
    expect(
      offenders(
        ({ asserts, accepted, rejection, reason }, held) =>
          accepted !== (rejection === undefined) || (!accepted && (reason === undefined || asserts === held)),
      ),
    ).toEqual([])
  })

  it('stand once each', () => {
    for (const { name, cite } of everythingCited) {
      const told = cite.map(({ source, at, field, asserts }) => [source, at, field, asserts].join(' | '))
      expect(told, name).toEqual([...new Set(told)])
    }
  })
})

describe('the disagreements', () => {
  const resultOf = (key: string) => serOd?.results.find((result) => result.key === key)
  const assertions = (cite: SeedCitation[] = []) => cite.map(({ asserts, accepted }) => [asserts, accepted])

  it('keep both places told of Moscow 2013 and accept the 36th', () => {
    expect(assertions(resultOf('2013-world-athletics-championships')?.places[0]?.cite)).toEqual([
      ['36', true],
      ['35', false],
    ])
  })

  it('hold Hong Kong 2008 and 2013 each as one result with two places, and no dispute about either', () => {
    const places = (key: string) => resultOf(key)?.places.map((place) => [place.in, place.place])
    expect(places('2008-hong-kong-marathon')).toEqual([
      ['overall', 5],
      ['asian-championship', 2],
    ])
    expect(places('2013-hong-kong-marathon')).toEqual([
      ['overall', 15],
      ['asian-championship', 1],
    ])
    const cited = resultOf('2013-hong-kong-marathon')?.places.flatMap(({ cite }) => cite)
    expect(cited?.filter(({ accepted }) => !accepted)).toEqual([])
  })

  it('keep where he lives and which marathon was his first as every document tells it', () => {
    const about = (field: string) => assertions(serOd?.cite.filter((citation) => citation.field === field))
    expect(about('residence')).toEqual([
      ['Japan', true],
      ['Mongolia and Gateshead, England', false],
    ])
    expect(about('firstMarathon')).toEqual([
      ['Hong Kong Marathon, 2002', true],
      ['World Championships, 2003', false],
      ['2004~', false],
    ])
  })
})

describe('the table of international competition', () => {
  const TABLE: [year: number, competition: string, place: number | null, mark: string][] = [
    [2002, 'World Half Marathon Championships', 96, '1:09:54'],
    [2003, 'World Athletics Championships', 63, '2:26:39'],
    [2004, 'Olympic Games', 75, '2:33:24'],
    [2005, 'World Athletics Championships', 61, '2:36:31'],
    [2005, 'World Half Marathon Championships', 56, '1:08:12'],
    [2006, 'Asian Games', 17, '2:31:00'],
    [2007, 'World Athletics Championships', 55, '2:49:06'],
    [2008, 'Olympic Games', 52, '2:24:19'],
    [2008, 'Hong Kong Marathon', 2, '2:20:18'],
    [2009, 'World Athletics Championships', 29, '2:17:22'],
    [2009, 'Asian Athletics Championships', 12, '14:47.01'],
    [2009, 'Asian Athletics Championships', 9, '29:43.79'],
    [2011, 'World Athletics Championships', 20, '2:16:41'],
    [2012, 'Olympic Games', 51, '2:20:10'],
    [2013, 'Hong Kong Marathon', 1, '2:17:56'],
    [2013, 'World Athletics Championships', 36, '2:21:55'],
    [2013, 'East Asian Games', 2, '14:28.24'],
    [2014, 'Asian Games', 4, '2:13:21'],
    [2015, 'World Athletics Championships', 38, '2:32:09'],
    [2016, 'Olympic Games', 91, '2:24:26'],
    [2017, 'World Athletics Championships', 48, '2:21:55'],
    [2018, 'Asian Games', 5, '2:23:42'],
    [2019, 'World Athletics Championships', 54, '2:36:01'],
    [2021, 'Olympic Games', null, 'DNF'],
    [2022, 'World Athletics Championships', 26, '2:11:39'],
    [2023, 'World Athletics Championships', null, 'DNF'],
    [2023, 'Asian Games', 16, '14:48.33'],
    [2023, 'Asian Games', 10, '30:57.71'],
    [2024, 'Olympic Games', 71, '2:42:33'],
    [2025, 'World Athletics Championships', 65, '2:30:09'],
  ]

  it.each(TABLE.map((row, index) => [index + 1, ...row] as const))(
    'row %i is in the record: %i %s, %s, %s',
    (number, year, name, place, markOrStatus) => {
      const row = `Statistics, International competition, row ${number}`
      const found = (serOd?.results ?? []).filter((result) => {
        const own = [...result.cite, ...result.places.flatMap(({ cite }) => cite)]
        return own.some(({ source, at }) => source === 'encyclopedia-article' && at === row)
      })
      expect(found).toHaveLength(1)
      for (const result of found) {
        expect(editions.get(result.competition)).toMatchObject({ year, name })
        expect(result.mark ?? result.status).toBe(markOrStatus)
        expect(result.country).toBe('MGL')
        const places = result.places.map((one) => one.place)
        expect(place === null ? places.length === 0 : places.includes(place)).toBe(true)
      }
    },
  )

  it('has no other row', () => {
    const rows = new Set(
      everythingCited.flatMap(({ cite }) => cite.map(({ at }) => at)).filter((at) => / row /.test(at)),
    )
    expect(rows.size).toBe(TABLE.length)
  })
})

describe('the biography', () => {
  const BINDING = /\{([^{}]*)\}/g
  const CITATION = /\[@([^\]:\s]+)(?::([^\]]*))?\]/g
  const OF_RESULT = ['mark', 'place', 'status', 'year', 'date', 'age', 'improvement', 'rank', 'rank-then', 'nth', 'gap']
  const chapters = athletes.flatMap((athlete) =>
    athlete.biography.map((chapter) => ({
      ...chapter,
      keys: new Map(athlete.results.map((result) => [result.key, result])),
    })),
  )

  it('has between six and eight chapters', () => {
    expect(chapters.length).toBeGreaterThanOrEqual(6)
    expect(chapters.length).toBeLessThanOrEqual(8)
  })

  it.each(chapters.map((chapter) => [chapter.title, chapter] as const))(
    '“%s” binds only what the record holds',
    (_title, { body, keys }) => {
      for (const [binding, words = ''] of body.matchAll(BINDING)) {
        const [word = '', subject = '', argument] = words.split(' ')
        const result = keys.get(subject)
        if (word === 'best') expect(isDisciplineSlug(subject), binding).toBe(true)
        else if (word === 'appearances' || word === 'streak') expect(seriesSlugs.has(subject), binding).toBe(true)
        else {
          expect(OF_RESULT, binding).toContain(word)
          expect(result, binding).toBeDefined()
        }
        if (word === 'mark') expect(result?.mark, binding).toBeDefined()
        if (word === 'status') expect(result?.status, binding).toBeDefined()
        if (word === 'gap') expect(keys.get(argument ?? '')?.mark, binding).toBeDefined()
        if (word === 'place') expect(result?.places.map((place) => place.in)).toContain(argument ?? 'overall')
      }
    },
  )

  it.each(chapters.map((chapter) => [chapter.title, chapter.body] as const))(
    '“%s” types no figure but years, and closes every brace',
    (title, body) => {
      const prose = `${title}\n${body}`.replace(BINDING, '').replace(CITATION, '')
      expect(prose).not.toMatch(/[{}[\]@]/)
      expect(prose.replace(/\b(?:19|20)\d\d\b/g, '')).not.toMatch(/\d/)
    },
  )

  it.each(chapters.map((chapter) => [chapter.title, chapter.body] as const))(
    '“%s” is read as Markdown to the letter as it was written: it has paragraphs only',
    (_title, body) => {
      const paragraphs = readChapter(body).map((block) => {
        if (block.kind !== 'paragraph') throw new Error(`There is a ${block.kind}.`)
        return block.children.map((leaf) =>
          'written' in leaf ? leaf.written : 'text' in leaf ? leaf.text : `<${leaf.kind}>`,
        )
      })
      const typed = body.split(/\n\s*\n/).map((paragraph) => paragraph.trim().replace(/\s+/g, ' '))
      expect(paragraphs.map((parts) => parts.join(''))).toEqual(typed)
    },
  )

  it.each(chapters.map((chapter) => [chapter.title, chapter.body] as const))(
    '“%s” cites a source with a place in it in every paragraph',
    (_title, body) => {
      for (const paragraph of body.trim().split(/\n\s*\n/)) {
        const citations = [...paragraph.matchAll(CITATION)]
        expect(citations.length, paragraph).toBeGreaterThan(0)
        for (const [citation, source = '', locator = ''] of citations) {
          expect(sourceSlugs.has(source), citation).toBe(true)
          expect(locator.trim(), citation).not.toBe('')
        }
      }
    },
  )
})

describe('the claims to be computed', () => {
  it('speak of athletes, sources, results, series and disciplines that exist', () => {
    for (const { source, subject, about } of claims) {
      expect(sourceSlugs.has(source), source).toBe(true)
      const athlete = athletes.find(({ slug }) => slug === subject)
      expect(athlete, subject).toBeDefined()
      if (about === undefined) continue
      const isResult = athlete?.results.some(({ key }) => key === about) ?? false
      expect(isResult || seriesSlugs.has(about) || isDisciplineSlug(about), about).toBe(true)
    }
  })

  it('each say something to check, and once', () => {
    for (const { at, kind, about, number, text } of claims)
      expect(about ?? number ?? text, `${kind}, ${at}`).toBeDefined()
    const told = claims.map((claim) => JSON.stringify(claim))
    expect(told).toEqual([...new Set(told)])
  })
})
