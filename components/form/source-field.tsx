'use client'

import { useState } from 'react'
import { decodeReferences, encodeReference, type Reference, referenceFor } from '@/lib/form/reference'
import { type SourceChoice, sourceName } from '@/lib/record/source-choice'
import { Candidates } from './candidates'
import { TextField } from './field'
import type { Filled } from './form-state'
import { useSearch } from './use-search'

const REFERENCE = 'sourceReference'

/**
 * The source, found by typing: from a list that follows what is typed, or, without JavaScript, by the server when the
 * form is sent. Where the text, or what is described in its place, may mean several, they are offered.
 */
export function SourceField({
  form,
  idOf,
  label,
  sources,
  candidates,
}: {
  form: Filled
  idOf: (input: string) => string
  label: string
  /** What is offered before anything is typed. */
  sources: readonly SourceChoice[]
  candidates: readonly SourceChoice[]
}) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<SourceChoice[]>([])
  useSearch('/admin/sources', text, setFound)
  const listed = new Map([...sources, ...found].map((source) => [source.slug, source]))
  const references = referencesIn(form)
  const [publication, title] = [form.value('publication'), form.value('title')]
  const asked = publication === '' ? form.value('source') : sourceName({ publication, title })
  return (
    <>
      <TextField
        id={idOf('source')}
        name="source"
        label={label}
        error={form.error('source')}
        size="whole"
        hint="Type its publisher, title or year, or describe a new one below."
        defaultValue={form.value('source')}
        onInput={(event) => setText(event.currentTarget.value)}
        list={idOf('sources')}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={idOf('sources')}>
        {[...listed.values()].map(({ slug, label, detail }) => (
          <option key={slug} value={label}>
            {detail}
          </option>
        ))}
      </datalist>
      {references.map((reference) => (
        <input key={reference.text} type="hidden" name={REFERENCE} value={encodeReference(reference)} />
      ))}
      {candidates.length > 0 && (
        <div className="col-span-full min-w-0">
          <Candidates
            name={REFERENCE}
            legend="Which source is meant?"
            candidates={candidates}
            asked={asked}
            chosen={referenceFor(references, asked)?.slug}
          />
        </div>
      )}
    </>
  )
}

/** What the form has said so far, the last for each text: kept when it is given back without the choices. */
function referencesIn(form: Filled): Reference[] {
  const values: string[] = []
  while (form.value(REFERENCE, values.length) !== '') values.push(form.value(REFERENCE, values.length))
  return [...new Map(decodeReferences(values).map((reference) => [reference.text, reference])).values()]
}
