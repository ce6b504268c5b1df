/**
 * Adds to a record, past every form, one world for each value of e2e/garbage.ts: an athlete with everything that an
 * athlete can have, a competition, a series, a source, an import. In all their columns of text stands that value, as far
 * as the database's own CHECKs let it. The columns are read from the database, so that a new one cannot be forgotten.
 */
import { Client as PgClient } from 'pg'
import { createClient } from '../prisma/client'
import { openEmbedded } from '../prisma/embedded'
import { GARBAGE, worldOf } from './garbage'

/** A value in a JSON column, beside the text itself. */
const GARBAGE_JSON: readonly unknown[] = [
  null,
  [],
  {},
  5,
  [[[]]],
  [null],
  { tables: [{}], context: [] },
  { x: { y: 1 } },
]

/** Columns that lead to a row or are its address. */
const KEY = /^(?:slug|.*Id|seriesSlug|disciplineSlug)$/

/** Broken constraints, values that are no such thing, what a trigger refuses, keys that are too long. */
const REFUSALS = /^(?:23|22|P0001|54)/

/** Tables besides those with a history whose text pages show. */
const OTHERS = [
  'disciplines',
  'finding_decisions',
  'imports',
  'import_rows',
  'import_people',
  'import_meetings',
  'taught_names',
  'remembered_columns',
]

const embedded = await openEmbedded(process.argv[2] ?? '')
const client = new PgClient({ connectionString: embedded.url })
await client.connect()
const db = createClient(embedded.url, 1)
const author = await db.user.findFirstOrThrow({ where: { role: 'ADMIN' }, select: { id: true } })
await db.$disconnect()

const tables = [
  ...(await namesOf(`SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'record_update'`)),
  ...OTHERS,
]
for (const [index, value] of GARBAGE.entries()) {
  await client.query('BEGIN')
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO change_sets (kind, "authorName", reason) VALUES ('SEED', $1, $1) RETURNING id`,
    [value.trim() === '' ? 'x' : value],
  )
  await client.query(`SELECT set_config('palmares.change_set', $1, true)`, [String(rows[0]?.id)])
  const world = rowsOf(worldOf(index), index)
  for (const [table, columns] of world) await insert(table, columns)
  const forgotten = tables.filter((table) => !world.some(([known]) => known === table))
  if (forgotten.length > 0) throw new Error(`No garbage is put into ${forgotten.join(', ')}.`)
  for (const [table, columns] of world) {
    const json = GARBAGE_JSON[index % GARBAGE_JSON.length]
    await spoil(table, columns, { text: value, json: JSON.stringify(index % 3 === 0 ? value : json) })
  }
  await client.query('COMMIT')
}
await client.end()
await embedded.close()

type Row = Record<string, unknown>

async function namesOf(sql: string): Promise<string[]> {
  return (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name.replaceAll('"', ''))
}

async function insert(table: string, row: Row): Promise<void> {
  const names = Object.keys(row)
  const values = names.map((_, index) => `$${index + 1}`)
  await client.query(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`)}) VALUES (${values}) ON CONFLICT DO NOTHING`,
    Object.values(row),
  )
}

/** Puts the value into every column of a row that takes it. */
async function spoil(table: string, row: Row, { text, json }: { text: string; json: string }): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_name = $1 AND data_type IN ('text', 'jsonb', 'ARRAY')`,
    [table],
  )
  const keys = await namesOf(
    `SELECT a.attname::text AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indisprimary AND i.indrelid = '${table}'::regclass`,
  )
  const where = keys.map((name, index) => `"${name}" = $${index + 2}`).join(' AND ')
  for (const { name, type } of rows) {
    if (KEY.test(name) || keys.includes(name)) continue
    const value = type === 'text' ? text : type === 'jsonb' ? json : [text]
    await client.query('SAVEPOINT one')
    try {
      await client.query(`UPDATE "${table}" SET "${name}" = $1 WHERE ${where}`, [value, ...keys.map((key) => row[key])])
      await client.query('RELEASE SAVEPOINT one')
    } catch (error) {
      // The database itself refuses it, which is as good as a form that does; anything else is a fault of this script.
      if (!REFUSALS.test((error as { code?: string }).code ?? '')) throw error
      await client.query('ROLLBACK TO SAVEPOINT one')
    }
  }
}

