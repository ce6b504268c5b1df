/** What an athlete is called in somebody else's list. */

import type { FieldErrors } from '../../form/field-errors'
import { requiredText } from '../../form/form-fields'
import { AUTHORITIES, AUTHORITY, type Authority, faultOf, identifierIn } from '../external-id'
import { choice } from './field'
import { type Thing, textOf } from './thing'

export const EXTERNAL_ID: Thing = {
  name: 'external id',
  table: 'external_ids',
  fields: {
    authority: choice({ label: 'Whose list', size: 'half' }, AUTHORITY),
    value: {
      label: 'Identifier',
      hint: 'Or paste the address of the athlete’s page there.',
      input: { as: 'text' },
      size: 'half',
      rule: requiredText('What is the athlete’s identifier there?', 300).transform(identifierIn),
    },
  },
  elsewhere: { athleteId: 'the athlete it is added to' },
  citation: null,
  partOf: { kind: 'athlete', column: 'athleteId' },
  check: ({ authority: typed, value }) => {
    const authority = AUTHORITIES.find((one) => one === typed)
    const fault = authority && typeof value === 'string' ? faultOf(authority, value) : null
    const errors: FieldErrors = fault === null ? {} : { value: fault }
    return errors
  },
  title: ({ authority, value }) => `${AUTHORITY[authority as Authority] ?? ''} ${textOf(value)}`,
}
