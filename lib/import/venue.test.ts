import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIndoors, readVenue } from './venue'

describe('a venue', () => {
  test.each([
    ['Estadio del Río, Valencia (ESP)', 'Estadio del Río', 'Valencia', 'ESP'],
    ['Bern (SUI)', null, 'Bern', 'SUI'],
    ['Meadow Field, Eugene, OR (USA)', 'Meadow Field', 'Eugene', 'USA'],
    ['Eugene, OR (USA)', null, 'Eugene', 'USA'],
    ['Eugene, Oregon (USA)', null, 'Eugene', 'USA'],
    ['Eugene, OR, USA', null, 'Eugene', 'USA'],
    ['Eugene, OR', null, 'Eugene', 'USA'],
    ['River Park, New York (USA)', 'River Park', 'New York', 'USA'],
    ['Oval, Hall Univ., Baltimore, MD (USA)', 'Oval, Hall Univ.', 'Baltimore', 'USA'],
    ['High School,, Wellesley, MA (USA)', 'High School', 'Wellesley', 'USA'],
    ['Reserve, Box Hill, Melbourne (AUS)', 'Reserve, Box Hill', 'Melbourne', 'AUS'],
    ['Oval, Geelong, VIC (AUS)', 'Oval', 'Geelong', 'AUS'],
    ['Stade du Lac, Saint-Denis, Paris (FRA)', 'Stade du Lac, Saint-Denis', 'Paris', 'FRA'],
    ['A, B, C, D, Roma (ITA)', 'A, B, C, D', 'Roma', 'ITA'],
    ['Leningrad (URS)', null, 'Leningrad', 'URS'],
    ['Singapore (SIN)', null, 'Singapore', 'SGP'],
    ['Roma, Italy', null, 'Roma', 'ITA'],
    ['Tbilisi, Georgia', null, 'Tbilisi', 'GEO'],
    ['Ulaanbaatar (Mongolia)', null, 'Ulaanbaatar', 'MGL'],
    ['Monaco', null, 'Monaco', 'MON'],
    ['Bern', null, 'Bern', null],
    ['Bern (XQZ)', null, 'Bern', null],
    ['Wankdorf Stadion (SUI)', 'Wankdorf Stadion', null, 'SUI'],
    ['Arnstadt (GER)', null, 'Arnstadt', 'GER'],
    ['国立競技場, 東京 (JPN)', '国立競技場', '東京', 'JPN'],
    ['Sports Hall, Glasgow (GBR) (i)', 'Sports Hall', 'Glasgow', 'GBR'],
    ['', null, null, null],
  ])('“%s” has the stadium %s in %s (%s)', (text, venue, city, countryCode) => {
    expect(readVenue(text)).toEqual({ name: null, venue, city, countryCode })
  })

  test('that is a hall is known by its mark', () => {
    expect(['Sports Hall, Glasgow (GBR) (i)', 'Glasgow (GBR)', 'Ostrava (indoor) (CZE)'].map(isIndoors)).toEqual([
      true,
      false,
      true,
    ])
  })

  test('is read whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => readVenue(text).name === null))
  })
})
