'use client'

import { useState } from 'react'
import { decodeReferences } from '@/lib/form/reference'
import { memberText } from '@/lib/record/team'
import { Candidates } from './candidates'
import { TextField } from './field'
import type { Candidate, Filled } from './form-state'
import { useSearch } from './use-search'

/**
 * An athlete of the record, found by typing a name: from a list that follows what is typed, or, without JavaScript, by
 * the server when the form is sent. Where the text may mean several, they are offered.
 */
export function AthleteField({
  form,
  idOf,
  name,
  reference,
  label,
  candidates = [],
  hint,
}: {
  form: Filled
  idOf: (input: string) => string
  name: string
  /** The input that says which of several was chosen. */
  reference: string
  label: string
  candidates?: readonly Candidate[]
  hint?: string
}) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<Candidate[]>([])
  useSearch<Candidate>('/admin/athletes', text, setFound)
  const list = idOf(`${name}-found`)
  return (
    <>
      <TextField
        id={idOf(name)}
        name={name}
        label={label}
        error={form.error(name)}
        hint={hint}
        defaultValue={form.value(name)}
        onInput={(event) => setText(event.currentTarget.value)}
        list={list}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={list}>
        {found.map(({ slug, label, detail }) => (
          <option key={slug} value={memberText({ slug, name: label })}>
            {detail}
          </option>
        ))}
      </datalist>
      {candidates.length > 0 && (
        <div className="order-last col-span-full">
          <Candidates
            name={reference}
            legend="Which athlete is meant?"
            candidates={candidates}
            asked={form.value(name)}
            chosen={decodeReferences([form.value(reference)])[0]?.slug}
          />
        </div>
      )}
    </>
  )
}
