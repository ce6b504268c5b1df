'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { Choice } from '@/components/form/choice'
import { ErrorSummary } from '@/components/form/error-summary'
import { SelectField, TextArea } from '@/components/form/field'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type Filled, type FormState, filled, UNSENT } from '@/components/form/form-state'
import { fieldLabel, rejectionChoices } from '@/components/form/labels'
import { ErrorMessage } from '@/components/form/messages'
import { useResilientAction } from '@/components/form/resilient-action'
import { SideBox, Sides } from '@/components/profile/sides'
import { REJECTION } from '@/components/record/labels'
import { eyebrowClass } from '@/components/ui/type-class'
import type { Typed } from '@/lib/form/typed'
import type { Assertion } from '@/lib/record/disputes'

const idOf = (input: string) => `f-${input}`

/** Every value asserted for one field, side by side: one is chosen, and each of the others gets a reason why not. */
export function ResolveForm({
  action,
  assertions,
  version,
  isSettled,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** The accepted one first; null, with the version, where nobody is signed in, and the form holds only what was sent. */
  assertions: readonly Assertion[] | null
  version: number | null
  isSettled: boolean
}) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT)
  const form = filled(state.typed ?? initialOf(assertions ?? []), state.errors)
  const error = form.error('accepted')
  const choices = assertions ?? sentChoices(state.typed ?? {})
  return (
    <form action={send} noValidate className="max-w-4xl">
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={idOf} />
        <input type="hidden" name="version" value={state.version ?? version ?? ''} />
        <fieldset
          id={idOf('accepted')}
          className="mb-6"
          tabIndex={-1}
          aria-describedby={error ? `${idOf('accepted')}-error` : undefined}
        >
          <legend className="font-semibold">{fieldLabel('accepted')}</legend>
          <Sides>
            {choices.map((choice, row) => (
              <ValueChoice key={choice.value} choice={choice} row={row} form={form} />
            ))}
          </Sides>
          {error && <ErrorMessage id={`${idOf('accepted')}-error`}>{error}</ErrorMessage>}
        </fieldset>
        <div className="max-w-2xl">
          <TextArea
            id={idOf('reason')}
            name="reason"
            label={fieldLabel('reason')}
            hint="It stands beside the figure and in the public history."
            error={form.error('reason')}
            defaultValue={form.value('reason')}
            rows={3}
          />
        </div>
        <FormButtons>
          <Button look="primary">{isPending ? 'Saving …' : isSettled ? 'Resolve again' : 'Resolve'}</Button>
        </FormButtons>
      </FormBody>
    </form>
  )
}

/** A value to choose: with who asserts it, or only that somebody does. */
type Choosable = Assertion | { value: string; isAsserted: boolean }

function ValueChoice({ choice, row, form }: { choice: Choosable; row: number; form: Filled }) {
  const { value } = choice
  const isAsserted = 'citations' in choice ? choice.citations.length > 0 : choice.isAsserted
  return (
    <SideBox accepted={'accepted' in choice && choice.accepted}>
      {'accepted' in choice && <p className={eyebrowClass}>{choice.accepted ? 'Recorded now' : 'Not followed now'}</p>}
      <input type="hidden" name={`value.${row}`} value={value} />
      <Choice type="radio" name="accepted" value={value} defaultChecked={form.value('accepted') === value}>
        <span className="font-serif text-xl font-bold leading-snug">{value}</span>
      </Choice>
      {!isAsserted && <p className="text-sm text-quiet">No source says so; it is what the record holds.</p>}
      {'citations' in choice && <WhoSaysSo assertion={choice} />}
      {isAsserted && (
        <div className="mt-3">
          <SelectField
            id={idOf(`why.${row}`)}
            name={`why.${row}`}
            label="If it is not followed, why"
            error={form.error(`why.${row}`)}
            defaultValue={form.value(`why.${row}`)}
            choices={rejectionChoices('Choose …')}
          />
        </div>
      )}
    </SideBox>
  )
}

function WhoSaysSo({ assertion: { value, citations } }: { assertion: Assertion }) {
  return (
    <ul>
      {citations.map(({ id, source, locator, asserts, rejection, reason }) => (
        <li key={id}>
          <a href={`/sources/${source.slug}`}>{source.publication}</a>, {locator}
          {asserts !== value && <>: “{asserts}”</>}
          {rejection && <p className="text-sm text-quiet">{REJECTION[rejection]}</p>}
          {reason && <p className="text-sm text-quiet">{reason}</p>}
        </li>
      ))}
    </ul>
  )
}

/** The values between which somebody chose, out of what was sent: `value.0`, and `why.0` where a source asserts it. */
function sentChoices(typed: Typed): Choosable[] {
  return Object.keys(typed)
    .filter((name) => name.startsWith('value.'))
    .map((name) => ({ value: typed[name]?.[0] ?? '', isAsserted: typed[name.replace('value', 'why')] !== undefined }))
}

function initialOf(assertions: readonly Assertion[]): Record<string, string[]> {
  const accepted = assertions.filter(({ accepted }) => accepted).map(({ value }) => value)
  const why = assertions.map(({ citations }, row) => [
    `why.${row}`,
    [citations.find(({ rejection }) => rejection !== null)?.rejection ?? ''],
  ])
  return { ...Object.fromEntries(why), ...(accepted.length === 1 ? { accepted } : {}) }
}
