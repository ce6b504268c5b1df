/** An athlete, and what is said of one: names, clubs and coaches, countries represented, the biography. */

import { parsedText, required, requiredText } from '../../form/form-fields'
import { countryName } from '../../sport/countries'
import { area, choice, countryField, date, LANGUAGE, language, reference, requiredLine, text, whole } from './field'
import { checkOrder, checkPast, today } from './rules'
import { type Thing, textOf } from './thing'
import { AFFILIATION, ATHLETE_SEX, NAME_ORDER } from './words'

export const ATHLETE: Thing = {
  name: 'athlete',
  table: 'athletes',
  fields: {
    displayName: requiredLine(
      { label: 'Name', hint: 'As it is shown: Ser-Od Bat-Ochir.', size: 'half', isCited: true },
      'What is the athlete called?',
    ),
    sortName: requiredLine(
      { label: 'Name in lists', hint: 'As it is sorted: Kipchoge, Eliud.', size: 'half' },
      'Under which name is the athlete found in a list?',
    ),
    nativeName: text({ label: 'Name in its own script', size: 'half', isCited: true }),
    nameOrder: choice({ label: 'Order of names', size: 'half' }, NAME_ORDER),
    nickname: text({ label: 'Nickname', isCited: true }),
    sex: choice({ label: 'Man or woman', hint: 'In whose events.' }, ATHLETE_SEX),
    countryCode: countryField({ label: 'Country', hint: 'Represented now: MGL or Mongolia.', isCited: true }),
    birthDate: date({ label: 'Date of birth', isCited: true }),
    birthPlace: text({ label: 'Place of birth', size: 'half', isCited: true }),
    deathDate: date({ label: 'Date of death', isCited: true }),
    heightCm: whole({ label: 'Height', hint: 'In centimetres.', isCited: true }, [50, 260]),
    weightKg: whole({ label: 'Weight', hint: 'In kilograms.', isCited: true }, [20, 300]),
  },
  elsewhere: {
    slug: 'given when the athlete is made; addresses do not change',
    mergedIntoId: 'Merge with another, on the page of the athlete',
  },
  citation: 'athleteId',
  partOf: null,
  check: (values) => ({
    ...checkPast(values, 'birthDate', today(), 'This day is still to come.'),
    ...checkPast(values, 'deathDate', today(), 'This day is still to come.'),
    ...checkOrder(values, ['birthDate', 'deathDate'], 'This is before the date of birth.'),
  }),
  title: (row) => textOf(row.displayName),
}

const SCRIPT_RULE = 'A script has four letters: Latn, Cyrl, Jpan, Mong …'

export const NAME: Thing = {
  name: 'name',
  table: 'name_variants',
  fields: {
    text: requiredLine({ label: 'Name', size: 'half', isCited: true }, 'How is the name written?'),
    script: {
      label: 'Script',
      hint: 'Latn, Cyrl, Jpan …',
      input: { as: 'text', list: 'scripts' },
      rule: required(
        parsedText((typed) => (/^[A-Z][a-z]{3}$/.test(typed) ? typed : null), SCRIPT_RULE),
        SCRIPT_RULE,
      ),
    },
    language: language({ label: 'Language' }),
    usedBy: text({ label: 'Used by', hint: 'World Athletics, result lists …', size: 'half' }),
    position: whole(
      { label: 'Position', hint: 'Names are shown in this order. Empty: after those with one.' },
      [1, 999],
    ),
  },
  elsewhere: { athleteId: 'the athlete it is added to' },
  citation: 'nameVariantId',
  partOf: { kind: 'athlete', column: 'athleteId' },
  title: (row) => textOf(row.text),
}

export const AFFILIATION_THING: Thing = {
  name: 'club, coach or sponsor',
  table: 'affiliations',
  fields: {
    kind: choice({ label: 'Kind' }, AFFILIATION),
    name: requiredLine({ label: 'Name', size: 'half', isCited: true }, 'What is it called?'),
    place: text({ label: 'Place', isCited: true }),
    startDate: date({ label: 'From', isCited: true }),
    endDate: date({ label: 'Until', hint: 'Empty while it lasts.', isCited: true }),
    note: area({ label: 'Note', isCited: true }),
  },
  elsewhere: { athleteId: 'the athlete it is added to' },
  citation: 'affiliationId',
  partOf: { kind: 'athlete', column: 'athleteId' },
  check: (values) => checkOrder(values, ['startDate', 'endDate'], 'It ends before it begins.'),
  title: (row) => textOf(row.name),
}

export const REPRESENTATION: Thing = {
  name: 'country represented',
  table: 'representations',
  fields: {
    countryCode: {
      ...countryField({ label: 'Country' }),
      rule: required(countryField({ label: '' }).rule, 'Which country?'),
    },
    startDate: date({ label: 'From' }),
    endDate: date({ label: 'Until', hint: 'Empty while it lasts.' }),
  },
  elsewhere: { athleteId: 'the athlete it is added to' },
  citation: null,
  partOf: { kind: 'athlete', column: 'athleteId' },
  check: (values) => checkOrder(values, ['startDate', 'endDate'], 'It ends before it begins.'),
  title: (row) => countryName(textOf(row.countryCode)),
}

export const CHAPTER: Thing = {
  name: 'chapter of the biography',
  table: 'biography_chapters',
  fields: {
    title: requiredLine({ label: 'Title', size: 'half' }, 'What is the chapter called?'),
    position: {
      ...whole({ label: 'Position', hint: 'Chapters are shown in this order.' }, [1, 999]),
      rule: required(whole({ label: '' }, [1, 999]).rule, 'Which chapter is it? 1, 2, 3 …'),
    },
    language: language({ label: 'Language', rule: required(LANGUAGE, 'In which language? en, mn, ja …') }),
    translationOfId: reference(
      { label: 'Translation of', hint: 'None where it is a chapter by itself.', size: 'half' },
      'chapter',
    ),
    body: {
      label: 'Text',
      hint: 'Paragraphs are set off by an empty line. *Emphasis*, **strong**, [link](https://…); lines that begin with “- ” or “1. ” are a list, with “> ” a quotation, with “# ” a heading. Figures and footnotes are inserted below.',
      input: { as: 'biography' },
      size: 'whole',
      rule: requiredText('The chapter has no text.', 20_000),
    },
  },
  elsewhere: { athleteId: 'the athlete it is added to' },
  citation: null,
  partOf: { kind: 'athlete', column: 'athleteId' },
  title: (row) => textOf(row.title),
}
