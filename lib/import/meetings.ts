/** At which competition a listed result was achieved: a list has a town and a day where the record has a name. */

import type { Category } from '../sport/championships'
import { type DisciplineSlug, discipline } from '../sport/disciplines'
import type { PartialDate } from '../sport/partial-date'

/** A place and a day of a list, or a name and a year. */
export interface ListedMeeting {
  id: string
  /** Folded name of the competition, without its year; null where the list has none. */
  nameKey: string | null
  /** Folded town. */
  cityKey: string | null
  countryCode: string | null
  startDate: PartialDate
  endDate: PartialDate
  category: Category
  /** Of a road race, whose discipline distinguishes it from the others of the town; null for a meeting in a stadium. */
  discipline: DisciplineSlug | null
}

/** A competition of the record that it may be. */
export interface KnownCompetition {
  id: string
  nameKey: string
  seriesKey: string | null
  cityKey: string | null
  countryCode: string | null
  year: number
  startDate: PartialDate | null
  endDate: PartialDate | null
  category: Category
  /** Games in the same country on these days, whose town has another name here: Moscow and Moskva, Sapporo and Tokyo. */
  elsewhere?: boolean
  /** Folded towns by which lists that were imported before call it. */
  calledSo?: string[]
  /** How many nations this list has there on its days. */
  nations?: number
}

export interface MeetingCandidate {
  competitionId: string
  why: string
  /** Whether one answer holds for all its days. */
  together?: boolean
}

export type MeetingMatch =
  | { state: 'KNOWN'; competitionId: string; reason: string }
  | { state: 'NEW' }
  | { state: 'ASK'; candidates: MeetingCandidate[]; reason: string }

/** Race days may be a day off: the date line, or the day after a night meeting. */
const SLACK_DAYS = 1
/** A championship's sessions go on from day to day; a second meeting in the same town begins after a pause. */
const LONGEST_PAUSE_DAYS = 1
/** No other meeting of the country has runners of so many nations in one list while Games are held there. */
const NATIONS_OF_GAMES = 8

/** The kind of competition where only its races are known: one for the road, one for the stadium. */
export function categoryOf(slug: DisciplineSlug): Category {
  const { surface } = discipline(slug)
  const isOffTrack = surface === 'ROAD' || surface === 'CROSS_COUNTRY' || surface === 'MOUNTAIN_TRAIL'
  return isOffTrack ? 'ROAD_RACE' : 'TRACK_MEETING'
}

/**
 * Which competition it is. Town and day make it sure where one alone fits; so does the name in the same year. Where
 * nothing of that town or name is known, it may be Games that were held in the country on that day.
 *
 * @param candidates those of the same town or name in the same year, and Games of the country on that day.
 */
export function matchMeeting(meeting: ListedMeeting, candidates: readonly KnownCompetition[]): MeetingMatch {
  const match = matchByName(
    meeting,
    candidates.filter(({ elsewhere }) => !elsewhere),
  )
  // A list that names its competitions would have named these Games.
  if (match.state !== 'NEW' || meeting.nameKey !== null) return match
  const games = candidates.filter((known) => known.elsewhere && holds(known, meeting, 0))
  const [one, other] = games
  if (!one) return match
  const calledSo = games.filter(({ calledSo = [] }) => meeting.cityKey !== null && calledSo.includes(meeting.cityKey))
  if (calledSo[0] && calledSo.length === 1) {
    return {
      state: 'KNOWN',
      competitionId: calledSo[0].id,
      reason: 'A list that was imported before calls its town so.',
    }
  }
  const { nations = 0 } = one
  if (!other && nations >= NATIONS_OF_GAMES) {
    const reason = `In the country and on the days of these Games, with ${nations} nations.`
    return { state: 'KNOWN', competitionId: one.id, reason }
  }
  return {
    state: 'ASK',
    candidates: games.map(({ id }) => ({ competitionId: id, why: 'In its country, on its days.', together: true })),
    reason: 'Games were held in that country on that day, in a town of another name.',
  }
}

