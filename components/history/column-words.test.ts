import { expect, test } from 'vitest'
import { columnName, columnValue } from './column-words'

test.each([
  ['athletes', 'sex', 'man or woman', 'M', 'Man'],
  ['events', 'sex', 'men, women or mixed', 'M', 'Men'],
  ['external_ids', 'authority', 'whose list', 'WIKIDATA', 'Wikidata'],
  ['record_claims', 'authority', 'recognised by', 'World Athletics', 'World Athletics'],
  ['competitions', 'startDate', 'first day', '2014-12-07', '7 December 2014'],
  ['affiliations', 'startDate', 'from', '2014', '2014'],
  ['name_variants', 'text', 'name', 'Сэр-Од', 'Сэр-Од'],
  ['athletes', 'heightCm', 'height (cm)', '171', '171'],
  ['', 'birthDate', 'date of birth', '1981', '1981'],
])('of %s, %s is called “%s”, and %s is “%s”', (entity, field, name, value, words) => {
  expect(columnName(entity, field)).toBe(name)
  expect(columnValue(entity, field, value)).toBe(words)
})

test('what is not there is nothing', () => {
  expect(columnValue('athletes', 'birthDate', null)).toBe('nothing')
})
