/** A hundred thousand people who might have lived, with results, for measurements: the same ones each time. */
import type { Client } from '@/prisma/client'
import { seedChange } from '@/server/history/change'

const GIVEN =
  'John James Robert Michael William David Richard Joseph Thomas Charles Mary Patricia Jennifer Linda Elizabeth Barbara ' +
  'Susan Jessica Sarah Karen Ryuji Kenji Yuki Takeshi Haruka Satoshi Naoki Dmitri Sergei Olga Svetlana Ivan Mohamed ' +
  'Ahmed Hassan Ali Fatima Abebe Haile Tirunesh Kenenisa Eliud Wilson Paul Daniel Juan Carlos Maria Luis Jose Pedro ' +
  'João Bat-Erdene Ganbold Ser-Od Otgonbayar Boldbaatar Mönkhzayaa Usain Yohan Shelly-Ann Li Wang Chen Zhang Xie Su ' +
  'Łukasz Piotr Anna Katarzyna Marie Jean Pierre François Søren Åsa Björn Jürgen'
const SYLLABLES =
  'ba be bi bo bu da de do du ga ge go ka ke ki ko ku la le li lo ma me mi mo mu na ne ni no ra re ri ro sa se si so su ' +
  'ta te ti to va ve vi wa ya yo za zo cha che chi sha shi tsu kha zhu ber man son sen kov ova ski ez ini ard ell mun'
const COUNTRIES = 'MGL JPN KEN ETH USA GBR FRA GER ESP POL CHN JAM SWE NOR BRA MAR RSA AUS UKR KAZ'
const CYRILLIC: Record<string, string> = {
  a: 'а',
  e: 'е',
  i: 'и',
  o: 'о',
  u: 'у',
  k: 'к',
  m: 'м',
  n: 'н',
  s: 'с',
  t: 'т',
}

export interface Person {
  id: string
  given: string
  family: string
}

/** Numbers in [0, 1), the same sequence for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function makePeople(count: number): Person[] {
  const random = seeded(1)
  const pick = (words: string[], steep = 1) => words[Math.floor(words.length * random() ** steep)] ?? ''
  const [given, syllables] = [GIVEN.split(' '), SYLLABLES.split(' ')]
  return Array.from({ length: count }, (_, at) => {
    const family = Array.from({ length: 2 + (at % 3) }, () => pick(syllables)).join('')
    // Some given names are far more common than others.
    return { id: `a${at}`, given: pick(given, 1.7), family: family[0]?.toUpperCase() + family.slice(1) }
  })
}

/** Writes them, with a quarter's other spellings, a result each on average, and a few thousand competitions. */
export async function writeCrowd(db: Client, people: Person[]): Promise<void> {
  const countries = COUNTRIES.split(' ')
  const columns = {
    id: people.map(({ id }) => id),
    name: people.map(({ given, family }) => `${given} ${family}`),
    sort: people.map(({ given, family }) => `${family}, ${given}`),
    country: people.map((_, at) => countries[at % countries.length]),
  }
  const spelt = people.filter((_, at) => at % 4 === 0)
  const others = spelt.map(({ given, family }, at) =>
    at % 2
      ? `${family.toUpperCase()} ${given[0]}.`
      : [...`${family} ${given}`.toLowerCase()].map((c) => CYRILLIC[c] ?? c).join(''),
  )
  await seedChange(db, { authorName: 'bench', reason: 'A crowd' }, async ({ tx }) => {
    await tx.$executeRaw`
      INSERT INTO athletes (id, slug, "displayName", "sortName", sex, "countryCode", "birthDate")
      SELECT id, id, name, sort, 'M', country, (1950 + (at % 55))::text
      FROM unnest(${columns.id}::text[], ${columns.name}::text[], ${columns.sort}::text[], ${columns.country}::text[])
        WITH ORDINALITY AS person(id, name, sort, country, at)`
    await tx.$executeRaw`
      INSERT INTO name_variants (id, "athleteId", text, script)
      SELECT 'v' || id, id, text, 'Zyyy' FROM unnest(${spelt.map(({ id }) => id)}::text[], ${others}::text[]) spelt(id, text)`
    await tx.$executeRaw`
      INSERT INTO disciplines (slug, name, surface, unit, distance)
      VALUES ('marathon', 'Marathon', 'ROAD', 'MILLISECOND', 42195000) ON CONFLICT DO NOTHING`
    await tx.$executeRaw`
      INSERT INTO series (id, slug, name, category)
      SELECT 's' || n, 'series-' || n, initcap(a."sortName") || ' Marathon', 'ROAD_RACE'
      FROM generate_series(1, 200) n JOIN athletes a ON a.id = 'a' || n * 7`
    await tx.$executeRaw`
      INSERT INTO competitions (id, slug, "seriesId", name, year, category, city)
      SELECT 'c' || n, 'competition-' || n, s.id, s.name, 1990 + n / 200, 'ROAD_RACE', split_part(s.name, ',', 1)
      FROM generate_series(0, 5999) n JOIN series s ON s.id = 's' || (n % 200) + 1`
    await tx.$executeRaw`
      INSERT INTO events (id, "competitionId", "disciplineSlug", sex) SELECT 'e' || id, id, 'marathon', 'M' FROM competitions WHERE id LIKE 'c%'`
    await tx.$executeRaw`INSERT INTO races (id, "eventId") SELECT 'r' || id, id FROM events WHERE id LIKE 'ec%'`
    await tx.$executeRaw`
      INSERT INTO results (id, "raceId", "athleteId", mark, value, precision)
      SELECT 'x' || n, 'rec' || n % 6000, 'a' || floor(${people.length} * power((n * 7919 % 100003) / 100003.0, 4))::int, '2:30:00', 9000000, 1000
      FROM generate_series(1, ${people.length}::int) n`
  })
}
