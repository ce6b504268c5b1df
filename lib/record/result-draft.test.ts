import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formWith } from '../form/form.fixture'
import { DISCIPLINES, discipline as ruleBook } from '../sport/disciplines'
import { changedFields, type Draft } from './merge'
import { aPlace, aRecordClaim, aResult } from './record.fixture'
import { checkDraft } from './result-check'
import { draftOf, draftOfInput, resultOf, typedFrom, writtenFields } from './result-draft'
import { readDraft } from './result-submission'

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
      'state:NR': 'RATIFIED',
      'equalled:NR': '',
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
        const team = ruleBook(discipline).isRelay ? 'Mongolia' : null
        const sex = discipline.startsWith('mixed-') ? 'X' : 'M'
        const result = aResult({ discipline, sex, team, wind: tenths * 100, places: [aPlace({ tied })] })
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
    const { fields, draft } = written({ mark: '10.4hA' }, dash)
    expect(fields.sort()).toEqual(['flags', 'mark', 'timing'])
    expect(draft).toMatchObject({ mark: '10.4h', timing: 'HAND', flags: 'A' })
  })

  test('the letter or the timing make a hand time of a mark that nobody typed again', () => {
    const dash = draftOf(aResult({ discipline: '100-metres', mark: '10.40' }))
    const edits: Draft[] = [{ flags: 'h' }, { timing: 'HAND' }]
    for (const edit of edits) {
      const { fields, draft } = written(edit, dash)
      expect(fields).toEqual(expect.arrayContaining(['mark', 'timing']))
      expect(draft).toMatchObject({ mark: '10.4h', timing: 'HAND', flags: '' })
    }
  })

  test('a hand time that was published without its h is shown with it, and left as it is', () => {
    const published = draftOf(aResult({ discipline: '100-metres', mark: '10.40', timing: 'HAND' }))
    expect(published).toMatchObject({ mark: '10.40h', timing: 'HAND' })
    expect(written({ club: 'NTN' }, published).fields).toEqual(['club'])
  })

  test('what goes with a place or a record goes with it', () => {
    const before = draftOf(
      aResult({ places: [aPlace({ placeAsPublished: 2 })], records: [aRecordClaim({ authority: 'IAAF' })] }),
    )
    expect(written({ 'place:overall': '', 'record:NR': '' }, before).fields.sort()).toEqual([
      'authority:NR',
      'place:overall',
      'placeAsPublished:overall',
      'record:NR',
      'state:NR',
    ])
  })
})
