/** What revisions are about, and what the columns point to that they changed, in words. */
import { statementInWords } from '@/lib/findings/claims/words'
import type { Statement } from '@/lib/record/claim'
import { type FieldChange, fieldChanges, type Row, shown } from '@/lib/record/history'
import { thingOfTable } from '@/lib/record/things/things'
import { discipline, isDisciplineSlug } from '@/lib/sport/disciplines'
import type { Db } from '@/prisma/client'
import { dependsOn } from '../freshness/depends-on'
import { competitionHeadSubject, NAMES, resultSubject } from '../freshness/subjects'
import { findNames } from './names'
import { REFERENCES, type Reference } from './references'

/** A row before and after a change; null where there was none. */
interface Changed {
  entity: string
  before: Row | null
  after: Row | null
}

interface ResultNamed {
  /** "Marathon, Fukuoka Marathon 2014". */
  title: string
  isShown: boolean
}

/** Results by their ids. */
export async function findResultTitles(db: Db, ids: readonly string[]): Promise<Map<string, ResultNamed>> {
  const results = await db.result.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      withdrawn: true,
      race: {
        select: {
          event: { select: { disciplineSlug: true, competition: { select: { id: true, name: true, year: true } } } },
        },
      },
    },
  })
  return new Map(
    results.map(({ id, withdrawn, race: { event } }) => {
      dependsOn(resultSubject(id), competitionHeadSubject(event.competition.id))
      const name = isDisciplineSlug(event.disciplineSlug) ? discipline(event.disciplineSlug).name : event.disciplineSlug
      return [id, { title: `${name}, ${event.competition.name} ${event.competition.year}`, isShown: !withdrawn }]
    }),
  )
}

/** Without these, a row does not say what it is. */
const NAMING: Readonly<Record<string, readonly string[]>> = {
  events: ['competitionId'],
  races: ['eventId'],
  claims: ['resultId', 'seriesSlug', 'otherId'],
  team_members: ['athleteId'],
  citations: ['athleteId', 'nameVariantId', 'affiliationId', 'competitionId'],
}

/** What is said of a new row, besides what it is part of. */
const SAID_OF_NEW: Readonly<Record<string, readonly string[]>> = {
  competitions: ['seriesId'],
  biography_chapters: ['translationOfId'],
}

/** The columns of a row that are to be said by the names of what they point to. */
function namedColumns({ entity, before, after }: Changed): Reference[] {
  const always = [...(NAMING[entity] ?? []), ...((before === null && SAID_OF_NEW[entity]) || [])]
  return REFERENCES.filter(
    ({ table, column }) =>
      table === entity &&
      (always.includes(column) || (before !== null && shown(before[column]) !== shown(after?.[column]))),
  )
}

/** The names of things, by the table and what a column holds of them. */
export type NamesOfThings = ReadonlyMap<string, string>

const keyOf = ({ parent }: Reference, value: string) => `${parent} ${value}`

/** The names of everything that must be named to say what was changed of some rows. A few queries, however many. */
export async function findNamesIn(db: Db, rows: readonly Changed[]): Promise<NamesOfThings> {
  const pointed = rows.flatMap((row) =>
    namedColumns(row).flatMap((reference) =>
      [row.before, row.after].flatMap((side) => {
        const value = shown(side?.[reference.column])
        return value === null ? [] : [{ reference, value }]
      }),
    ),
  )
  if (pointed.length > 0) dependsOn(NAMES)
  const byId = pointed.filter(({ reference }) => reference.key === 'id')
  const slugs = pointed.flatMap(({ reference, value }) => (reference.key === 'slug' ? [value] : []))
  const found = await findNames(
    db,
    byId.map(({ reference, value }) => ({ entity: reference.parent, id: value })),
  )
  const series = slugs.length === 0 ? [] : await db.series.findMany({ where: { slug: { in: slugs } } })
  return new Map([
    ...byId.flatMap(({ reference, value }): [string, string][] => {
      const name = found.get(`${reference.parent}/${value}`)
      return name ? [[keyOf(reference, value), name.title]] : []
    }),
    ...series.map(({ slug, name }): [string, string] => [`series ${slug}`, name]),
  ])
}

