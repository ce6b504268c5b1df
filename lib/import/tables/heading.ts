/**
 * What the heading above a table or a list says of the rows below: "Men's 200 m Final   +0.7 m/s", "Heat 2 of 4",
 * "20th Asian Championships, Pune, India, July 3-7, 2013". A heading says of the race only what is written in it.
 */
import type { RowContext } from '../listing'
import { HeadingWords } from './heading-words'
import { countryCodeOf, takeDate, takeMeeting } from './meeting-words'
import { takeEvent, takeRound, takeWind } from './race-words'
import { squeeze } from './table'

/** Headings are short; what is longer is prose, of which only the end can be a heading that ran into it. */
const LONGEST_HEADING = 250

export interface Heading {
  context: Partial<RowContext>
  /** The country the athlete ran for: "Representing MGL". The context's country is where the competition was held. */
  nation: string | null
  /** The words that said none of it. */
  rest: string
}

/** The context of rows below a heading that is itself below others. */
export function contextUnder(above: Partial<RowContext>, text: string): Partial<RowContext> {
  return below(above, readHeading(text).context)
}

/** A heading of another event ends what the last one said of its race; one of a heat only that of the heat before. */
export function below(above: Partial<RowContext>, heading: Partial<RowContext>): Partial<RowContext> {
  const kept = { ...above }
  if (heading.discipline !== undefined) {
    for (const field of ['discipline', 'sex', 'ageGroup', 'paraClass', 'round', 'raceNumber', 'wind'] as const) {
      // "Men" is above the events of the men, whose own headings need not say so again.
      if (field === 'sex' && above.discipline === undefined && heading.sex === undefined) continue
      delete kept[field]
    }
  }
  if (heading.round !== undefined || heading.raceNumber !== undefined) {
    delete kept.raceNumber
    delete kept.wind
  }
  if (heading.competition !== undefined) {
    for (const field of ['date', 'slashedDate', 'city', 'countryCode'] as const) delete kept[field]
  }
  // A date takes the place of the one above it, however either is written.
  if (heading.date !== undefined) delete kept.slashedDate
  if (heading.slashedDate !== undefined) delete kept.date
  return { ...kept, ...heading }
}

/** A text has few headings and says them often; what was read last is kept, to a bound. */
const KEPT = new Map<string, Heading>()
const MOST_KEPT = 500

export function readHeading(text: string): Heading {
  const tail = text.slice(-LONGEST_HEADING)
  const kept = KEPT.get(tail)
  if (kept !== undefined) return kept
  if (KEPT.size >= MOST_KEPT) KEPT.clear()
  const read = understood(tail)
  KEPT.set(tail, read)
  return read
}

function understood(text: string): Heading {
  // Without a letter there is nothing to understand but a wind.
  if (!/\p{L}|[+\-\u2010-\u2015\u2212] ?\d/u.test(text)) return { context: {}, nation: null, rest: squeeze(text) }
  const words = new HeadingWords(text)
  const representing = /^Representing (?:the )?(.{2,60})$/i.exec(words.rest)
  if (representing) return { context: {}, nation: countryCodeOf(representing[1] ?? ''), rest: '' }
  const meeting = takeMeeting(words)
  const wind = takeWind(words)
  const date = takeDate(words)
  const event = takeEvent(words, meeting.competition ?? '')
  const round = takeRound(words)
  words.take(/\b(?:complete |full )?results?\b:?|\bsummary\b|\bstarts? at [\d:]{3,5}\b/i)
  return {
    context: { ...meeting, ...wind, ...date, ...event, ...round },
    nation: null,
    rest: squeeze(words.rest.replace(/[¶(),:;.|–—-]+/g, ' ')),
  }
}
