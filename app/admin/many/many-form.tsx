'use client'

import { useActionState, useRef } from 'react'
import { Button } from '@/components/form/button'
import { Choice, ChoiceLine } from '@/components/form/choice'
import { ErrorSummary } from '@/components/form/error-summary'
import { EvidenceFields } from '@/components/form/evidence-fields'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type Filled, filled } from '@/components/form/form-state'
import { Group } from '@/components/form/group'
import { fieldLabel } from '@/components/form/labels'
import { useResilientAction } from '@/components/form/resilient-action'
import { ChoiceGroup } from '@/components/form/side-choices'
import { count } from '@/components/record/labels'
import type { Typed } from '@/lib/form/typed'
import { MOST_AT_ONCE } from '@/lib/record/many/edit'
import { type ManyField, type ManyKind, manyField } from '@/lib/record/many/fields'
import type { ListedThing, ManyPreview, ManyRow } from '@/lib/record/many/preview'
import type { SourceChoice } from '@/lib/record/source-choice'
import type { Choice as Option } from '@/lib/record/things/field'
import { fieldWords } from '@/lib/record/things/thing'
import { EditFields } from './edit-fields'
import { KINDS, MANY_LABELS } from './labels'
import { ManyPreviewNotice, RowChange } from './many-preview'
import { Saving } from './saving'
import { type ManyFormState, UNSENT_MANY } from './state'

const NOTHING: Typed = {}
const idOf = (input: string) => `n-${input}`
const labelOf = (input: string) => MANY_LABELS[input] ?? fieldLabel(input)

interface Props {
  action: (state: ManyFormState, form: FormData) => Promise<ManyFormState>
  kind: ManyKind
  /** Of the field that is changed. */
  name: string
  listed: readonly ListedThing[]
  total: number
  /** Names of series to choose from. */
  series: readonly Option[]
  sources: readonly SourceChoice[]
  /** A name for the save, by which its progress is asked for. */
  job: string
}

/** What is ticked, its new value, what saving would do to each, why, and the buttons. Complete without JavaScript. */
export function ManyForm({ action, kind, name, listed, total, series, sources, job }: Props) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT_MANY)
  const field = manyField(kind, name)
  const form = filled(state.typed ?? NOTHING, state.errors)
  const { preview } = state
  if (!field) return null
  return (
    <form action={send} noValidate>
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={idOf} labelOf={labelOf} />
        <input type="hidden" name="seen" value={preview?.token ?? ''} />
        <input type="hidden" name="job" value={job} />
        {preview && <ManyPreviewNotice preview={preview} kind={kind} listed={listed} words={wordsOf(field)} />}
        <div className="mb-6 max-w-3xl">
          <Group legend={field.label}>
            <EditFields field={field} form={form} series={series} idOf={idOf} />
          </Group>
        </div>
        {listed.length > 0 ? (
          <Selection
            kind={kind}
            field={field}
            listed={listed}
            total={total}
            typed={state.typed}
            form={form}
            preview={preview}
          />
        ) : (
          <KeptSelection typed={state.typed ?? NOTHING} />
        )}
        <div className="mt-6 max-w-3xl">
          <Group legend="Reason and source">
            <EvidenceFields form={form} idOf={idOf} sources={sources} candidates={state.sourceCandidates} />
          </Group>
          <Buttons preview={preview} isPending={isPending} job={job} />
        </div>
      </FormBody>
    </form>
  )
}

function wordsOf({ label, input, rule }: ManyField): (value: string) => string {
  return (value) => fieldWords({ label, input, rule }, value)
}

/** What was ticked before the session ended, so that it is sent again. */
function KeptSelection({ typed }: { typed: Typed }) {
  return ['chosen', 'all'].flatMap((name) =>
    (typed[name] ?? []).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
  )
}

function Selection({
  kind,
  field,
  listed,
  total,
  typed,
  form,
  preview,
}: {
  kind: ManyKind
  field: ManyField
  listed: readonly ListedThing[]
  total: number
  typed: Typed | null
  form: Filled
  preview: ManyPreview | null
}) {
  const list = useRef<HTMLUListElement>(null)
  const ticked = new Set(typed?.chosen ?? [])
  const rows = new Map((preview?.rows ?? []).map((row) => [row.id, row]))
  const isMore = total > MOST_AT_ONCE
  const found = isMore ? `More than ${count(MOST_AT_ONCE, KINDS[kind].one)}` : count(total, KINDS[kind].one)
  const tickAll = () => {
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input[name=chosen]') ?? [])]
    const isTicked = !boxes.every((box) => box.checked)
    for (const box of boxes) box.checked = isTicked
  }
  return (
    <ChoiceGroup
      name="chosen"
      legend={`${found}${listed.length < total ? `, the first ${listed.length} of them` : ''}`}
      form={form}
      idOf={idOf}
    >
      {isMore ? (
        <p className="text-quiet">Narrow it down to change all that match.</p>
      ) : (
        <Choice type="checkbox" name="all" value="yes" defaultChecked={form.isTicked('all')}>
          {`All ${total} that match`}
        </Choice>
      )}
      <p className="my-2">
        <Button type="button" onClick={tickAll}>
          Tick all or none
        </Button>
      </p>
      <ul ref={list} className="max-w-3xl *:border-rule *:not-first:border-t">
        {listed.map((thing) => (
          <SelectionRow
            key={thing.id}
            thing={thing}
            words={wordsOf(field)}
            isTicked={ticked.has(thing.id)}
            row={rows.get(thing.id) ?? null}
          />
        ))}
      </ul>
    </ChoiceGroup>
  )
}

function SelectionRow({
  thing: { id, title, detail, href, value },
  words,
  isTicked,
  row,
}: {
  thing: ListedThing
  words: (value: string) => string
  isTicked: boolean
  row: ManyRow | null
}) {
  const box = idOf(`chosen-${id}`)
  return (
    <li>
      <ChoiceLine id={box} type="checkbox" name="chosen" value={id} defaultChecked={isTicked}>
        <label htmlFor={box} className="min-w-0 flex-1 wrap-anywhere">
          {title}
          {detail && <span className="block text-xs text-quiet">{detail}</span>}
        </label>
        <span className="min-w-0 basis-full pl-6.25 text-sm wrap-anywhere sm:basis-1/3 sm:pl-0">
          {row ? <RowChange row={row} words={words} /> : words(value)}
        </span>
        <a href={href} target="_blank" rel="noopener" className="pl-6.25 text-sm sm:pl-0">
          Open<span className="sr-only"> {title}</span>
        </a>
      </ChoiceLine>
    </li>
  )
}

function Buttons({ preview, isPending, job }: { preview: ManyPreview | null; isPending: boolean; job: string }) {
  const canSave = preview !== null && preview.changed > 0 && preview.refused === 0
  return (
    <FormButtons hint={!canSave && 'It can be saved once the preview shows nothing that is refused.'}>
      {canSave && (
        <Button look="primary" name="intent" value="save">
          {isPending ? 'Saving …' : `Save ${count(preview.changed, 'change')}`}
        </Button>
      )}
      <Button look={canSave ? 'plain' : 'primary'} name="intent" value="preview">
        Preview
      </Button>
      {isPending && <Saving job={job} />}
    </FormButtons>
  )
}
