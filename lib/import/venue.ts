/** Where a result was achieved, as lists print it: "Hayward Field, Eugene, OR (USA)". */
import { type Country, findCountry } from '../sport/countries'
import type { ListedCompetition } from './listing'

/** States and provinces, which follow the city in these countries and are not it. */
const STATES: Readonly<Record<string, string>> = {
  USA: `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR
    PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI`,
  CAN: 'AB BC MB NB NL NS NT NU ON PE QC SK YT QUE ONT',
  AUS: 'ACT NSW NT QLD SA TAS VIC WA',
}

/** Written out, save New York and Washington, which are cities first. */
const STATE_NAMES: Readonly<Record<string, string>> = {
  USA: `Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia, Hawaii, Idaho,
    Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota,
    Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, North Carolina,
    North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas,
    Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming`,
  CAN: 'Alberta, British Columbia, Manitoba, New Brunswick, Nova Scotia, Ontario, Saskatchewan',
  AUS: 'New South Wales, Queensland, South Australia, Tasmania, Western Australia',
}

const statesOf = new Map(
  Object.entries(STATES).map(([code, states]) => [
    code,
    new Set([...states.split(/\s+/), ...(STATE_NAMES[code] ?? '').split(/,\s+/).map((name) => name.toUpperCase())]),
  ]),
)

/** A place alone is a stadium only where it ends as nothing but a stadium does. */
const STADIUM =
  /(?:^|\s)(?:stadium|stade|stadion|stadio|estadio|est[aá]dio|arena|track|athletics (?:ground|centre|center))(?:\s|$)|(?<=\p{L})(?:stadion|stadium)$|競技場$|стадион/iu

const INDOORS = /\((?:i|indoor|indoors|short track)\)|\(sh\)/i

const LONGEST_VENUE = 300

/**
 * The stadium, the city and the country of a venue. The country is last, in brackets or behind a comma, by code or
 * by name; what is before it is the city, a state of America, Canada or Australia passed over; the rest is the
 * stadium. "(i)" for a hall says nothing of where it is: see `isIndoors`. Parts that are missing are null.
 */
export function readVenue(text: string): ListedCompetition {
  const plain = text.slice(0, LONGEST_VENUE).replace(INDOORS, ' ').replace(/\s+/g, ' ').trim()
  const bracketed = /^(.*?),?\s*\(([^()]{2,60})\)$/.exec(plain)
  const inBrackets = bracketed ? findCountry(bracketed[2] ?? '') : null
  // Three capitals in brackets are a country even if it is not known; other brackets belong to the name.
  const isCode = /^[A-Z]{3}$/.test(bracketed?.[2] ?? '')
  const parts = (inBrackets || isCode ? (bracketed?.[1] ?? '') : plain)
    .split(/[,、，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const land = inBrackets ?? (isCode ? null : countryAtEnd(parts))

  const state = parts.at(-1)
  const isState = parts.length > 1 && state !== undefined && statesOf.get(land?.code ?? '')?.has(state.toUpperCase())
  if (isState) parts.pop()
  // "Eugene, OR" without a country can only be American.
  const isAmerican = !land && !isCode && parts.length > 1 && statesOf.get('USA')?.has(parts.at(-1) ?? '')
  if (isAmerican) parts.pop()

  const [only] = parts
  const isStadium = parts.length === 1 && only !== undefined && STADIUM.test(only) && !isState
  return {
    name: null,
    city: isStadium ? null : (parts.at(-1) ?? null),
    venue: isStadium ? only : parts.slice(0, -1).join(', ') || null,
    countryCode: isAmerican ? 'USA' : (land?.code ?? null),
  }
}

/** Whether the venue is marked as a hall; marks there carry the flag i. */
export function isIndoors(text: string): boolean {
  return INDOORS.test(text.slice(0, LONGEST_VENUE))
}

/** "Roma, Italy" and "Bern, SUI"; taken off the parts. A country alone, such as Monaco, is a city as well. */
function countryAtEnd(parts: string[]): Country | null {
  const last = parts.at(-1) ?? ''
  const isState = statesOf.get('USA')?.has(last) ?? false
  const found = isState ? null : findCountry(last)
  if (found && (parts.length > 1 || /^[A-Z]{3}$/.test(last))) parts.pop()
  return found
}
