/** A picture of an athlete, which anybody may show. */

import { required, requiredText } from '../../form/form-fields'
import { LICENCE } from '../photo'
import { choice, date, requiredLine, text, webAddress } from './field'
import { checkPast, today } from './rules'
import { type Thing, textOf } from './thing'

const SOURCE = webAddress({
  label: 'Where it was published',
  hint: 'The page that shows the picture and its licence. Begins with https://',
})

export const PHOTO: Thing = {
  name: 'picture',
  table: 'photos',
  fields: {
    fileId: {
      label: 'Picture',
      input: { as: 'picture' },
      size: 'whole',
      rule: requiredText('Choose a picture.', 40),
    },
    author: requiredLine({ label: 'Author', hint: 'Who took it, as the licence asks to name them.' }, 'Who took it?'),
    licence: choice({ label: 'Licence', hint: 'Others cannot be shown here.' }, LICENCE),
    sourceUrl: { ...SOURCE, rule: required(SOURCE.rule, 'Where does it say that the licence is this one?') },
    caption: text({ label: 'Caption', hint: 'What it shows: At the finish of the Hofu Marathon 2014.', size: 'half' }),
    takenOn: date({ label: 'Date taken', hint: '2014, 2014-12 or 2014-12-07; 2014-04~ for about.' }),
  },
  elsewhere: {
    athleteId: 'the athlete it is added to',
    addedAt: 'when it is added; the newest picture is the one shown',
  },
  citation: null,
  partOf: { kind: 'athlete', column: 'athleteId' },
  check: (values) => checkPast(values, 'takenOn', today(), 'This day is still to come.'),
  title: ({ caption, author }) => textOf(caption) || `Picture by ${textOf(author)}`,
}
