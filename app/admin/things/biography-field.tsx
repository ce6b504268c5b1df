'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/form/button'
import { SelectField, TextArea, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import { InsetDetails } from '@/components/form/inset'
import { Hint, Warning } from '@/components/form/messages'
import { ChapterText, type ShowSegment } from '@/components/profile/chapter-text'
import { count } from '@/components/record/labels'
import { RESULT_BINDINGS } from '@/lib/career/biography-tokens'
import type { Choice } from '@/lib/record/things/field'
import type { RenderedChapter } from '@/server/things/biography'

/** Milliseconds without typing before the text is read. */
const PAUSE = 400

/** The text of a chapter, with figures and footnotes to insert and what it reads like with them. */
export function BiographyField({
  results,
  sources,
  subject,
  ...parts
}: {
  id: string
  name: string
  label: string
  hint: ReactNode
  error: string | undefined
  defaultValue: string
  results: readonly Choice[]
  sources: readonly Choice[]
  /** Ids of the athlete and of the chapter, '' for a new one. */
  subject: { athlete: string; chapter: string }
}) {
  const [text, setText] = useState(parts.defaultValue)
  const change = (edit: (area: HTMLTextAreaElement) => void) => {
    const area = document.getElementById(parts.id)
    if (!(area instanceof HTMLTextAreaElement)) return
    edit(area)
    area.dispatchEvent(new Event('input', { bubbles: true }))
    area.focus()
  }
  const insert = (inserted: string) =>
    change((area) => area.setRangeText(inserted, area.selectionStart, area.selectionEnd, 'end'))
  return (
    <div className="col-span-full grid gap-4">
      <TextArea {...parts} size="whole" rows={18} onInput={(event) => setText(event.currentTarget.value)} />
      <MarkdownButtons change={change} />
      <InsertFigure id={parts.id} results={results} insert={insert} />
      <InsertFootnote id={parts.id} sources={sources} insert={insert} />
      <Reading text={text} subject={subject} />
    </div>
  )
}

/** What is put around the chosen words, or before the line in which they begin. */
const MARKDOWN: readonly (readonly [label: string, before: string, after: string | null])[] = [
  ['Emphasis', '*', '*'],
  ['Strong', '**', '**'],
  ['Link', '[', '](https://)'],
  ['Heading', '# ', null],
  ['List', '- ', null],
  ['Quotation', '> ', null],
]

function MarkdownButtons({ change }: { change: (edit: (area: HTMLTextAreaElement) => void) => void }) {
  const write = (before: string, after: string | null) =>
    change((area) => {
      const { selectionStart: start, selectionEnd: end, value } = area
      const from = after === null ? value.slice(0, start).lastIndexOf('\n') + 1 : start
      area.setRangeText(
        after === null ? before : `${before}${value.slice(start, end)}${after}`,
        from,
        after === null ? from : end,
      )
      area.setSelectionRange(start + before.length, end + before.length)
    })
  return (
    <fieldset aria-label="Markdown" className="flex flex-wrap gap-2">
      {MARKDOWN.map(([label, before, after]) => (
        <Button key={label} type="button" onClick={() => write(before, after)}>
          {label}
        </Button>
      ))}
    </fieldset>
  )
}

function InsertFigure({
  id,
  results,
  insert,
}: {
  id: string
  results: readonly Choice[]
  insert: (text: string) => void
}) {
  const [chosen, setChosen] = useState('')
  const [sought, setSought] = useState('')
  const found = results.filter(([, words]) => hasWords(words, sought))
  const result = found.find(([value]) => value === chosen)?.[0] ?? found[0]?.[0] ?? ''
  const [word, setWord] = useState('mark')
  const binding = `{${word} ${result}}`
  return (
    <InsetDetails summary="Insert a figure of a result">
      <FieldsGrid>
        <TextField
          id={`${id}-sought`}
          label="Find the result"
          size="whole"
          hint="A year, a competition, a discipline: fukuoka 2014."
          autoComplete="off"
          onInput={(event) => setSought(event.currentTarget.value)}
        />
        <SelectField
          id={`${id}-result`}
          label="Result"
          size="whole"
          hint={
            <span role="status">
              {found.length === 0 ? 'No result has these words.' : count(found.length, 'result')}
            </span>
          }
          choices={found}
          value={result}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <SelectField
          id={`${id}-word`}
          label="Figure"
          size="half"
          choices={RESULT_BINDINGS}
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
      </FieldsGrid>
      {result !== '' && <Insertion text={binding} insert={insert} />}
      <Hint>The figure follows the result: when that is corrected, so is the sentence.</Hint>
    </InsetDetails>
  )
}

/** Whether a text has every word that was typed, or the beginning of it, in whatever order. */
function hasWords(text: string, typed: string): boolean {
  const known = text.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word))
}

