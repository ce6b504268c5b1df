'use client'

import { useActionState, useState } from 'react'
import { Button } from '@/components/form/button'
import { Choice } from '@/components/form/choice'
import { ErrorSummary } from '@/components/form/error-summary'
import { SelectField, TextArea, TextField } from '@/components/form/field'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type FormState, filled, UNSENT } from '@/components/form/form-state'
import { useResilientAction } from '@/components/form/resilient-action'
import { type ShownFigure, SOMETHING_ELSE } from '@/lib/record/suggestion'

const LABELS: Record<string, string> = {
  figure: 'What it is about',
  wrong: 'What is wrong',
  right: 'What is right',
  evidence: 'How you know',
  name: 'Your name',
  email: 'Your e-mail address',
}

const idOf = (input: string) => `s-${input}`
const labelOf = (input: string) => LABELS[input] ?? input

/** What is wrong, what is right, and how the visitor knows. */
export function SuggestForm({
  action,
  figures,
  chosen,
  stamp,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  figures: readonly (ShownFigure & { label: string })[]
  /** The figure that the visitor came from. */
  chosen: string
  stamp: string
}) {
  const [state, send, isPending] = useActionState<FormState, FormData>(useResilientAction(action), UNSENT)
  const form = filled(state.typed ?? { figure: [chosen], stamp: [stamp] }, state.errors)
  const [figure, setFigure] = useState<string | null>(null)
  const isElse = (figure ?? form.value('figure')) === SOMETHING_ELSE
  const parts = (name: string) => ({
    id: idOf(name),
    name,
    label: labelOf(name),
    error: form.error(name),
    defaultValue: form.value(name),
  })
  return (
    <form action={send} noValidate className="max-w-xl">
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={idOf} labelOf={labelOf} />
        <input type="hidden" name="stamp" value={form.value('stamp')} />
        <div className="grid gap-4">
          {figures.length > 0 && (
            <SelectField
              {...parts('figure')}
              choices={[[SOMETHING_ELSE, 'Something else, or something that is missing'], ...figures.map(choiceOf)]}
              onChange={(event) => setFigure(event.currentTarget.value)}
            />
          )}
          <TextArea
            {...parts('wrong')}
            label={isElse ? labelOf('wrong') : `${labelOf('wrong')} (if it needs saying)`}
            rows={2}
            maxLength={2000}
          />
          <TextArea {...parts('right')} hint="What the page should say." rows={2} maxLength={2000} />
          <TextArea
            {...parts('evidence')}
            hint="A link, a result list, a book with its page, “I ran beside him”."
            rows={2}
            maxLength={2000}
          />
          <TextField {...parts('name')} label="Your name (optional)" autoComplete="name" maxLength={100} />
          <TextField
            {...parts('email')}
            label="Your e-mail address (optional)"
            hint="Only editors see it, to ask you something."
            type="email"
            autoComplete="email"
          />
          <Choice type="checkbox" name="wantsCredit" defaultChecked={form.isTicked('wantsCredit')}>
            The history may name me as the one who suggested it
          </Choice>
          <Trap />
        </div>
        <FormButtons hint="It is plain text, and nobody but editors reads it.">
          <Button look="primary">{isPending ? 'Sending …' : 'Send'}</Button>
        </FormButtons>
      </FormBody>
    </form>
  )
}

/** An input that people do not see: what fills it in is a program. */
function Trap() {
  return (
    <div className="absolute -left-[200vw]" aria-hidden="true">
      <label>
        Leave this empty <input name="leaveEmpty" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}

function choiceOf({ name, label, value }: ShownFigure & { label: string }): readonly [string, string] {
  const short = value.length > 60 ? `${value.slice(0, 60)} …` : value
  return [name, value === '' ? `${label}: not known here` : `${label}: ${short}`]
}
