/**
 * The open data: the JSON of /api/v1 and the table of results.csv. Both are promises to programs not
 * our own: a field is never renamed nor changed in meaning, and the same record gives the same text, in whatever order
 * it was read from the database.
 *
 * Codes of the sport stay as the sport writes them (DNF, NR, MGL); our own vocabulary is lower-case with hyphens. Winds
 * are metres a second. A date known only approximately is cut to its year: "2014-04" would claim more than is known.
 */
import { personalBests, separateBests } from '../career/bests'
import { type NationalProgression, ownProgressions } from '../career/national-progression'
import { escapeFormula } from '../import/formula-escape'
import type { Affiliation, AthleteRecord, Representation } from '../record/athlete'
import type { Competition } from '../record/competition'
import { citedFields, isDisputed } from '../record/disputes'
import { externalAddress } from '../record/external-id'
import type { RaceContext } from '../record/race-context'
import type { Place, Result } from '../record/result'
import type { Source } from '../record/source'
import { byDate, byText, newestFirst } from '../sport/chronology'
import type { Unit } from '../sport/disciplines'
import { discipline } from '../sport/disciplines'
import { displayMark } from '../sport/display-mark'
import type { PartialDate } from '../sport/partial-date'
import { datePrecision, yearOf } from '../sport/partial-date'
import { listOf } from '../sport/separate-lists'

const UNITS = { MILLISECOND: 'milliseconds', MILLIMETRE: 'millimetres', POINT: 'points' } satisfies Record<Unit, string>

/** Sorts after every date. */
const UNDATED: PartialDate = '9999'

export type OpenAthlete = ReturnType<typeof openAthlete>
export type OpenResult = ReturnType<typeof openResult>

/** By the id of a result; empty for a past state, of which only the athlete's own record is put together. */
type Races = ReadonlyMap<string, RaceContext>

/** The answer to GET /api/v1/athletes/{slug}. `findings` are what the record's own rules noticed, ready for JSON. */
export function openAthlete(
  record: AthleteRecord,
  {
    findings = [],
    national = ownProgressions(record.results, record.athlete.countryCode),
    races = new Map(),
  }: { findings?: readonly object[]; national?: readonly NationalProgression[]; races?: Races } = {},
) {
  const { athlete, results, sources, updatedAt, revision } = record
  return {
    slug: athlete.slug,
    name: athlete.displayName,
    sortName: athlete.sortName,
    nativeName: athlete.nativeName,
    nickname: athlete.nickname,
    sex: athlete.sex,
    country: athlete.countryCode,
    birthDate: athlete.birthDate && openDate(athlete.birthDate),
    birthPlace: athlete.birthPlace,
    deathDate: athlete.deathDate && openDate(athlete.deathDate),
    heightCm: athlete.heightCm,
    weightKg: athlete.weightKg,
    representations: athlete.representations.toSorted(oldestFirst).map(openRepresentation),
    names: athlete.names
      .map(({ text, script, language, usedBy }) => ({ text, script, language, usedBy }))
      .sort((a, b) => byText(a.script, b.script) || byText(a.text, b.text) || byText(a.usedBy ?? '', b.usedBy ?? '')),
    externalIds: athlete.externalIds
      .map(({ authority, value }) => ({
        authority: openCode(authority),
        value,
        url: externalAddress({ authority, value }, athlete.sex),
      }))
      .sort((a, b) => byText(a.authority, b.authority)),
    affiliations: athlete.affiliations.toSorted(oldestAffiliationFirst).map(openAffiliation),
    personalBests: personalBests(results).map(({ result }) => openPersonalBest(result)),
    separateBests: separateBests(results).map(({ list, result }) => ({ list, ...openPersonalBest(result) })),
    nationalRecords: national.map((progression) => openProgression(progression, results)),
    results: results.toSorted(newestFirst).map((result) => openResult(result, races.get(result.id))),
    findings,
    sources: sources
      .toSorted((a, b) => byDate(a.date ?? UNDATED, b.date ?? UNDATED) || byText(a.slug, b.slug))
      .map(openSource),
    updatedAt,
    revision,
  }
}

