/** Choosing between two that are one and the same: fact by fact, whose is kept. */

import type { ReactNode } from 'react'
import type { Typed } from '@/lib/form/typed'
import type { Side } from '@/lib/record/merge-sides'
import { Choice } from './choice'
import type { Filled } from './form-state'
import { ErrorMessage, Hint } from './messages'

interface InForm {
  form: Filled
  idOf: (input: string) => string
}

/** A named group of choices, with its error, to which the summary of errors can lead. */
export function ChoiceGroup({
  name,
  legend,
  form,
  idOf,
  hint,
  children,
}: InForm & { name: string; legend: ReactNode; hint?: ReactNode; children: ReactNode }) {
  const error = form.error(name)
  return (
    <fieldset
      id={idOf(name)}
      className="mb-4 min-w-0 wrap-anywhere"
      tabIndex={-1}
      aria-describedby={
        [hint && idOf(`${name}-hint`), error && idOf(`${name}-error`)].filter(Boolean).join(' ') || undefined
      }
    >
      <legend className="font-semibold">{legend}</legend>
      {children}
      {hint && <Hint id={idOf(`${name}-hint`)}>{hint}</Hint>}
      {error && <ErrorMessage id={idOf(`${name}-error`)}>{error}</ErrorMessage>}
    </fieldset>
  )
}

/** What each of the two has, to choose from; the one that stays comes first. */
export function SideChoice({
  name,
  legend,
  sides,
  form,
  idOf,
}: InForm & { name: string; legend: ReactNode; sides: Record<Side, ReactNode> }) {
  const chosen = form.value(name)
  return (
    <ChoiceGroup name={name} legend={legend} form={form} idOf={idOf}>
      {(['into', 'from'] as const).map((side) => (
        <Choice key={side} type="radio" name={name} value={side} defaultChecked={chosen === side}>
          {sides[side]}
        </Choice>
      ))}
    </ChoiceGroup>
  )
}

/** Choices that were sent before the session ended, so that they are sent again. */
export function KeptChoices({ typed }: { typed: Typed }) {
  return Object.entries(typed)
    .filter(([name]) => /^(fact|twin):/.test(name))
    .map(([name, [value = '']]) => <input key={name} type="hidden" name={name} value={value} />)
}
