'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { Choice } from '@/components/form/choice'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { SelectField, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type Filled, type FormState, filled, UNSENT } from '@/components/form/form-state'
import { fieldLabel, SEX } from '@/components/form/labels'
import { ErrorMessage } from '@/components/form/messages'
import { Notice } from '@/components/form/notice'
import { useResilientAction } from '@/components/form/resilient-action'
import type { Typed } from '@/lib/form/typed'
import type { SourceChoice } from '@/lib/record/source-choice'

const NOTHING: Typed = {}
const idOf = (input: string) => `s-${input}`

export interface SplitState extends FormState {
  /** What splitting would do, a sentence each; null until it was asked for, or where it cannot be done. */
  preview: string[] | null
}

const UNSENT_SPLIT: SplitState = { ...UNSENT, preview: null }

export interface Splittable {
  name: string
  sex: string
  countryCode: string
  results: readonly { id: string; title: string; detail: string }[]
  names: readonly Part[]
  affiliations: readonly Part[]
  externalIds: readonly Part[]
  photos: readonly Part[]
}

interface Part {
  id: string
  text: string
  detail: string
}

const LABELS: Record<string, string> = {
  chosen: 'What goes to the other one',
  displayName: 'Name of the other one',
  sortName: 'Name in lists',
  nativeName: 'Name in its own script',
  sex: 'Men, women or mixed',
  birthDate: 'Date of birth',
  countryCode: 'Country',
}
const labelOf = (input: string) => LABELS[input] ?? fieldLabel(input)

/**
 * Which results, names, clubs, external ids and pictures of an athlete are somebody else's, who that is, and why.
 *
 * @param athlete null where the session has ended: nothing of the record is shown, and nothing typed is lost.
 */
export function SplitForm({
  action,
  athlete,
  sources,
}: {
  action: (state: SplitState, form: FormData) => Promise<SplitState>
  athlete: Splittable | null
  sources: readonly SourceChoice[]
}) {
  const [state, send, isPending] = useActionState<SplitState, FormData>(useResilientAction(action), UNSENT_SPLIT)
  const typed = state.typed ?? NOTHING
  const form = filled(typed, state.errors)
  const isChosen = (kind: string, id: string) => typed[kind]?.includes(id) ?? false
  return (
    <form action={send} noValidate className="max-w-3xl">
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={idOf} labelOf={labelOf} />
        {state.preview && (
          <p className="mb-6">
            <a href={`#${idOf('preview')}`}>What would happen</a> stands above the button.
          </p>
        )}
        <section id={idOf('chosen')} tabIndex={-1} aria-labelledby={idOf('chosen-title')}>
          <h2 id={idOf('chosen-title')} className="mb-1 text-xl font-semibold">
            What is somebody else’s
          </h2>
          {form.error('chosen') && <ErrorMessage>{form.error('chosen')}</ErrorMessage>}
          {athlete ? <Parts athlete={athlete} isChosen={isChosen} /> : <Kept typed={typed} />}
        </section>
        <h2 className="mt-8 mb-3 text-xl font-semibold">Who the other one is</h2>
        <Other form={form} isFresh={state.typed === null} athlete={athlete} />
        <h2 className="mt-8 mb-3 text-xl font-semibold">Why</h2>
        <EvidenceFields form={form} sources={sources} candidates={state.sourceCandidates} idOf={idOf} />
        {state.preview && (
          <Notice id={idOf('preview')} title="What would happen" titleId={idOf('preview-title')} className="mt-6">
            <ul className="mt-1">
              {state.preview.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        )}
        <FormButtons>
          <Button look={state.preview ? 'plain' : 'primary'} name="intent" value="preview">
            See what would happen
          </Button>
          {state.preview && (
            <Button look="danger" name="intent" value="save">
              Split
            </Button>
          )}
        </FormButtons>
      </FormBody>
    </form>
  )
}

function Kept({ typed }: { typed: Typed }) {
  return ['result', 'name', 'affiliation', 'externalId', 'photo'].flatMap((kind) =>
    (typed[kind] ?? []).map((id) => <input key={id} type="hidden" name={kind} value={id} />),
  )
}

function Parts({ athlete, isChosen }: { athlete: Splittable; isChosen: (kind: string, id: string) => boolean }) {
  const { results, names, affiliations, externalIds, photos } = athlete
  const groups = [
    ['result', 'Results', results.map(({ id, title, detail }) => ({ id, text: title, detail }))],
    ['name', 'Names', names],
    ['affiliation', 'Clubs, teams and coaches', affiliations],
    ['externalId', 'External ids', externalIds],
    ['photo', 'Pictures', photos],
  ] as const
  return groups
    .filter(([, , parts]) => parts.length > 0)
    .map(([kind, title, parts]) => (
      <fieldset key={kind} className="mt-4">
        <legend className="font-semibold">{title}</legend>
        {parts.map(({ id, text, detail }) => (
          <Choice key={id} type="checkbox" name={kind} value={id} defaultChecked={isChosen(kind, id)}>
            {text} {detail && <span className="text-quiet">{detail}</span>}
          </Choice>
        ))}
      </fieldset>
    ))
}

function Other({ form, isFresh, athlete }: { form: Filled; isFresh: boolean; athlete: Splittable | null }) {
  const parts = (name: string, first = '') => ({
    id: idOf(name),
    name,
    label: labelOf(name),
    error: form.error(name),
    defaultValue: isFresh ? first : form.value(name),
    autoComplete: 'off',
  })
  return (
    <FieldsGrid>
      <TextField {...parts('displayName', athlete?.name)} size="half" />
      <TextField {...parts('sortName')} size="half" hint="“Smith, John”; the name itself where it is left blank." />
      <TextField {...parts('nativeName')} size="half" />
      <SelectField {...parts('sex', athlete?.sex)} choices={[['', 'Choose …'], ...Object.entries(SEX)]} />
      <TextField {...parts('birthDate')} hint="1981, 1981-10 or 1981-10-07." />
      <TextField {...parts('countryCode', athlete?.countryCode)} hint="MGL, JPN …" />
    </FieldsGrid>
  )
}