/** One row, or two, of every table, all of them with the name of the world for an id and a slug. */
function rowsOf(id: string, index: number): [table: string, row: Row][] {
  const athleteId = id
  const partner = `${id}-partner`
  const competition = { slug: id, seriesId: id, name: id, year: 2013, startDate: '2013-05-01', endDate: '2013-05-02' }
  const place = { city: 'Osaka', venue: 'Stadium', countryCode: 'JPN', latitude: 34.7, longitude: 135.5 }
  const mark = { mark: '2:08:50', value: 7_730_000, precision: 1000, timing: 'GUN' }
  const cited = (target: string, field: string): [string, Row] => [
    'citations',
    {
      id: `${id}-${target}-${field}`,
      sourceId: id,
      locator: 'p. 1',
      field,
      asserts: '2:09:00',
      accepted: false,
      rejection: 'MISPRINT',
      reason: 'A slip',
      [target]: id,
    },
  ]
  return [
    ['disciplines', { slug: id, name: id, surface: 'TRACK', unit: 'MILLISECOND' }],
    ['series', { id, slug: id, name: id, category: 'WORLD_CHAMPIONSHIPS' }],
    [
      'sources',
      {
        id,
        slug: id,
        publication: id,
        title: id,
        author: 'A',
        translator: 'T',
        date: '2014',
        language: 'mn',
        url: 'https://example.org/',
        accessed: '2014-12-07',
      },
    ],
    ...[athleteId, partner].map((key): [string, Row] => [
      'athletes',
      {
        id: key,
        slug: key,
        displayName: key,
        sortName: key,
        nativeName: 'N',
        nickname: 'N',
        sex: 'M',
        birthDate: '1981-10-07',
        deathDate: null,
        birthPlace: 'B',
        countryCode: 'MGL',
      },
    ]),
    ['name_variants', { id, athleteId, text: 'N', script: 'Cyrl', language: 'mn', usedBy: 'U' }],
    [
      'affiliations',
      { id, athleteId, kind: 'CLUB', name: 'C', place: 'P', note: 'N', startDate: '2010', endDate: '2012' },
    ],
    ['representations', { id, athleteId, countryCode: 'MGL', startDate: '2002', endDate: '2020' }],
    ['biography_chapters', { id, athleteId, position: 1, title: 'T', body: 'B', language: 'en' }],
    ['external_ids', { id, athleteId, authority: index % 2 ? 'WIKIDATA' : 'WORLD_ATHLETICS', value: '1' }],
    ['photo_files', { id, width: 10, height: 10, large: Buffer.from('x'), small: Buffer.from('x') }],
    [
      'photos',
      {
        id,
        athleteId,
        fileId: id,
        author: 'A',
        licence: 'CC0',
        sourceUrl: 'https://example.org/',
        caption: 'C',
        takenOn: '2014',
        addedAt: '2024-01-01T00:00:00Z',
      },
    ],
    ['competitions', { id, ...competition, officialName: 'O', ...place, category: 'WORLD_CHAMPIONSHIPS' }],
    ['events', { id, competitionId: id, disciplineSlug: 'marathon', sex: 'M', ageGroup: null, paraClass: null }],
    // An event of a discipline that this version of the program does not know.
    ['events', { id: `${id}-unknown`, competitionId: id, disciplineSlug: id, sex: 'M' }],
    ['events', { id: `${id}-relay`, competitionId: id, disciplineSlug: '4x400-metres-relay', sex: 'M' }],
    ...['', '-unknown', '-relay'].map((part): [string, Row] => [
      'races',
      { id: id + part, eventId: id + part, round: 'FINAL', date: '2013-05-01' },
    ]),
    [
      'results',
      {
        id,
        raceId: id,
        athleteId,
        ...mark,
        date: '2013-05-01',
        countryCode: 'MGL',
        club: 'C',
        qualification: 'Q',
        note: 'N',
      },
    ],
    ['results', { id: partner, raceId: id, athleteId: partner, ...mark, countryCode: 'MGL' }],
    ['results', { id: `${id}-unknown`, raceId: `${id}-unknown`, athleteId, ...mark }],
    [
      'results',
      { id: `${id}-relay`, raceId: `${id}-relay`, team: 'T', mark: '3:08.50', value: 188_500, precision: 10 },
    ],
    ['team_members', { id, resultId: `${id}-relay`, athleteId, leg: 1 }],
    ['places', { id, resultId: id, classification: 'overall', place: 2 }],
    ['published_places', { id, resultId: id, classification: 'overall', place: 3, sourceId: id }],
    ['splits', { id, resultId: id, distance: 21_097_500, value: 3_900_000 }],
    ['attempts', { id, resultId: id, number: 1, outcome: 'VALID', value: 8_000 }],
    ['record_claims', { id, resultId: id, code: 'NR', scope: 'MGL', authority: 'A' }],
    [
      'claims',
      {
        id,
        athleteId,
        sourceId: id,
        locator: 'p. 1',
        kind: 'PERSONAL_BEST',
        resultId: id,
        text: '2:08:50',
        since: '2010',
        asOf: '2014',
      },
    ],
    [
      'claims',
      {
        id: `${id}-unknown`,
        athleteId,
        sourceId: id,
        locator: 'p. 1',
        kind: 'PERSONAL_BEST',
        disciplineSlug: id,
        text: '2:08:50',
      },
    ],
    ...(
      [
        ['resultId', 'mark'],
        ['resultId', 'date'],
        ['placeId', 'place'],
        ['recordClaimId', 'code'],
        ['athleteId', 'birthDate'],
        ['nameVariantId', 'text'],
        ['affiliationId', 'name'],
        ['competitionId', 'city'],
      ] as const
    ).map(([target, field]) => cited(target, field)),
    [
      'finding_decisions',
      { id, rule: 'uncited-figure', subject: id, fingerprint: id, reason: 'R', authorId: author.id, authorName: 'A' },
    ],
    [
      'imports',
      {
        id,
        authorId: author.id,
        authorName: 'A',
        state: index % 4 === 0 ? 'UPLOADED' : 'READY',
        fileName: 'f',
        bytes: 1,
        fingerprint: id,
        setup: '{}',
        evidence: '{}',
        problem: 'P',
      },
    ],
    [
      'import_people',
      {
        importId: id,
        id,
        name: 'N',
        key: 'n',
        birthDate: '1981',
        countryCode: 'MGL',
        sex: 'M',
        rows: 1,
        state: 'ASK',
        reason: 'R',
      },
    ],
    [
      'import_meetings',
      {
        importId: id,
        id,
        name: 'N',
        city: 'C',
        venue: 'V',
        countryCode: 'MGL',
        startDate: '2013',
        endDate: '2013',
        category: 'ROAD_RACE',
        rows: 1,
        state: 'ASK',
        reason: 'R',
      },
    ],
    ['import_rows', { importId: id, line: 1, raw: 'r', personId: id, meetingId: id, kind: 'NEW', reason: 'R' }],
    ['taught_names', { folded: id, countryCode: 'MGL', disciplineSlug: id, seriesId: id, authorName: 'A' }],
    ['remembered_columns', { publication: id, header: id, columns: '[]' }],
  ]
}