function matchByName(meeting: ListedMeeting, candidates: readonly KnownCompetition[]): MeetingMatch {
  const fitting = candidates.filter(
    (known) =>
      (meeting.countryCode === null || known.countryCode === null || known.countryCode === meeting.countryCode) &&
      holds(known, meeting),
  )
  const isNamed = (known: KnownCompetition) => meeting.nameKey !== null && isNamedSo(known, meeting.nameKey)
  const suiting = fitting.filter((known) => suits(known.category, meeting.category) || isNamed(known))
  // Of Games whose days are not known, every race of that town and year might be one: a marathon of April is not.
  const doubtful = suiting.filter((known) => isGuess(known, meeting))
  if (doubtful.length > 0) {
    return {
      state: 'ASK',
      candidates: suiting.map((known) => ({ competitionId: known.id, why: 'The same town and year.' })),
      reason: 'A competition of that town and year may be meant; its days are not known.',
    }
  }
  const [one, another] = suiting
  if (one && !another) return { state: 'KNOWN', competitionId: one.id, reason: whySure(one, meeting) }
  const named = suiting.filter(isNamed)
  const onTheDay = suiting.filter((known) => holds(known, meeting, 0))
  const [that] = onTheDay
  if (that && onTheDay.length === 1 && !isVague(meeting.startDate)) {
    return { state: 'KNOWN', competitionId: that.id, reason: 'The same town, on the very day.' }
  }
  const [only] = named
  if (only && named.length === 1) return { state: 'KNOWN', competitionId: only.id, reason: 'The same name and date.' }
  if (suiting.length > 1 && suiting.every(isNameless)) {
    // Lists saw other days of it, one before and one after: sessions of one town that go on from day to day.
    const [earliest] = [...suiting].sort((a, b) => ((a.startDate ?? '') < (b.startDate ?? '') ? -1 : 1))
    if (earliest && !isVague(meeting.startDate)) {
      return { state: 'KNOWN', competitionId: earliest.id, reason: 'The same town, where the days go on.' }
    }
  }
  if (suiting.length > 1) {
    return {
      state: 'ASK',
      candidates: suiting.map((known) => ({ competitionId: known.id, why: whySure(known, meeting) })),
      reason: 'More than one competition fits.',
    }
  }
  return { state: 'NEW' }
}

function whySure(known: KnownCompetition, { nameKey }: ListedMeeting): string {
  if (nameKey !== null && isNamedSo(known, nameKey)) return 'The same name and date.'
  return known.startDate === null || isVague(known.startDate) ? 'The same town and year.' : 'The same town and day.'
}

/** Known by its town and days alone, as lists make them. */
function isNameless({ nameKey, seriesKey, cityKey }: KnownCompetition): boolean {
  return seriesKey === null && nameKey === cityKey
}

function isNamedSo({ nameKey, seriesKey }: KnownCompetition, key: string): boolean {
  return nameKey === key || seriesKey === key
}

/** A day against a year, for a competition of another kind and no name that says it is the same. */
function isGuess(known: KnownCompetition, { startDate, category, nameKey }: ListedMeeting): boolean {
  const isVagueOnly = (known.startDate === null || isVague(known.startDate)) && !isVague(startDate)
  return isVagueOnly && known.category !== category && !(nameKey !== null && isNamedSo(known, nameKey))
}

/** A road race has no track events; championships and games have both. */
function suits(known: Category, listed: Category): boolean {
  const single: Category[] = ['ROAD_RACE', 'TRACK_MEETING']
  return known === listed || !single.includes(known) || !single.includes(listed)
}

function holds({ year, startDate, endDate }: KnownCompetition, meeting: ListedMeeting, slack = SLACK_DAYS): boolean {
  if (startDate === null || isVague(startDate) || isVague(meeting.startDate)) {
    const known = (startDate ?? String(year)).replace('~', '')
    const listed = meeting.startDate.replace('~', '')
    return known.startsWith(listed) || listed.startsWith(known)
  }
  const last = endDate === null || isVague(endDate) ? startDate : endDate
  return addDays(startDate, -slack) <= meeting.endDate && meeting.startDate <= addDays(last, slack)
}

function isVague(date: PartialDate): boolean {
  return date.length !== 'YYYY-MM-DD'.length
}