/** One result, with the citations of its places and record claims under "place:overall" and "record:NR". */
export function openResult(result: Result, race?: RaceContext) {
  return {
    id: result.id,
    year: yearOf(result.date),
    date: openDate(result.date),
    datePrecision: datePrecision(openDate(result.date)),
    notBefore: result.notBefore && openDate(result.notBefore),
    notAfter: result.notAfter && openDate(result.notAfter),
    competition: openCompetition(result.competition),
    venue: { city: result.venue.city, country: result.venue.countryCode },
    discipline: result.discipline,
    ageGroup: result.ageGroup,
    paraClass: result.paraClass,
    round: openCode(result.round),
    raceNumber: result.raceNumber,
    mark: displayMark(result),
    value: result.value,
    unit: UNITS[discipline(result.discipline).unit],
    status: result.status,
    wind: result.wind === null ? null : result.wind / 1000,
    list: listOf(result),
    flags: result.flags.toSorted(byText),
    timing: result.timing && openCode(result.timing),
    reactionTime: result.reactionTime === null ? null : result.reactionTime / 1000,
    ruleBroken: result.ruleBroken,
    implement: result.implement,
    teamScore: result.teamScore,
    finishers: result.finishers,
    winners: race?.winners.map(({ resultId, slug, name, mark }) => ({ resultId, slug, name, mark })) ?? [],
    gap: race?.gap ?? null,
    company: result.company && openCode(result.company),
    certification: result.certification,
    drop: result.drop,
    separation: result.separation,
    splits: result.splits.map(({ distance, value }) => ({ distance, value })),
    attempts: result.attempts.map(({ number, height, outcome, value, wind }) => ({
      number,
      height,
      outcome: openCode(outcome),
      value,
      wind: wind === null ? null : wind / 1000,
    })),
    publishedPlaces: result.publishedPlaces.map(({ classification, place, publishedOn, source, locator }) => ({
      classification,
      place,
      publishedOn: publishedOn && openDate(publishedOn),
      source: source?.slug ?? null,
      locator,
    })),
    places: result.places.toSorted(overallFirst).map(({ classification, place }) => ({ classification, place })),
    records: recordCodes(result),
    citations: openCitations(result),
    disputed: isDisputed(result),
  }
}

function openPersonalBest(result: Result) {
  const { id, mark, value, unit, date, competition, records } = openResult(result)
  return { discipline: result.discipline, mark, value, unit, date, competition, resultId: id, records }
}

/** The athlete's own steps; `state` is null for a mark that was the best on record here and no more. */
function openProgression({ discipline, scope, sex, steps }: NationalProgression, results: readonly Result[]) {
  const own = new Set(results.map(({ id }) => id))
  return {
    discipline,
    country: scope || null,
    sex,
    steps: steps
      .filter(({ mark }) => own.has(mark.id))
      .map(({ mark, claim, improvement, stands, isBestToday }) => ({
        resultId: mark.id,
        mark: displayMark(mark),
        date: openDate(mark.date),
        state: claim && openCode(claim.state),
        improvement,
        stands,
        bestOnRecord: isBestToday,
      })),
  }
}

function openCompetition({ slug, name, city, countryCode, category }: Competition) {
  return { slug, name, city, country: countryCode, category: openCode(category) }
}

function openRepresentation({ countryCode, startDate, endDate }: Representation) {
  return {
    country: countryCode,
    startDate: startDate && openDate(startDate),
    endDate: endDate && openDate(endDate),
  }
}

function openAffiliation({ kind, name, place, startDate, endDate }: Affiliation) {
  return {
    kind: openCode(kind),
    name,
    place,
    startDate: startDate && openDate(startDate),
    endDate: endDate && openDate(endDate),
  }
}

function openSource({ slug, publication, title, author, translator, date, language, url }: Source) {
  return { slug, publication, title, author, translator, date: date && openDate(date), language, url }
}

function openCitations(result: Result) {
  return citedFields(result)
    .map(({ field, citation: { source, locator, asserts, accepted } }) => ({
      source: source.slug,
      locator,
      field,
      asserts,
      accepted,
    }))
    .sort(
      (a, b) =>
        byText(a.field, b.field) ||
        byText(a.source, b.source) ||
        byText(a.locator, b.locator) ||
        byText(a.asserts ?? '', b.asserts ?? ''),
    )
}

/** The codes of the records it set, "=NR" where it equalled one; rescinded claims are left out. */
function recordCodes(result: Result): string[] {
  return result.records
    .filter(({ state }) => state !== 'RESCINDED')
    .map(({ code, equalled }) => (equalled ? `=${code}` : code))
    .sort(byText)
}

/** One line of the table: a result with one of its places, if it has any. */
type Row = { result: OpenResult; edition: string | null; place: OpenResult['places'][number] | null }

