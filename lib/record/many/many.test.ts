import { describe, expect, test } from 'vitest'
import { edited, readManyForm } from './edit'
import { isFreeText, MANY_KINDS, manyField, manyFields } from './fields'
import { isFiltered, isImpossible, manyAddress, readFilter } from './filter'

const form = (...inputs: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of inputs) data.append(name, value)
  return data
}
const field = (kind: (typeof MANY_KINDS)[number], name: string) => {
  const found = manyField(kind, name)
  if (!found) throw new Error(`There is no ${name}.`)
  return found
}

test('of every kind several fields can be changed, each with a label and a rule', () => {
  for (const kind of MANY_KINDS) {
    expect(manyFields(kind).length).toBeGreaterThan(2)
    for (const [, { label }] of manyFields(kind)) expect(label).toMatch(/^[A-Z]/)
  }
  expect(manyField('competition', 'slug')).toBeNull()
})

test('parts of a text are replaced, but not of what names something of a list', () => {
  expect(isFreeText(field('competition', 'venue'))).toBe(true)
  expect(isFreeText(field('result', 'note'))).toBe(true)
  expect(isFreeText(field('competition', 'countryCode'))).toBe(false)
  expect(isFreeText(field('competition', 'category'))).toBe(false)
  expect(isFreeText(field('competition', 'seriesId'))).toBe(false)
})

describe('the form', () => {
  const ticked: [string, string] = ['chosen', 'c1']
  test.each<[string, [string, string][], object]>([
    ['a value for all', [['value', ' Ohori '], ticked], { edit: { mode: 'set', value: 'Ohori' }, errors: {} }],
    ['nothing, which empties it', [['value', ''], ticked], { edit: { mode: 'set', value: '' }, errors: {} }],
    [
      'a text in place of another, with its spaces',
      [['mode', 'replace'], ['find', 'Stadium '], ['replacement', ''], ticked],
      { edit: { mode: 'replace', find: 'Stadium ', replacement: '' }, errors: {} },
    ],
    ['no text to be replaced', [['mode', 'replace'], ['find', ' '], ticked], { errors: { find: expect.any(String) } }],
    ['nothing ticked', [['value', 'x']], { errors: { chosen: expect.any(String) } }],
    [
      'all that match',
      [
        ['value', 'x'],
        ['all', 'yes'],
      ],
      { isAll: true, errors: {} },
    ],
  ])('%s', (_, inputs, read) => {
    expect(readManyForm(field('competition', 'venue'), form(...inputs))).toMatchObject(read)
  })

  test('what the field cannot hold is refused at once', () => {
    const country = field('competition', 'countryCode')
    expect(readManyForm(country, form(['value', 'Utopia'], ticked)).errors).toHaveProperty('value')
    const name = field('competition', 'name')
    expect(readManyForm(name, form(['value', ''], ticked)).errors).toHaveProperty('value')
  })
})

test('a text is replaced wherever it stands, and elsewhere nothing is touched', () => {
  const edit = { mode: 'replace', find: 'Rd', replacement: 'Road' } as const
  expect(edited(edit, 'Rd race, Rd 2')).toBe('Road race, Road 2')
  expect(edited(edit, ' rd ')).toBe(' rd ')
  expect(edited({ mode: 'set', value: 'x' }, 'y')).toBe('x')
})

test('an address says what is looked for', () => {
  const filter = readFilter('competition', { name: ' Fukuoka ', country: 'japan', club: 'NTN', year: '2014' })
  expect(filter).toMatchObject({ name: 'Fukuoka', country: 'JPN', club: '', year: '2014' })
  expect(manyAddress('competition', 'venue', filter)).toBe(
    '/admin/many?kind=competition&field=venue&name=Fukuoka&country=JPN&year=2014',
  )
  expect(isFiltered(readFilter('athlete', {}))).toBe(false)
  expect(isImpossible(readFilter('athlete', { country: 'Utopia' }))).toBe(true)
  expect(isImpossible(readFilter('athlete', { year: '198' }))).toBe(true)
  expect(isImpossible(filter)).toBe(false)
})
