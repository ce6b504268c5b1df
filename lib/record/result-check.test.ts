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

  test('a hand time is one whether the mark, its letters or the timing say so', () => {
    const dash = { discipline: '100-metres' as const, 'record:NR': '', 'record:CR': '' }
    const byHand = { mark: '10.7h', value: 10_700, precision: 100, timing: 'HAND' }
    const ways: Draft[] = [
      { mark: '10.7h' },
      { mark: '10.7', flags: 'h' },
      { mark: '10.7', timing: 'HAND' },
      { mark: '10.70', timing: 'HAND', flags: 'h' },
    ]
    for (const said of ways) expect(checked({ ...dash, ...said }).input).toMatchObject(byHand)
    expect(checked({ ...dash, mark: '10.7' }).input).toMatchObject({ mark: '10.70', precision: 10, timing: null })
    expect(errors({ ...dash, mark: '10.7', flags: 'h', timing: 'ELECTRONIC' }).timing).toMatch(/h says .* by hand/)
    expect(errors({ discipline: 'long-jump', mark: '8.95', timing: 'HAND' })).toEqual({
      timing: 'Only times are taken by hand (h).',
    })
  })

  test('who did not finish cannot have a mark', () => {
    expect(errors({ status: 'DNF' })).toEqual({ mark: 'A DNF cannot have a mark: clear one of the two.' })
    expect(errors({ status: 'NM' }).mark).toMatch(/^An NM cannot/)
  })

  test('a record has an authority and a state, and may have been equalled; a place may have been published otherwise', () => {
    const { places, records } = checked({
      'authority:NR': 'Mongolian Athletic Federation',
      'state:NR': 'RESCINDED',
      'equalled:NR': 'yes',
      'placeAsPublished:overall': '4',
    }).input
    expect(records).toEqual([
      { code: 'NR', scope: 'MGL', authority: 'Mongolian Athletic Federation', state: 'RESCINDED', equalled: true },
      { code: 'CR', scope: null, authority: null, state: 'RATIFIED', equalled: false },
    ])
    expect(places[0]).toEqual({ classification: 'overall', place: 3, tied: false, placeAsPublished: 4 })
    expect(errors({ 'state:NR': 'LOST', 'placeAsPublished:overall': '0' })).toEqual({
      'state:NR': expect.any(String),
      'placeAsPublished:overall': expect.any(String),
    })
  })

  describe('a relay', () => {
    const relay = { ...draft, discipline: '4x400-metres-relay', mark: '3:05.20', 'record:CR': '', team: 'Mongolia' }
    const [bat, dorj] = ['Bat (bat)', 'Dorj (dorj)']
    const wrong = (edits: Draft) => errors({ ...relay, ...edits })

    test('is a team’s, whose members run a leg each', () => {
      expect(checked({ ...relay, 'leg:2': bat, 'leg:1': dorj, 'member:tsend': 'Tsend (tsend)' }).input).toMatchObject({
        team: 'Mongolia',
        members: [
          { slug: 'dorj', name: 'Dorj', leg: 1 },
          { slug: 'bat', name: 'Bat', leg: 2 },
          { slug: 'tsend', name: 'Tsend', leg: null },
        ],
      })
    })

    test('is nobody’s alone, and nothing else is a team’s', () => {
      expect(Object.keys(wrong({ team: '' }))).toEqual(['team'])
      expect(Object.keys(errors({ team: 'Mongolia' }))).toEqual(['team'])
      expect(Object.keys(errors({ 'leg:1': bat }))).toEqual(['team'])
    })

    test('has no fifth leg, nobody twice, and no one whom the record does not know', () => {
      expect(wrong({ 'leg:5': bat })).toEqual({ 'leg:5': 'The 4 × 400 m relay has 4 legs.' })
      expect(wrong({ 'leg:1': bat, 'leg:2': bat })).toEqual({ 'leg:2': 'Nobody is in a team twice.' })
      expect(wrong({ 'leg:1': 'Bat' })).toEqual({ 'leg:1': 'Which athlete is meant?' })
      expect(checked({ ...relay, discipline: 'road-relay', mark: '', 'leg:12': bat }).input.members).toHaveLength(1)
    })

    test('of men and women has a discipline of its own', () => {
      expect(Object.keys(wrong({ sex: 'X' }))).toEqual(['discipline'])
      expect(Object.keys(wrong({ discipline: 'mixed-4x400-metres-relay', mark: '3:15.20' }))).toEqual(['sex'])
      expect(checked({ ...relay, discipline: 'mixed-4x400-metres-relay', mark: '3:15.20', sex: 'X' }).ok).toBe(true)
    })
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
    ['countryCode', { countryCode: 'Atlantis' }],
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
      { classification: 'overall', place: 4, tied: false, placeAsPublished: null },
      { classification: 'national', place: 3, tied: true, placeAsPublished: null },
    ])
  })

  test('a country goes under today’s code', () => {
    expect(checked({ countryCode: 'sin' }).input.countryCode).toBe('SGP')
  })

  test('a country is understood by its name, and so is whose national record it is', () => {
    for (const text of ['mongolia', 'MNG', 'Монгол'])
      expect(checked({ countryCode: text }).input.countryCode).toBe('MGL')
    const { records } = checked({ 'record:NR': 'mongolia', 'record:CR': 'Georgia' }).input
    expect(records.map(({ scope }) => scope)).toEqual(['MGL', 'Georgia'])
  })
})
