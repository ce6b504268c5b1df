import { describe, expect, test } from 'vitest'
import { valueInWords } from './value-words'

describe('a value in the history', () => {
  test.each([
    ['nameOrder', 'PATRONYMIC_GIVEN', 'patronymic, then given name'],
    ['rejection', 'CONTRADICTED', 'contradicted by others'],
    ['category', 'ROAD_RACE', 'Road race'],
    ['kind', 'CORPORATE_TEAM', 'Corporate team'],
    ['countryCode', 'MGL', 'Mongolia'],
    ['disciplineSlug', 'half-marathon', 'Half marathon'],
    ['classification', 'asian-championship', 'Asian championship'],
    ['field', 'birthDate', 'date of birth'],
    ['date', '2014-12-07', '7 December 2014'],
    ['birthDate', '1981', '1981'],
    ['language', 'mn', 'Mongolian'],
    ['script', 'Cyrl', 'Cyrillic'],
    ['wind', '700', '+0.7 m/s'],
    ['sex', 'F', 'Women'],
    ['scope', 'MGL', 'Mongolia'],
    ['scope', 'Asia', 'Asia'],
    ['asOf', '2014-12', 'December 2014'],
  ])('%s %s is told as %s', (field, value, words) => {
    expect(valueInWords(field, value)).toBe(words)
  })

  test('a code without words of its own is told in lower case', () => {
    expect(valueInWords('kind', 'NTH_BEST_OF_CAREER')).toBe('nth best of career')
  })

  test('what somebody wrote stays as it is', () => {
    for (const text of ['Set aside in 2014', 'NTN', 'DNF', '2:08:50']) expect(valueInWords('note', text)).toBe(text)
    expect(valueInWords('date', 'in the spring')).toBe('in the spring')
  })
})