/** A series whose editions were held in the same town and country, with the same road race. */
export interface KnownSeries {
  seriesId: string
  /** The days of its editions, each as far as it is known. */
  days: PartialDate[]
  /** The edition of the meeting's year, where the record has it. */
  edition: { id: string; startDate: PartialDate | null } | null
}

/** A race keeps its season to so many days: Easter, and moved weekends. */
const SEASON_DAYS = 45

/**
 * The series of which a road race that has no name is an edition: the only one of the town that is run in that season.
 *
 * @returns its edition of that year, where that can be the race; no edition where a new one is to be made.
 */
export function seriesByTownAndSeason(
  meeting: ListedMeeting,
  known: readonly KnownSeries[],
): { seriesId: string; competitionId: string | null } | null {
  if (meeting.category !== 'ROAD_RACE' || meeting.nameKey !== null || isVague(meeting.startDate)) return null
  const fitting = known.filter(({ days }) => {
    const exact = days.filter((day) => !isVague(day))
    return exact.length > 0 && exact.every((day) => isInSeason(day, meeting.startDate))
  })
  const [one, other] = fitting
  if (!one || other) return null
  const { edition } = one
  if (edition === null) return { seriesId: one.seriesId, competitionId: null }
  // The edition was held on another day: this is another race of the town.
  const isSame =
    edition.startDate === null || isVague(edition.startDate) || isNear(edition.startDate, meeting.startDate)
  return isSame ? { seriesId: one.seriesId, competitionId: edition.id } : null
}

function isNear(one: PartialDate, other: PartialDate): boolean {
  return addDays(one, -SLACK_DAYS) <= other && other <= addDays(one, SLACK_DAYS)
}

/** In days of the year, over its end too. */
function isInSeason(one: PartialDate, other: PartialDate): boolean {
  const dayOf = (date: PartialDate) =>
    Date.UTC(2000, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000
  const apart = Math.abs(dayOf(one) - dayOf(other))
  return Math.min(apart, 366 - apart) <= SEASON_DAYS
}

/** "2014-12-31" and 1 make "2015-01-01". */
export function addDays(day: PartialDate, days: number): PartialDate {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 'YYYY-MM-DD'.length)
}

/**
 * Puts together the days of one town that are one competition: the sessions of a track meeting that go on from day to
 * day, and whatever has one name in one town on neighbouring days. Road races that have no name stay apart by their days.
 *
 * @param meetings of one list, in any order.
 * @returns for each meeting the first of its cluster, by id, and the cluster's first and last day.
 */
export function clusterMeetings<T extends ListedMeeting>(
  meetings: readonly T[],
): Map<string, { first: T; startDate: PartialDate; endDate: PartialDate }> {
  const towns = new Map<string, T[]>()
  for (const meeting of meetings) {
    // A competition that has a name may have races in the stadium and on the road.
    const kind = meeting.nameKey === null ? meeting.category : ''
    const key = [meeting.countryCode, meeting.cityKey, meeting.nameKey, kind].join('\n')
    const town = towns.get(key)
    if (town) town.push(meeting)
    else towns.set(key, [meeting])
  }
  const clusters = new Map<string, { first: T; startDate: PartialDate; endDate: PartialDate }>()
  for (const town of towns.values()) {
    let cluster: { first: T; startDate: PartialDate; endDate: PartialDate } | null = null
    for (const meeting of [...town].sort((a, b) =>
      a.startDate < b.startDate ? -1 : a.startDate > b.startDate ? 1 : 0,
    )) {
      if (cluster && goesOn(cluster, meeting)) {
        if (meeting.endDate > cluster.endDate) cluster.endDate = meeting.endDate
      } else cluster = { first: meeting, startDate: meeting.startDate, endDate: meeting.endDate }
      clusters.set(meeting.id, cluster)
    }
  }
  return clusters
}

function goesOn(cluster: { first: ListedMeeting; endDate: PartialDate }, meeting: ListedMeeting): boolean {
  if (cluster.endDate === meeting.startDate) return true
  if (isVague(cluster.endDate) || isVague(meeting.startDate)) return false
  if (meeting.nameKey === null && (meeting.cityKey === null || meeting.category === 'ROAD_RACE')) return false
  return meeting.startDate <= addDays(cluster.endDate, LONGEST_PAUSE_DAYS)
}
