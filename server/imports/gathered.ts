/** The people and meetings that a list names, gathered row by row while it is read. */
import { placesIn } from '@/lib/import/compare'
import type { Listing } from '@/lib/import/listing'
import { categoryOf, type ListedMeeting } from '@/lib/import/meetings'
import type { ListedPerson } from '@/lib/import/people'
import { type FirstLine, outcomeKey, repeatOutcome, startKey } from '@/lib/import/repeats'
import type { Db } from '@/prisma/client'
import { recallResults } from './former-rows'
import type { ReadRow } from './list-task'
import { insertRows } from './row-state'
import { stableId } from './stable-id'

export interface Person extends ListedPerson {
  id: string
  name: string
  rows: number
  /** Who it is, where the list says so. */
  address: string | null
}

export interface Meeting extends ListedMeeting {
  /** Of those who competed there, as far as this list has them. */
  nations: Set<string>
  name: string | null
  city: string | null
  venue: string | null
  rows: number
  /** Which it is, where the list says so. */
  address: string | null
}

export class Gathered {
  private readonly persons = new Map<string, Person>()
  private readonly days = new Map<string, Meeting>()
  /** Keys of names as printed, and folded towns and competitions, as the database makes them. */
  private readonly keys = new Map<string, string | null>()
  private readonly folded = new Map<string, string | null>()
  /** The line of each start that counts, with its mark. */
  private readonly starts = new Map<string, FirstLine>()
  /** Rows that are not in the database yet, because the next may belong to them: one line for each place. */
  private pending: ReadRow[] = []
  /** For a line that is taken, one behind it that may be free. */
  private readonly nextLine = new Map<number, number>()

  constructor(
    private readonly db: Db,
    private readonly importId: string,
  ) {}

  get people(): Person[] {
    return [...this.persons.values()]
  }

  get meetings(): Meeting[] {
    return [...this.days.values()]
  }

  /** @param waiting how many of the last rows wait for the next batch; none after the last. */
  async add(rows: readonly ReadRow[], waiting: number): Promise<void> {
    await this.foldNames(rows.flatMap(({ listing }) => listing ?? []))
    for (const row of rows) this.pending.push(this.placed(row))
    const ready = this.pending.slice(0, Math.max(0, this.pending.length - waiting))
    this.pending = this.pending.slice(ready.length)
    const open = ready.filter(({ kind }) => kind === 'NEW' || kind === 'UNDECIDED')
    const digests = open.flatMap(({ digest }) => digest ?? [])
    const recalled = await recallResults(this.db, this.importId, digests)
    for (const row of open) row.resultId = recalled.get(row.digest ?? '') ?? null
    await insertRows(this.db, ready)
  }

  private placed(row: ReadRow): ReadRow {
    const { listing } = row
    const line = this.freeLine(row.line)
    if (listing === null) return { ...row, line }
    const key = this.keys.get(listing.name) ?? null
    if (key === null) {
      return { ...row, line, listing: null, kind: 'REFUSED', reason: `“${listing.name}” is no name.` }
    }
    const [personId, meetingId] = [this.person(listing, key).id, this.meeting(listing).id]
    const placed: ReadRow = { ...row, line, personId, meetingId }
    const start = startKey(personId, meetingId, listing)
    const first = this.starts.get(start)
    if (!first) {
      this.starts.set(start, { line, outcome: outcomeKey(listing), place: listing.place })
      return placed
    }
    if (row.question === 'READING') return placed
    const outcome = repeatOutcome(first, listing)
    if (outcome.kind === 'SAME') this.addPlaces(first.line, listing)
    return { ...placed, ...outcome }
  }

  /**
   * One line of a file may have several results; each needs a number of its own. Lines that are taken lead on, and are
   * made to lead as far as is known, so that a hundred thousand results in one line are not counted through each time.
   */
  private freeLine(wanted: number): number {
    const passed: number[] = []
    let line = wanted
    for (let next = this.nextLine.get(line); next !== undefined; next = this.nextLine.get(line)) {
      passed.push(line)
      line = next
    }
    for (const taken of [...passed, line]) this.nextLine.set(taken, line + 1)
    return line
  }

  /** A line that repeats another may give the place in one more classification. */
  private addPlaces(line: number, repeated: Listing): void {
    const first = this.pending.find((known) => known.line === line)?.listing
    if (first) first.morePlaces = [...(first.morePlaces ?? []), ...placesIn(repeated)]
  }

  private person({ name, birthDate, countryCode, sex, date, athleteAddress }: Listing, key: string): Person {
    const address = athleteAddress ?? null
    const id = stableId(this.importId, 'person', key, countryCode, sex, birthDate, ...(address ? [address] : []))
    const known = this.persons.get(id)
    if (known) {
      known.rows++
      if (date < known.firstDate) known.firstDate = date
      if (date > known.lastDate) known.lastDate = date
      return known
    }
    const person = { id, name, key, birthDate, countryCode, sex, firstDate: date, lastDate: date, rows: 1, address }
    this.persons.set(id, person)
    return person
  }

  private meeting({
    discipline,
    date,
    endDate,
    competition,
    countryCode: nation,
    competitionAddress,
  }: Listing): Meeting {
    const address = competitionAddress ?? null
    const { name, city, venue, countryCode } = competition
    const category = categoryOf(discipline)
    const nameKey = this.fold(name)
    const cityKey = this.fold(city) ?? (nameKey === null ? this.fold(venue) : null)
    const road = category === 'ROAD_RACE' ? discipline : null
    const told = address ? [address] : []
    const id = stableId(this.importId, 'meeting', nameKey, cityKey, countryCode, date, category, road, ...told)
    const known = this.days.get(id)
    if (known) {
      known.rows++
      if (nation !== null) known.nations.add(nation)
      return known
    }
    const meeting: Meeting = {
      id,
      name,
      city,
      venue,
      nameKey,
      cityKey,
      countryCode,
      startDate: date,
      endDate: endDate ?? date,
      category,
      discipline: road,
      nations: new Set(nation === null ? [] : [nation]),
      rows: 1,
      address,
    }
    this.days.set(id, meeting)
    return meeting
  }

  private fold(text: string | null): string | null {
    return text === null ? null : (this.folded.get(text) ?? null)
  }

  /** Asks the database for the keys of names that have not come up before: it is the database that compares them. */
  private async foldNames(listings: readonly Listing[]): Promise<void> {
    const names = [...new Set(listings.map(({ name }) => name))].filter((name) => !this.keys.has(name))
    const places = listings.flatMap(({ competition: { name, city, venue } }) => [name, city, venue])
    const texts = [...new Set(places)].filter((text) => text !== null && !this.folded.has(text)) as string[]
    if (names.length > 0) {
      const found = await this.db.$queryRaw<{ text: string; key: string | null }[]>`
        SELECT text, name_key(fold_name(text)) AS key FROM unnest(${names}::text[]) text`
      for (const { text, key } of found) this.keys.set(text, key)
    }
    if (texts.length > 0) {
      const found = await this.db.$queryRaw<{ text: string; folded: string | null }[]>`
        SELECT text, fold_name(regexp_replace(text, '\\y(1[89]|20)[0-9]{2}\\y', '', 'g')) AS folded
        FROM unnest(${texts}::text[]) text`
      for (const { text, folded } of found) this.folded.set(text, folded)
    }
  }
}
