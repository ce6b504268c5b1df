import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import countries from 'world-countries'
import { type Area, COUNTRIES, country, countryName, findCountry } from './countries'

const byAlpha2 = new Map(countries.map((land) => [land.cca2, land]))
const today = COUNTRIES.filter(({ alpha2 }) => alpha2 !== null)

test('Mongolia is MGL, as the sport writes it, and not MNG', () => {
  expect(country('MGL')).toEqual({ code: 'MGL', name: 'Mongolia', alpha2: 'MN', flag: 'mn', area: 'Asia' })
  expect(country('MNG')).toBeNull()
})

test('every country with an Olympic committee is there under its IOC code', () => {
  const expected = countries.filter(({ cioc }) => cioc !== '').map(({ cioc, cca2 }) => [cioc, cca2])
  expect(expected.length).toBeGreaterThan(200)
  expect(expected.map(([code]) => [code, country(code ?? '')?.alpha2])).toEqual(expected)
})

test('no code and no alpha-2 stands for two countries', () => {
  expect(new Set(COUNTRIES.map(({ code }) => code)).size).toBe(COUNTRIES.length)
  expect(new Set(today.map(({ alpha2 }) => alpha2)).size).toBe(today.length)
  expect(COUNTRIES.filter(({ code }) => !/^[A-Z]{3}$/.test(code))).toEqual([])
})

test('names are the usual English ones, save where the sport has its own', () => {
  const own = today.filter(({ name, alpha2 }) => name !== byAlpha2.get(alpha2 ?? '')?.name.common)
  expect(own.map(({ name }) => name)).toEqual(['Chinese Taipei', 'Congo', 'Great Britain', 'Saint Helena'])
})

test('areas follow the continents, save where a federation belongs to another one', () => {
  const usual = (region: string | undefined, subregion: string | undefined): string | undefined => {
    if (region !== 'Americas') return region
    return subregion === 'South America' ? 'South America' : 'NACAC'
  }
  const elsewhere = today.filter(({ area, alpha2 }) => {
    const land = byAlpha2.get(alpha2 ?? '')
    return area !== null && area !== usual(land?.region, land?.subregion)
  })
  expect(elsewhere.map(({ code, area }) => [code, area])).toEqual([
    ['ARM', 'Europe'],
    ['AZE', 'Europe'],
    ['GEO', 'Europe'],
    ['ISR', 'Europe'],
    ['PAN', 'South America'],
    ['TUR', 'Europe'],
  ])
})

test.each([
  ['Africa', 54],
  ['NACAC', 31],
  ['South America', 13],
] satisfies [Area, number][])('the area association of %s has its %i federations', (area, members) => {
  expect(today.filter((land) => land.area === area)).toHaveLength(members)
})

test('countries of the past and teams without a country are known', () => {
  for (const code of ['URS', 'GDR', 'FRG', 'TCH', 'YUG', 'SCG', 'EUN', 'EOR', 'ART', 'AIN', 'ANA']) {
    expect(country(code)).toMatchObject({ code, alpha2: null, flag: null })
  }
  expect(country('URS')?.area).toBe('Europe')
  expect(country('ART')?.area).toBeNull()
})

test('a code that was changed leads to the country as it is written today', () => {
  expect(country('LIB')?.code).toBe('LBN')
  expect(country('SIN')?.code).toBe('SGP')
})

test('every flag is one there is a picture of', () => {
  const pictures = new Set(readdirSync('node_modules/country-flag-icons/3x2').map((file) => file.toLowerCase()))
  expect(COUNTRIES.filter(({ flag }) => flag !== null && !pictures.has(`${flag}.svg`))).toEqual([])
})

test('an unknown code is shown as it stands, and a missing one as unknown', () => {
  expect(countryName('MGL')).toBe('Mongolia')
  expect(countryName('XXX')).toBe('XXX')
  expect(countryName('constructor')).toBe('constructor')
  expect(countryName(null)).toBe('unknown')
})

describe('the country that a list means', () => {
  test.each([
    ['MGL', 'MGL'],
    ['MNG', 'MGL'],
    ['mgl', 'MGL'],
    ['SIN', 'SGP'],
    ['DEU', 'GER'],
    ['Great Britain & N.I.', 'GBR'],
    ['Great Britain', 'GBR'],
    ['United States', 'USA'],
    ['Korea', 'KOR'],
    ["Cote d'Ivoire", 'CIV'],
    ['St. Lucia', 'LCA'],
    ['Äthiopien', 'ETH'],
    ['Etats-Unis', 'USA'],
    ['モンゴル', 'MGL'],
    ['Монгол', 'MGL'],
    ['Кения', 'KEN'],
  ])('by %s is %s', (text, code) => {
    expect(findCountry(text)?.code).toBe(code)
  })

  test('by a code of the sport is never the one that ISO 3166-1 has under it', () => {
    expect(findCountry('BRN')?.name).toBe('Bahrain')
  })

  test('by its own name and code is itself', () => {
    expect(COUNTRIES.filter((one) => findCountry(one.name) !== one || findCountry(one.code) !== one)).toEqual([])
  })

  test('by its ISO 3166-1 alpha-3 code is the one with that alpha-2, where the sport has no other under it', () => {
    const isoOnly = today.map((one) => [byAlpha2.get(one.alpha2 ?? '')?.cca3 ?? one.code, one] as const)
    const others = isoOnly.filter(
      ([iso, one]) => !/^UNK$/.test(iso) && country(iso) === null && findCountry(iso) !== one,
    )
    expect(others).toEqual([])
  })

  test('by anything else is none', () => {
    expect(['', 'Subaru', 'XYZ', '—', 'constructor', 'x'.repeat(500)].map(findCountry)).toEqual(Array(6).fill(null))
  })
})
