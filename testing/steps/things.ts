/** Things of every kind made, changed and withdrawn by the general form; one field of many changed at once. */
import type { ManyKind } from '@/lib/record/many/fields'
import type { Draft } from '@/lib/record/merge'
import { THINGS, type ThingKind, thingOf } from '@/lib/record/things/things'
import { previewMany, saveMany } from '@/server/many/editing'
import { addThing, findThing, saveThing, withdrawThing } from '@/server/things/things'
import { type Act, evidenceOf, NOTHING, type Numbers, otherThan, pick, resultsOf, somebody, type Work } from './step'
import { SAME } from './twins'

/** How a thing of each kind is made, by a number that tells those of one kind apart. */
const NEW: Record<ThingKind, (number: number, file: string) => Draft> = {
  athlete: (number) => ({
    displayName: `Dorj ${number}`,
    sortName: `Dorj ${number}`,
    nameOrder: 'GIVEN_FAMILY',
    sex: 'M',
    countryCode: 'MGL',
    birthDate: '1990',
  }),
  name: (number) => ({ text: `S. Bat-Ochir ${number}`, script: 'Latn', usedBy: 'A list' }),
  affiliation: (number) => ({ kind: 'CLUB', name: `Club ${number}`, place: 'Kuwana', startDate: '2001' }),
  representation: (number) => ({ countryCode: number === 0 ? 'JPN' : 'MGL', startDate: '2020' }),
  chapter: (number) => ({ title: `Chapter ${number}`, position: '9', language: 'en', body: 'Best: {best marathon}.' }),
  'external-id': (number) => ({
    authority: number === 0 ? 'WIKIDATA' : 'OLYMPEDIA',
    value: number === 0 ? 'Q1' : '12',
  }),
  photo: (number, fileId) => ({
    fileId,
    author: `Author ${number}`,
    licence: 'CC_BY_4_0',
    sourceUrl: 'https://pictures.example/1',
  }),
  series: (number) => ({ name: `Relay of ${number} towns`, category: 'ROAD_RACE' }),
  competition: (number) => ({ name: `Town Race ${number}`, year: '2013', category: 'ROAD_RACE', city: 'Kuwana' }),
  event: (number) => ({ disciplineSlug: number === 0 ? 'marathon' : '10k-road', sex: 'F' }),
  race: (number) => ({ round: 'HEAT', number: String(number + 1) }),
  split: (number) => ({ distance: `${number + 1}00 m`, value: '20.50' }),
  attempt: (number) => ({ number: String(number + 1), outcome: 'FOUL' }),
  'published-place': (number) => ({ classification: 'overall', place: String(number + 2), publishedOn: '2014' }),
  source: (number) => ({ publication: 'Almanac', title: `Part ${number}`, date: '2015' }),
  claim: (number) => ({ kind: 'APPEARANCES', seriesSlug: 'Fukuoka Marathon', number: String(number + 3) }),
}

/** What is changed of a thing of each kind, one or the other. */
const EDITS: Record<ThingKind, readonly [Draft, Draft]> = {
  athlete: [
    { nickname: 'The Wolf', heightCm: '171' },
    { birthDate: '', weightKg: '58' },
  ],
  name: [{ text: 'Ser-Od B.' }, { usedBy: '', language: 'mn' }],
  affiliation: [{ name: 'Another Club' }, { place: '', endDate: '2030' }],
  representation: [{ endDate: '2021' }, { startDate: '' }],
  chapter: [{ position: '3' }, { body: 'It says nothing more.' }],
  'external-id': [{ value: 'Q7' }, { authority: 'OLYMPEDIA', value: '77' }],
  photo: [{ caption: 'At the start' }, { author: 'Somebody Else', takenOn: '2014' }],
  series: [{ category: 'NATIONAL_CHAMPIONSHIPS' }, { name: 'Another Series' }],
  competition: [
    { city: 'Fukuoka City', officialName: '68th Edition' },
    { venue: '', seriesId: 'Fukuoka Marathon' },
  ],
  event: [{ ageGroup: 'U20' }, { paraClass: 'T11' }],
  race: [{ wind: '+0.7', number: '9' }, { round: 'SEMIFINAL' }],
  split: [{ value: '21.50' }, { distance: '300 m' }],
  attempt: [{ outcome: 'VALID', value: '7.81' }, { outcome: 'PASSED' }],
  'published-place': [{ place: '9' }, { publishedOn: '2015-02' }],
  source: [{ author: 'A. Author' }, { title: 'Another title', date: '2016' }],
  claim: [{ number: '4', kind: 'TIMES_OLYMPIAN' }, { asOf: '2016' }],
}