function InsertFootnote({
  id,
  sources,
  insert,
}: {
  id: string
  sources: readonly Choice[]
  insert: (text: string) => void
}) {
  const [source, setSource] = useState(sources[0]?.[0] ?? '')
  const [locator, setLocator] = useState('')
  const footnote = `[@${source}${locator.trim() ? `: ${locator.trim().replaceAll(']', ')')}` : ''}]`
  return (
    <InsetDetails summary="Insert a footnote">
      <FieldsGrid>
        <TextField
          id={`${id}-source`}
          label="Source of the footnote"
          size="half"
          hint="Type its name, and choose."
          list={`${id}-sources`}
          autoComplete="off"
          onInput={(event) => {
            const typed = event.currentTarget.value
            setSource(sources.find(([slug, words]) => words === typed || slug === typed)?.[0] ?? source)
          }}
        />
        <TextField
          id={`${id}-locator`}
          label="Where in that source"
          size="half"
          onInput={(event) => setLocator(event.currentTarget.value)}
        />
      </FieldsGrid>
      <datalist id={`${id}-sources`}>
        {sources.map(([slug, words]) => (
          <option key={slug} value={words} />
        ))}
      </datalist>
      <Insertion text={footnote} insert={insert} />
    </InsetDetails>
  )
}

function Insertion({ text, insert }: { text: string; insert: (text: string) => void }) {
  return (
    <p className="mt-3 flex flex-wrap items-center gap-3">
      <Button type="button" onClick={() => insert(text)}>
        Insert
      </Button>
      <code className="text-sm break-all">{text}</code>
    </p>
  )
}

/** What the chapter reads like, as the server has it: every figure as the record says. */
function Reading({
  text,
  subject: { athlete, chapter },
}: {
  text: string
  subject: { athlete: string; chapter: string }
}) {
  const [rendered, setRendered] = useState<RenderedChapter | null>(null)
  const latest = useRef(0)
  useEffect(() => {
    const number = ++latest.current
    const pause = setTimeout(async () => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ athlete, chapter, body: text })) form.set(name, value)
      try {
        const answer = await fetch('/admin/things/biography', { method: 'POST', body: form })
        if (answer.ok && number === latest.current) setRendered(await answer.json())
      } catch {
        // The reading is a help; the text is read again when the form is sent.
      }
    }, PAUSE)
    return () => clearTimeout(pause)
  }, [text, athlete, chapter])
  if (!rendered) return null
  return (
    <section aria-label="What it reads like" className="border-rule border-l-2 pl-4">
      <h2 className="mb-2 font-sans text-sm font-semibold">What it reads like</h2>
      {rendered.missing.map((binding) => (
        <Warning key={binding}>{binding} finds nothing in the record.</Warning>
      ))}
      <div className="font-serif text-lg leading-relaxed">
        <ChapterText blocks={rendered.blocks} heading={3} show={segment} />
      </div>
    </section>
  )
}

const segment: ShowSegment = (part) => {
  if (part.kind === 'citation') {
    return (
      <sup title={part.contradicts === null ? part.source.title : `${part.source.title} says ${part.contradicts}`}>
        {part.number}
        {part.contradicts !== null && '‡'}
      </sup>
    )
  }
  return (
    <span className={part.kind === 'figure' ? 'border-gold-mark border-b-[1.5px] border-dotted' : 'text-champ'}>
      {part.kind === 'figure' ? part.text : part.binding}
    </span>
  )
}
