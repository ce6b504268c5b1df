/** Whatever is sent, a form is answered: nothing throws, and what was accepted is accepted again as it was written. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRaceHead } from '../import/sheet-head'
import { parseAthleteFilter } from '../pages/athlete-filter'
import { parseCompared } from '../pages/compared'
import { parseMarkList } from '../pages/mark-list'
import { askedFor } from '../pages/past'
import { parseResultFilter } from '../pages/result-filter'
import { parseEventKey } from '../pages/series-event'
import {
  readCitationEdit,
  readDisputeResolution,
  readNewCitation,
  readOwner,
  readRejections,
  readVersion,
} from '../record/citation-form'
import { readNewCompetition } from '../record/competition-form'
import { readEvidence, readReason } from '../record/evidence'
import { readManyForm } from '../record/many/edit'
import { MANY_KINDS, manyFields } from '../record/many/fields'
import { isImpossible, readFilter } from '../record/many/filter'
import { checkDraft } from '../record/result-check'
import { draftOfInput } from '../record/result-draft'
import { RESULT_FIELDS } from '../record/result-fields'
import { readSubmission } from '../record/result-submission'
import { readThingForm, typedThing } from '../record/things/submission'
import { draftOfRow, readThing } from '../record/things/thing'
import { THINGS, type ThingKind, thingOf } from '../record/things/things'
import { DISCIPLINES } from '../sport/disciplines'
import { formWith } from './form.fixture'
import { decodeReferences, encodeReference } from './reference'
import { typedIn } from './typed'

/** What people type, what programs send, and what somebody sends who wants to see it fail. */
const TEXT = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...[
        '',
        ' ',
        'x',
        '\0',
        '\u0001',
        '💣',
        '\u202e',
        'constructor',
        '__proto__',
        'mn-Cyrl-MNG',
        'javascript:x',
        '../..',
      ],
      ...[
        'NaN',
        '-1',
        '0',
        '1',
        '12',
        '1e9',
        '99999999999999999999',
        '0x10',
        '2014',
        '2014-12-07',
        '2014-13-45',
        '9999~',
      ],
      ...[
        'M',
        'F',
        'X',
        'FINAL',
        'marathon',
        '100-metres',
        'MGL',
        'mongolia',
        'en',
        'Cyrl',
        'CLUB',
        'ROAD_RACE',
        'AGE_ON',
      ],
      ...[
        '2:08:50',
        '9.87',
        '10.7h',
        '+0.7',
        '8.95',
        'DNF',
        'DQ',
        'NR',
        'overall',
        'https://example.org/',
        'http://[',
        'Q1',
      ],
      ...[
        'WIKIDATA',
        'CC0',
        'GIVEN_FAMILY',
        'MISPRINT',
        '{"slug":"a","text":"b","isChosen":false}',
        '[[[[',
        '{}',
        'null',
      ],
    ),
  },
  { weight: 1, arbitrary: fc.constant('w'.repeat(5000)) },
)

const INPUTS = [
  ...RESULT_FIELDS,
  ...[
    'competitionReference',
    'sourceReference',
    'reason',
    'locator',
    'source',
    'publication',
    'title',
    'url',
    'language',
  ],
  ...[
    'accessed',
    'sourceDate',
    'base',
    'version',
    'clash',
    'choice:mark',
    'mode',
    'find',
    'replacement',
    'chosen',
    'value',
  ],
  ...['place:overall', 'placeAsPublished:overall', 'tied:overall', 'newClassification.0', 'newPlace.0', 'newRecord.0'],
  ...[
    'record:NR',
    'state:NR',
    'scope:NR',
    'runner.0',
    'runner.999999999',
    'leg.0',
    'runnerReference',
    'value.0',
    'rejection.0',
  ],
  ...[
    'newCompetitionName',
    'newCompetitionYear',
    'newCompetitionDate',
    'row:mark',
    'kind',
    'constructor',
    '__proto__',
    'toString',
  ],
]

const FORM = fc
  .array(
    fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...INPUTS) }, { weight: 1, arbitrary: TEXT }), TEXT),
    {
      maxLength: 25,
    },
  )
  .map((inputs) => {
    const form = new FormData()
    for (const [name, value] of inputs) form.append(name, value)
    return form
  })
const KINDS = Object.keys(THINGS) as ThingKind[]

