import type { Result } from '@/lib/record/result'
import { countryName } from '@/lib/sport/countries'
import { hasStarted } from '@/lib/sport/status'
import { groupBy } from '../record/group-by'
import { count } from '../record/labels'
import { Flag } from '../ui/flag'
import { LAND, MAP, onMap } from './land'

interface Place {
  city: string | null
  countryCode: string | null
  races: number
  at: { x: number; y: number } | null
}

/** A country in bold, how many races there, and on a line of their own its cities. */
const COUNTRIES = [
  'mt-4 columns-[9.5rem] gap-x-5 text-md lining-nums tabular-nums *:break-inside-avoid *:py-1 [&_strong]:font-semibold',
  '[&_strong+span]:font-bold [&_strong+span]:text-champ',
  '[&_strong+span+span]:block [&_strong+span+span]:pl-7.5 [&_strong+span+span]:text-quiet',
  '[&_strong+span+span]:text-xs [&_strong+span+span]:leading-[1.3]',
].join(' ')

/**
 * A dot for each city of a race, larger for more races, and the same as a list of countries.
 *
 * @param addressOf where the results in a country are, by its code.
 */
export function WorldMap({
  results,
  addressOf,
}: {
  results: readonly Result[]
  addressOf: (countryCode: string) => string
}) {
  const started = results.filter(hasStarted)
  const places = placesOf(started)
  const drawn = places.filter((place) => place.at !== null)
  const countries = [...groupBy(places, ({ countryCode }) => countryCode)]
    .filter(([code]) => code !== null)
    .map(([code, inCountry]) => ({ code, inCountry, races: total(inCountry) }))
    .sort((a, b) => b.races - a.races || countryName(a.code).localeCompare(countryName(b.code), 'en'))
  const unknown = total(places.filter(({ countryCode }) => countryCode === null))
  const summary = `Races in ${count(countries.length, 'country', 'countries')}: ${countries
    .slice(0, 5)
    .map(({ code, races }) => `${countryName(code)} ${races}`)
    .join(', ')}${countries.length > 5 ? ' and others' : ''}.`
  return (
    <figure>
      <svg
        className="block h-auto w-full fill-none stroke-champ [stroke-linecap:round] [stroke-opacity:0.78] *:[vector-effect:non-scaling-stroke]"
        viewBox={`0 0 ${MAP.width} ${MAP.height}`}
        role="img"
        aria-labelledby="world-title world-description"
      >
        <title id="world-title">Where the races were</title>
        <desc id="world-description">{summary} The list below has them all.</desc>
        <path className="fill-land stroke-none" d={LAND} />
        {drawn
          .toSorted((a, b) => b.races - a.races)
          .map(({ city, countryCode, races, at }) => (
            // A line of no length has a round end that keeps its size on a phone, where a circle would shrink.
            <path
              key={`${city} ${countryCode}`}
              d={`M${at?.x} ${at?.y}h0`}
              strokeWidth={Math.round(7 + 4 * Math.sqrt(races - 1))}
            />
          ))}
      </svg>
      <figcaption>
        <ul className={COUNTRIES}>
          {countries.map(({ code, inCountry, races }) => (
            <li key={code}>
              <Flag code={code} />{' '}
              <strong>{code ? <a href={addressOf(code)}>{countryName(code)}</a> : countryName(code)}</strong>{' '}
              <span>{races}</span>
              <span>{inCountry.map(cityText).filter(Boolean).join(', ')}</span>
            </li>
          ))}
          {unknown > 0 && (
            <li>
              <strong>Place unknown</strong> <span>{unknown}</span>
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  )
}

/** Results by city, most first; a competition without a city counts for its country alone. */
function placesOf(results: readonly Result[]): Place[] {
  const cities = groupBy(results, ({ venue: { city, countryCode } }) => `${city}|${countryCode}`)
  return [...cities.values()]
    .flatMap((inCity): Place[] => {
      const known = inCity.find(({ venue }) => venue.longitude !== null) ?? inCity[0]
      if (!known) return []
      const { city, countryCode, longitude, latitude } = known.venue
      const at = longitude === null || latitude === null ? null : onMap(longitude, latitude)
      return [{ city, countryCode, races: inCity.length, at }]
    })
    .sort((a, b) => b.races - a.races)
}

function cityText({ city, races }: Place): string | null {
  if (city === null) return null
  return races > 1 ? `${city} ${races}` : city
}

function total(places: readonly Place[]): number {
  return places.reduce((sum, { races }) => sum + races, 0)
}
