import { describe, expect, test } from 'vitest'
import { formWith } from '../form/form.fixture'
import { encodeReference } from '../form/reference'
import { typedCompetition } from './competition-form'
import { encodeBase } from './form-base'
import { changedFields } from './merge'
import { aCompetition, aPlace, aRecordClaim, aResult } from './record.fixture'
import { draftOf, typedFrom } from './result-draft'
import { applyChoices, readDraft, readSubmission } from './result-submission'

const fukuoka = aResult({
  mark: '2:08:50',
  places: [aPlace({ place: 3 }), aPlace({ classification: 'national', place: 1, tied: true })],
  records: [aRecordClaim(), aRecordClaim({ code: 'CR', scope: null })],
})
const draft = draftOf(fukuoka)

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

  test('have an authority, a state and a place as published then, and =NR is a record that was equalled', () => {
    const { draft, inputs } = readDraft(
      formWith({
        newClassification: ['', ''],
        newPlace: ['2', ''],
        newPlaceAsPublished: ['3', ''],
        newRecord: ['=nr'],
        newScope: ['mongolia'],
        newAuthority: ['MAF'],
        newState: ['PENDING'],
      }),
    )
    expect(draft).toMatchObject({
      'place:overall': '2',
      'placeAsPublished:overall': '3',
      'record:NR': 'mongolia',
      'authority:NR': 'MAF',
      'state:NR': 'PENDING',
      'equalled:NR': 'yes',
    })
    expect(inputs).toMatchObject({
      'authority:NR': 'newAuthority.0',
      'placeAsPublished:overall': 'newPlaceAsPublished.0',
    })
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

  test('that name a field of the form do not overwrite it', () => {
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
    expect(changedFields(draft, read)).toEqual(['record:NR', 'state:NR'])
  })
})

test('controls, which no database text can hold, and marks of direction are taken out of what is typed', () => {
  expect(readDraft(formWith({ club: [' N\u0000TN\u0007\u202e '], note: ['one\r\ntwo'] })).draft).toMatchObject({
    club: 'N TN',
    note: 'one\ntwo',
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

describe('what a form was opened with', () => {
  const base = { draft: { ...draft, note: 'a “quoted”\nnote' }, version: 7 }

  test('is read as it was written', () => {
    expect(readSubmission(formWith({ base: [encodeBase(base)] })).base).toEqual(base)
  })

  test.each(['', 'nonsense', '{"draft":{"mark":1},"version":7}', '{"draft":{}}'])(
    'is nothing where it is “%s”',
    (text) => expect(readSubmission(formWith({ base: [text] })).base).toBeNull(),
  )

  test('is what theirs is chosen from', () => {
    const form = formWith({ base: [encodeBase(base)], mark: ['2:09:09'], clash: ['mark'], 'choice:mark': ['theirs'] })
    expect(readSubmission(form).draft.mark).toBe('2:08:50')
  })
})

describe('the competition that a form means', () => {
  const opened = typedCompetition(aCompetition({ slug: '2014-fukuoka-marathon' }))
  const meant = (typed: object) => readSubmission(formWith({ ...opened, ...typed })).competition

  test('is the one it was opened with, for as long as its name is not touched', () => {
    expect(meant({})).toMatchObject({ text: 'Fukuoka Marathon 2014', slug: '2014-fukuoka-marathon', chosen: null })
    expect(meant({ competition: ['Fukuoka Marathon 2013'] })).toMatchObject({ slug: null })
  })

  test('is the one that was chosen when it was asked, for as long as the text in question is not touched', () => {
    const chosen = encodeReference({ slug: '2014-fukuoka-half', text: 'fukuoka', isChosen: true })
    const competitionReference = [...(opened.competitionReference ?? []), chosen]
    expect(meant({ competition: ['fukuoka'], competitionReference })).toMatchObject({ slug: '2014-fukuoka-half' })
    expect(meant({ competition: ['fukuoka 2013'], competitionReference })).toMatchObject({
      slug: null,
      chosen: '2014-fukuoka-half',
    })
    expect(meant({ competitionReference })).toMatchObject({ slug: '2014-fukuoka-marathon' })
  })

  test('is theirs where theirs was chosen', () => {
    const base = encodeBase({ draft: { competition: '2014-hofu-marathon' }, version: 2 })
    expect(meant({ base: [base], clash: ['competition'], 'choice:competition': ['theirs'] })).toMatchObject({
      slug: '2014-hofu-marathon',
    })
  })
})

describe('the members of a team', () => {
  const relay = { discipline: ['4x400-metres-relay'], team: ['Mongolia'] }
  const read = (typed: Record<string, string[]>) => readSubmission(formWith({ ...relay, ...typed }))

  test('stand in rows of athlete and leg', () => {
    const { draft, runners, inputs } = read({
      'runner.0': ['Bat (bat)'],
      'leg.0': ['2'],
      'runner.1': ['Dorj'],
      'runnerReference.1': [encodeReference({ slug: 'dorj-2', text: 'Dorj', isChosen: true })],
      'runner.2': ['Somebody'],
      'leg.2': ['3'],
    })
    expect(draft).toMatchObject({ 'leg:2': 'Bat (bat)', 'member:dorj-2': 'Dorj (dorj-2)' })
    expect(inputs).toMatchObject({ 'leg:2': 'runner.0' })
    expect(runners).toContainEqual({ row: 2, text: 'Somebody', leg: 3, slug: null, name: 'Somebody' })
  })

  test('are asked about where a row is half filled in, and where two have one leg', () => {
    const { errors } = read({
      'leg.0': ['1'],
      'runner.1': ['Bat (bat)'],
      'leg.1': ['2'],
      'runner.2': ['Dorj (dorj)'],
      'leg.2': ['2'],
      'runner.3': ['Tsend (tsend)'],
      'leg.3': ['last'],
    })
    expect(Object.keys(errors)).toEqual(['runner.0', 'leg.2', 'leg.3'])
  })

  test('are none where only the athlete of the page stands there, in a race of individuals', () => {
    const given = { 'runner.0': ['Bat (bat)'], givenRunner: ['Bat (bat)'] }
    expect(read({ ...given, discipline: ['marathon'], team: [''] }).runners).toEqual([])
    expect(read(given).draft).toMatchObject({ 'member:bat': 'Bat (bat)' })
  })

  test('are read as they were written', () => {
    const members = [
      { athleteId: '1', slug: 'bat', name: 'Bat', leg: 1 },
      { athleteId: '2', slug: 'dorj', name: 'Dorj', leg: null },
    ]
    const draft = draftOf(aResult({ discipline: '4x400-metres-relay', team: 'Mongolia', members }))
    expect(changedFields(draft, readDraft(formWith(typedFrom(draft))).draft)).toEqual([])
  })
})
