import { describe, expect, test } from 'vitest'
import type { Draft } from './merge'
import { aPlace, aRecordClaim, aResult } from './record.fixture'
import { checkDraft } from './result-check'
import { draftOf } from './result-draft'

const fukuoka = aResult({
  mark: '2:08:50',
  places: [aPlace({ place: 3 }), aPlace({ classification: 'national', place: 1, tied: true })],
  records: [aRecordClaim(), aRecordClaim({ code: 'CR', scope: null })],
})
const draft = draftOf(fukuoka)

function checked(edits: Draft) {
  const check = checkDraft({ ...draft, ...edits })
  if (!check.ok) throw new Error(JSON.stringify(check.errors))
  return check
}

function errors(edits: Draft) {
  const check = checkDraft({ ...draft, ...edits })
  return check.ok ? {} : check.errors
}

describe('checking', () => {
  test('a mark is kept as the record writes it, and brings its hand timing, wind and letters with it', () => {
    const jump = { discipline: 'long-jump', mark: '8,95 (+0.3) A', 'record:NR': '', 'record:CR': '' }
    expect(checked(jump).input).toMatchObject({ mark: '8.95', value: 8950, wind: 300, flags: ['A'] })
    expect(checked({ discipline: '100-metres', mark: '10.4h' }).input).toMatchObject({ timing: 'HAND', flags: ['h'] })
  })

  test('a marathon of 2:08.50 is one of 2:08:50, with a warning that does not stop it', () => {
    const check = checked({ mark: '2:08.50' })
    expect(check.input.mark).toBe('2:08:50')
    expect(check.warnings.mark).toMatch(/2:08:50/)
  })

  test.each([
    ['mark', { mark: '22:08' }],
    ['mark', { status: 'DNF' }],
    ['date', { date: '2014-02-30' }],
    ['wind', { wind: 'strong' }],
    ['wind', { discipline: 'long-jump', mark: '8.95 (+0.3)', wind: '+0.7' }],
    ['timing', { discipline: '100-metres', mark: '10.4h', timing: 'ELECTRONIC' }],
    ['countryCode', { countryCode: 'MNG' }],
    ['raceNumber', { raceNumber: '0' }],
    ['place:overall', { 'place:overall': '0' }],
    ['place:overall', { 'place:overall': 'first' }],
    ['place:Overall!', { 'place:Overall!': '1' }],
    ['record:N R', { 'record:N R': 'yes' }],
    ['status', { status: 'DNS', mark: '' }],
    ['flags', { flags: 'q' }],
    ['competition', { competition: '' }],
    ['discipline', { discipline: 'egg-and-spoon' }],
  ])('what cannot be is refused at its field: %s', (field, edits: Draft) => {
    expect(Object.keys(errors(edits))).toEqual([field])
  })

  test('everything that is wrong is reported at once, also what is wrong between fields', () => {
    const edits = { date: 'yesterday', sex: 'Q', mark: '', status: 'DNS', 'record:N R': 'yes' }
    expect(errors(edits)).toEqual({
      date: expect.stringMatching(/as far as it is known/),
      sex: '“Q” is not one of M, F, X.',
      status: 'Who did not start has no place.',
      'record:N R': expect.stringMatching(/NR, AR/),
    })
  })

  test('a disqualified mark may be kept, struck', () => {
    expect(checked({ status: 'DQ' }).input).toMatchObject({ status: 'DQ', mark: '2:08:50' })
  })

  test('a wheelchair may be faster than any runner', () => {
    expect(errors({ mark: '1:20:00' })).toHaveProperty('mark')
    expect(checked({ mark: '1:20:00', paraClass: 'T54' }).input.value).toBe(4_800_000)
  })

  test('a place of 4.0, as spreadsheets have it, is 4, and 3= is shared', () => {
    expect(checked({ 'place:overall': '4.0', 'place:national': '3=' }).input.places).toEqual([
      { classification: 'overall', place: 4, tied: false },
      { classification: 'national', place: 3, tied: true },
    ])
  })

  test('a country goes under today’s code', () => {
    expect(checked({ countryCode: 'sin' }).input.countryCode).toBe('SGP')
  })
})