describe('A form with anything in it', () => {
  const readers: Record<string, (form: FormData) => unknown> = {
    'of a result': readSubmission,
    'of a reason': readReason,
    'of a reason and a source': readEvidence,
    'of a competition': readNewCompetition,
    'of a new citation': readNewCitation,
    'of a citation': readCitationEdit,
    'of a dispute': readDisputeResolution,
    'of rejections': readRejections,
    'of a version': readVersion,
    'of a race’s sheet': (form) => readRaceHead((input) => String(form.get(input) ?? '')),
    'of anything': typedIn,
  }
  test.each(Object.entries(readers))('%s is read', (_, read) => {
    fc.assert(
      fc.property(FORM, (form) => void read(form)),
      { numRuns: 300 },
    )
  })

  test.each(KINDS)('of a thing of the kind %s is read', (kind) => {
    fc.assert(
      fc.property(FORM, (form) => void readThingForm(thingOf(kind), form)),
      { numRuns: 50 },
    )
  })

  test('of many things is read', () => {
    for (const kind of MANY_KINDS) {
      for (const [, field] of manyFields(kind)) {
        fc.assert(
          fc.property(FORM, (form) => void readManyForm(field, form)),
          { numRuns: 20 },
        )
      }
    }
  })

  test('keeps every value that was typed, under the name of its input', () => {
    fc.assert(
      fc.property(FORM, (form) => {
        const typed = typedIn(form)
        const names = [...new Set([...form.keys()])].filter((name) => !name.startsWith('$'))
        expect(Object.keys(typed).sort()).toEqual(names.sort())
        for (const name of names) expect(Object.getOwnPropertyDescriptor(typed, name)?.value).toEqual(form.getAll(name))
      }),
    )
  })

  test('has references that are read as they were written', () => {
    const reference = fc.record({
      slug: fc.option(fc.stringMatching(/^[a-z0-9-]{1,20}$/)),
      text: fc.constantFrom('Osaka', 'Ōsaka 2013'),
      isChosen: fc.boolean(),
    })
    fc.assert(
      fc.property(reference, (one) => {
        expect(decodeReferences([encodeReference(one)])).toEqual([one])
      }),
    )
    fc.assert(fc.property(fc.array(TEXT), (texts) => void decodeReferences(texts)))
  })
})

describe('What a form accepts', () => {
  test.each(KINDS)('of the kind %s, it accepts again as the record has it', (kind) => {
    const thing = thingOf(kind)
    const draft = fc.record(Object.fromEntries(Object.keys(thing.fields).map((field) => [field, TEXT])))
    fc.assert(
      fc.property(draft, (typed) => {
        const read = readThing(thing, typed)
        const again = readThing(thing, draftOfRow(thing, read.values))
        for (const [field, value] of Object.entries(read.values))
          expect([field, again.values[field]]).toEqual([field, value])
        if (read.ok) expect(again).toEqual(read)
        expect(typedIn(formWith(typedThing(typed)))).toEqual(typedThing(typed))
      }),
      { numRuns: 200 },
    )
  })

  test('of a result, it accepts again as the record has it', () => {
    // A form in which every field holds anything is refused nearly always.
    const MOSTLY_EMPTY = fc.oneof({ weight: 9, arbitrary: fc.constant('') }, { weight: 1, arbitrary: TEXT })
    const draft = fc.record({
      ...Object.fromEntries(RESULT_FIELDS.map((field) => [field, MOSTLY_EMPTY])),
      discipline: fc.constantFrom(...DISCIPLINES.map(({ slug }) => slug)),
      sex: fc.constantFrom('M', 'F'),
      competition: fc.constant('fukuoka-marathon'),
      mark: fc.constantFrom('', '2:08:50', '10.7h', '9.87', '8.95', '8312', '4:10.33'),
      date: fc.constantFrom('', '2014', '2014-12-07', '7 Dec 2014'),
      'place:overall': fc.constantFrom('', '1', '12'),
      'record:NR': fc.constantFrom('', 'CLAIMED'),
    })
    let accepted = 0
    fc.assert(
      fc.property(draft, (typed) => {
        const checked = checkDraft(typed)
        if (!checked.ok) return
        accepted++
        const again = checkDraft(draftOfInput(checked.input))
        expect(again.ok && again.input).toEqual(checked.input)
      }),
      { numRuns: 2000 },
    )
    // That is a test of nothing where everything is refused.
    expect(accepted).toBeGreaterThan(0)
  })
})

describe('A query with anything in it', () => {
  const NAMES = [
    'athletes',
    'add',
    'asOf',
    'revision',
    'country',
    'sex',
    'discipline',
    'year',
    'letter',
    'all',
    'performances',
    'after',
    'cursor',
    'name',
    'city',
    'venue',
    'club',
    'competition',
  ]
  const QUERY = fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(TEXT, fc.array(TEXT, { maxLength: 3 })))

  test('asks for something or for nothing', () => {
    fc.assert(
      fc.property(QUERY, fc.array(TEXT, { maxLength: 3 }), (query, parts) => {
        parseCompared(query)
        askedFor(query)
        parseAthleteFilter(query)
        parseMarkList('marathon', query)
        parseResultFilter(parts)
        parseEventKey(parts[0] ?? null)
        readOwner(parts[0] ?? '', parts[1] ?? '')
        for (const kind of MANY_KINDS) isImpossible(readFilter(kind, query))
      }),
      { numRuns: 500 },
    )
  })
})
