import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Typed } from '../form/typed'
import { DISCIPLINES } from '../sport/disciplines'
import { changedFields, type Draft } from './merge'
import { aPlace, aRecordClaim, aResult } from './record.fixture'
import {
  applyChoices,
  checkDraft,
  draftOf,
  draftOfInput,
  readDraft,
  resultOf,
  typedFrom,
  writtenFields,
} from './result-form'

function formWith(typed: Typed): FormData {
  const form = new FormData()
  for (const [name, values] of Object.entries(typed)) for (const value of values) form.append(name, value)
  return form
}

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

describe('a form that nobody touched', () => {
  test('says what the result says, with each place and record as a field of its own', () => {
    expect(draft).toMatchObject({
      competition: fukuoka.competition.slug,
      mark: '2:08:50',
      date: '2014-12-07',
      'place:overall': '3',
      'place:national': '1=',
      'record:NR': 'MGL',
      'record:CR': 'yes',
    })
  })

  test('is read as it was written', () => {
    const { draft: read, errors } = readDraft(formWith(typedFrom(draft)))
    expect(changedFields(draft, read)).toEqual([])
    expect(errors).toEqual({})
  })

  test('changes nothing when it is saved, whatever the result', () => {
    const discipline = fc.constantFrom(...DISCIPLINES.map(({ slug }) => slug))
    fc.assert(
      fc.property(discipline, fc.integer({ min: -30, max: 30 }), fc.boolean(), (discipline, tenths, tied) => {
        const result = aResult({ discipline, wind: tenths * 100, places: [aPlace({ tied })] })
        const check = checkDraft(draftOf(result))
        if (!check.ok) throw new Error(JSON.stringify(check.errors))
        expect(writtenFields(draftOf(result), draftOf(result), check.input)).toEqual([])
      }),
    )
  })

  test('makes the same result of it', () => {
    const { input } = checked({})
    const { citations: _, ...again } = resultOf(input, fukuoka.competition, fukuoka)
    expect(again).toMatchObject({ id: fukuoka.id, value: fukuoka.value, date: fukuoka.date, flags: [] })
    expect(draftOf(resultOf(input, fukuoka.competition, fukuoka))).toEqual(draft)
  })
})

describe('added rows', () => {
  test('become places and records, overall where no classification is given', () => {
    const { draft, inputs, errors } = readDraft(
      formWith({
        newClassification: ['', 'Asian Championship'],
        newPlace: ['5', '2'],
        newRecord: ['nr'],
        newScope: ['MGL'],
      }),
    )
    expect(draft).toMatchObject({ 'place:overall': '5', 'place:asian-championship': '2', 'record:NR': 'MGL' })
    expect(inputs['place:asian-championship']).toBe('newPlace.1')
    expect(errors).toEqual({})
  })

  test('that are left empty are no rows', () => {
    const { draft, errors } = readDraft(
      formWith({ newClassification: ['', ''], newPlace: ['', ''], newRecord: [''], newScope: [''] }),
    )
    expect(Object.keys(draft).filter((field) => field.includes(':'))).toEqual([])
    expect(errors).toEqual({})
  })

  test('that are half filled in are not dropped but asked about', () => {
    const { errors } = readDraft(
      formWith({ newClassification: ['national'], newPlace: [''], newRecord: [''], newScope: ['MGL'] }),
    )
    expect(Object.keys(errors)).toEqual(['newPlace.0', 'newRecord.0'])
  })

  test('that name what stands in the form already do not overwrite it', () => {
    const { draft, errors } = readDraft(
      formWith({ 'place:overall': ['3'], newClassification: ['overall'], newPlace: ['5'] }),
    )
    expect(draft['place:overall']).toBe('3')
    expect(Object.keys(errors)).toEqual(['newClassification.0'])
  })

  test('in a script that no address is written in are refused, not emptied', () => {
    const { errors } = readDraft(formWith({ newClassification: ['アジア選手権'], newPlace: ['2'] }))
    expect(Object.keys(errors)).toEqual(['newClassification.0'])
  })

  test('a record whose box is not ticked is taken away', () => {
    const { 'record:NR': _, ...unticked } = typedFrom(draft)
    const { draft: read } = readDraft(formWith(unticked))
    expect(changedFields(draft, read)).toEqual(['record:NR'])
  })
})

test('controls, which no database text can hold, and marks of direction are taken out of what is typed', () => {
  expect(readDraft(formWith({ club: [' N\u0000TN\u0007\u202e '], note: ['one\r\ntwo'] })).draft).toMatchObject({
    club: 'N TN',
    note: 'one\ntwo',
  })
})

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

describe('what a save writes', () => {
  const written = (edits: Draft, before = draft) => {
    const typed = { ...before, ...edits }
    const check = checkDraft(typed)
    if (!check.ok) throw new Error(JSON.stringify(check.errors))
    return { fields: writtenFields(before, typed, check.input), draft: draftOfInput(check.input) }
  }

  test('another spelling of the same changes nothing', () => {
    expect(written({ mark: '2h08:50', date: '7 December 2014', 'place:overall': '3.0' }).fields).toEqual([])
  })

  test('a field that nobody touched is left as it is, even if the record would write it otherwise', () => {
    const published = { ...draft, mark: '128:50', 'place:overall': '3.0' }
    expect(written({ club: 'NTN' }, published).fields).toEqual(['club'])
  })

  test('what the text of a mark brings with it goes with the mark', () => {
    const dash = draftOf(aResult({ discipline: '100-metres', mark: '10.45' }))
    expect(written({ mark: '10.4h' }, dash).fields.sort()).toEqual(['flags', 'mark', 'timing'])
  })
})

describe('choosing between mine and theirs', () => {
  const mine = { mark: '2:08:52', club: 'NTN' }
  const theirs = { mark: '2:08:51', club: '' }

  test('takes what was chosen, field by field', () => {
    const form = formWith({ clash: ['mark', 'club'], 'choice:mark': ['theirs'], 'choice:club': ['mine'] })
    expect(applyChoices(form, mine, theirs)).toEqual({ draft: { mark: '2:08:51', club: 'NTN' }, errors: {} })
  })

  test('does not choose for anybody', () => {
    const { errors } = applyChoices(formWith({ clash: ['mark'] }), mine, theirs)
    expect(Object.keys(errors)).toEqual(['choice:mark'])
  })
})