const KINDS = Object.keys(THINGS) as ThingKind[]
const kindOf = ({ which }: Numbers) => pick(KINDS, which) ?? 'name'

/** The newest rows of a table: those that editors have made, and work on again. */
async function newest({ db }: Work, kind: ThingKind): Promise<string[]> {
  const { table } = thingOf(kind)
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT t.id FROM "${table}" t WHERE NOT t.withdrawn
     ORDER BY (SELECT min(r.id) FROM revisions r WHERE r.entity = $1 AND r."entityId" = t.id) DESC LIMIT 4`,
    table,
  )
  return rows.map(({ id }) => id)
}

/** Of what a new thing is part; null where it stands by itself, or there is none. */
async function partOf(work: Work, kind: ThingKind): Promise<string | null> {
  const { db } = work
  const owner = thingOf(kind).partOf
  if (!owner) return null
  if (owner.kind === 'event') return (await newest(work, 'event'))[0] ?? null
  if (owner.kind === 'result') return pick(await resultsOf(work, somebody(work)), work.step.which)?.id ?? null
  if (owner.kind === 'competition') {
    const found = await db.competition.findFirst({ where: { slug: SAME.competition[0], withdrawn: false } })
    return found?.id ?? null
  }
  return (await db.athlete.findFirst({ where: { slug: somebody(work), withdrawn: false } }))?.id ?? null
}

const make: Act = async (work) => {
  const { step, db, editor } = work
  const kind = kindOf(step)
  const owner = await partOf(work, kind)
  if (owner === null && thingOf(kind).partOf !== null) return NOTHING
  const file = kind === 'photo' ? await db.photoFile.findFirst({ orderBy: { addedAt: 'asc' } }) : null
  const draft = NEW[kind](step.how % 2, file?.id ?? '')
  return addThing(db, editor, { kind, partOf: owner, draft, isSure: true }, evidenceOf(step))
}

const edit: Act = async (work) => {
  const { step, db, editor } = work
  const kind = kindOf(step)
  const id = pick(await newest(work, kind), step.how >> 1)
  const found = id === undefined ? null : await findThing(db, kind, id)
  if (id === undefined || !found) return NOTHING
  const base = { draft: found.draft, version: found.version }
  const draft = { ...base.draft, ...EDITS[kind][step.how % 2 === 0 ? 0 : 1] }
  return saveThing(db, editor, { kind, id, base, draft, isSure: true }, evidenceOf(step))
}

const retire: Act = async (work) => {
  const { step, db, editor } = work
  const kind = kindOf(step)
  const id = pick(await newest(work, kind), step.how)
  return id === undefined ? NOTHING : withdrawThing(db, editor, { kind, id }, evidenceOf(step))
}

const MANY: readonly { kind: ManyKind; field: string; value: string }[] = [
  { kind: 'result', field: 'club', value: 'NTN Toyo Bearings' },
  { kind: 'competition', field: 'city', value: 'Kuwana' },
  { kind: 'athlete', field: 'birthPlace', value: 'Ulaanbaatar' },
  { kind: 'result', field: 'note', value: 'In the rain' },
  { kind: 'competition', field: 'seriesId', value: 'Fukuoka Marathon' },
]

async function manyIds(work: Work, kind: ManyKind): Promise<string[]> {
  const { db } = work
  if (kind === 'competition') return newest(work, 'competition')
  const slug = somebody(work)
  if (kind === 'result') return (await resultsOf(work, slug)).slice(0, 3).map(({ id }) => id)
  const both = await db.athlete.findMany({ where: { slug: { in: [slug, otherThan(slug)] }, withdrawn: false } })
  return both.map(({ id }) => id)
}

const many: Act = async (work) => {
  const { step, db, editor } = work
  const chosen = pick(MANY, step.which)
  if (!chosen) return NOTHING
  const { kind, field, value } = chosen
  const asked = { kind, field, edit: { mode: 'set' as const, value }, ids: await manyIds(work, kind) }
  const { token } = await previewMany(db, asked)
  return saveMany(db, editor, { ...asked, seen: token }, evidenceOf(step))
}

export const THING_ACTS = { make, edit, retire, many }