/** The same row with the names of what it points to: `series` for `seriesId`. */
export function withNames(row: Row | null, changed: Changed, names: NamesOfThings): Row {
  const named = namedColumns(changed).flatMap((reference): [string, string][] => {
    const value = shown(row?.[reference.column])
    const name = value === null ? undefined : names.get(keyOf(reference, value))
    return name === undefined ? [] : [[nameOf(reference.column), name]]
  })
  return { ...row, ...Object.fromEntries(named) }
}

const nameOf = (column: string) => column.replace(/(Id|Slug)$/, '')

/** What was changed of a row, from what to what, with what its columns point to by name. */
export function namedFieldChanges(changed: Changed, names: NamesOfThings): FieldChange[] {
  const { entity, before, after } = changed
  const columns = namedColumns(changed)
  const pointed = columns.flatMap((reference): FieldChange[] => {
    const [was, is] = [before, after].map((row) => shown(row?.[reference.column]))
    const isInSubject = before === null && NAMING[entity]?.includes(reference.column)
    if (was === is || was === undefined || is === undefined || isInSubject) return []
    const [former, latter] = [was, is].map((value) => value && (names.get(keyOf(reference, value)) ?? value))
    const isOfOneName = former === latter && former !== null
    return [
      {
        field: nameOf(reference.column),
        before: former ?? null,
        after: isOfOneName ? 'another entry of that name' : (latter ?? null),
      },
    ]
  })
  const own = fieldChanges(before, after).filter(({ field }) => columns.every(({ column }) => column !== field))
  if (entity === 'photos' && before !== null && shown(before.fileId) !== shown(after?.fileId))
    own.unshift({ field: 'picture', before: 'the former one', after: 'another one' })
  return entity === 'claims' && before !== null && after !== null
    ? claimChanges(changed, names, [...pointed, ...own])
    : [...pointed, ...own]
}

/** A claim goes from one sentence to the other: its columns say little by themselves. */
function claimChanges(changed: Changed, names: NamesOfThings, fields: readonly FieldChange[]): FieldChange[] {
  const [before, after] = [changed.before, changed.after].map((row) => claimTitle(withNames(row, changed, names)))
  if (before === undefined || after === undefined || before === after) return [...fields]
  const others = fields.filter(({ field }) => ['athlete', 'source', 'locator', 'asOf'].includes(field))
  return [{ field: 'claim', before, after }, ...others]
}

/**
 * What a row is, or is about: Claim “3 times at the Fukuoka Marathon”; of what belongs to a result, what that is called.
 *
 * @param row with the names of what it points to.
 * @param result what the result is called that it is about, where it is about one that is in the record.
 * @returns '' where what happened to it says all of it.
 */
export function subjectOf(entity: string, row: Row, result: string | undefined): string {
  if (result !== undefined && entity !== 'claims') return result
  if (entity === 'results') return 'New result'
  const thing = thingOfTable(entity)
  if (!thing) {
    const cited = [row.athlete, row.nameVariant, row.affiliation, row.competition].find(Boolean)
    return entity === 'places' ? 'Place' : entity === 'citations' && cited ? String(cited) : ''
  }
  const title = entity === 'claims' ? claimTitle(row) : thing.title(row)
  const label = `${thing.name.charAt(0).toUpperCase()}${thing.name.slice(1)}`
  return title.startsWith(label) ? title : `${label} “${title}”`
}

function claimTitle(row: Row): string {
  const { series, seriesSlug, result } = row
  const words = statementInWords(row as unknown as Statement, String(series ?? seriesSlug ?? 'series'))
  return typeof result === 'string' ? `${words} (${result})` : words
}