const COLUMNS: readonly (readonly [name: string, read: (row: Row) => string | number | boolean | null | undefined])[] =
  [
    ['result_id', ({ result }) => result.id],
    ['year', ({ result }) => result.year],
    ['date', ({ result }) => result.date],
    ['date_precision', ({ result }) => result.datePrecision],
    ['competition', ({ result }) => result.competition.name],
    ['edition', ({ edition }) => edition],
    ['city', ({ result }) => result.competition.city],
    ['country', ({ result }) => result.competition.country],
    ['category', ({ result }) => result.competition.category],
    ['discipline', ({ result }) => result.discipline],
    ['round', ({ result }) => result.round],
    ['mark', ({ result }) => result.mark],
    ['value', ({ result }) => result.value],
    ['unit', ({ result }) => result.unit],
    ['status', ({ result }) => result.status],
    ['wind', ({ result }) => result.wind],
    ['classification', ({ place }) => place?.classification],
    ['place', ({ place }) => place?.place],
    ['records', ({ result }) => result.records.join('; ')],
    ['disputed', ({ result }) => result.disputed],
    ['sources', ({ result }) => [...new Set(result.citations.map(({ source }) => source))].sort(byText).join('; ')],
    ['race_city', ({ result }) => result.venue.city],
    ['race_country', ({ result }) => result.venue.country],
    ['not_before', ({ result }) => result.notBefore],
    ['not_after', ({ result }) => result.notAfter],
    ['list', ({ result }) => result.list],
    ['flags', ({ result }) => result.flags.join(' ')],
    ['timing', ({ result }) => result.timing],
    ['reaction_time', ({ result }) => result.reactionTime],
    ['rule_broken', ({ result }) => result.ruleBroken],
    ['implement', ({ result }) => result.implement],
    ['team_score', ({ result }) => result.teamScore],
    ['splits', ({ result }) => result.splits.map(({ distance, value }) => `${distance}=${value}`).join('; ')],
    ['attempts', ({ result }) => result.attempts.map(attemptInCell).join('; ')],
    ['finishers', ({ result }) => result.finishers],
    ['won_by', ({ result }) => result.winners.map(({ name }) => name).join('; ')],
    ['gap', ({ result }) => result.gap],
  ]

/**
 * The table of results.csv, newest result first: one row a place, a result without a place has one row. Several
 * records or sources in one cell are separated by "; ", and an unknown value is an empty cell. A cell that a
 * spreadsheet would read as a formula begins with an apostrophe, and so does a number with a sign.
 */
export function resultsTable(
  { results }: AthleteRecord,
  races: Races = new Map(),
): { header: string[]; rows: string[][] } {
  return {
    header: COLUMNS.map(([name]) => name),
    rows: results
      .toSorted(newestFirst)
      .flatMap((result) => rowsOf(result, races.get(result.id)))
      .map((row) => COLUMNS.map(([, read]) => cell(read(row)))),
  }
}

function rowsOf(result: Result, race: RaceContext | undefined): Row[] {
  const open = openResult(result, race)
  const places = open.places.length > 0 ? open.places : [null]
  return places.map((place) => ({ result: open, edition: result.competition.officialName, place }))
}

/** "1=8120", "1=foul"; in a vertical jump "2250/3=valid". */
function attemptInCell({ number, height, outcome, value }: OpenResult['attempts'][number]): string {
  return `${height === null ? '' : `${height}/`}${number}=${value ?? outcome}`
}

function cell(value: string | number | boolean | null | undefined): string {
  const text = escapeFormula(String(value ?? ''))
  // Signed numbers are not formulas, but programs that read this table expect them with the apostrophe.
  return /^[+-]/.test(text) ? `'${text}` : text
}

/** "WORLD_CHAMPIONSHIPS" as "world-championships". */
function openCode(code: string): string {
  return code.toLowerCase().replaceAll('_', '-')
}

function openDate(date: PartialDate): PartialDate {
  return date.endsWith('~') ? date.slice(0, 'YYYY'.length) : date
}

/** The place in the whole race before those in other classifications, these by name. */
function overallFirst(a: Place, b: Place): number {
  const isOverall = ({ classification }: Place) => Number(classification === 'overall')
  return isOverall(b) - isOverall(a) || byText(a.classification, b.classification) || a.place - b.place
}

function oldestFirst(a: Representation, b: Representation): number {
  return byDate(a.startDate ?? UNDATED, b.startDate ?? UNDATED) || byText(a.countryCode, b.countryCode)
}

function oldestAffiliationFirst(a: Affiliation, b: Affiliation): number {
  return byDate(a.startDate ?? UNDATED, b.startDate ?? UNDATED) || byText(a.name, b.name) || byText(a.kind, b.kind)
}
