/** Footnotes of a biography whose source says something else than the figure before them. */

import { sayTheSame } from '../record/assertions'
import type { AthleteRecord } from '../record/athlete'
import type { Result } from '../record/result'
import type { Citation } from '../record/source'
import type { WrittenLeaf } from './biography-markdown'

type Footnote = Extract<WrittenLeaf, { kind: 'footnote' }>

export interface Contradiction {
  footnote: Footnote
  /** The binding that it follows, as it is written. */
  binding: string
  result: Result
  /** The field of the result: mark, date, status or place. */
  field: string
  holds: string
  /** What the source asserts of that field. */
  asserts: string
}

/** A sentence ends where its mark is followed by a space; a footnote may come after the mark. */
const END = /[.!?]["”’]?\s/

/**
 * The footnotes of a paragraph that follow, in one sentence, a figure of which their source asserts another value. A
 * source that is not cited for the figure contradicts nothing.
 */
export function contradictions(
  paragraph: readonly WrittenLeaf[],
  { results }: Pick<AthleteRecord, 'results'>,
): Contradiction[] {
  const found: Contradiction[] = []
  let bindings: string[] = []
  let between = ''
  for (const leaf of paragraph) {
    if (leaf.kind === 'text' || leaf.kind === 'break') {
      between += leaf.kind === 'text' ? leaf.text : ' '
      continue
    }
    if (END.test(between)) bindings = []
    between = ''
    if (leaf.kind === 'binding') bindings.push(leaf.binding)
    else {
      const of = bindings.flatMap((written) => contradictionOf(written, leaf.slug, results) ?? [])
      found.push(...of.map((contradiction) => ({ ...contradiction, footnote: leaf })))
    }
  }
  return found
}

type Figure = { field: string; holds: string; citations: readonly Citation[] }

const FIGURES: Readonly<Record<string, (result: Result, argument?: string) => Figure | null>> = {
  mark: (result) => own(result, 'mark', result.mark),
  status: (result) => own(result, 'status', result.status),
  date: (result) => own(result, 'date', result.date),
  year: (result) => own(result, 'date', result.date),
  place: ({ places }, wanted = 'overall') => {
    const place = places.find(({ classification }) => classification === wanted)
    return place ? { field: 'place', holds: String(place.place), citations: place.citations } : null
  },
}

function own({ citations }: Result, field: string, value: string | null): Figure | null {
  return value === null
    ? null
    : { field, holds: value, citations: citations.filter((citation) => citation.field === field) }
}

function contradictionOf(
  binding: string,
  slug: string,
  results: readonly Result[],
): Omit<Contradiction, 'footnote'> | null {
  const [word = '', id, argument] = binding.trim().split(' ')
  const result = results.find((result) => result.id === id)
  const figure = result && FIGURES[word]?.(result, argument)
  if (!figure) return null
  const { field, holds, citations } = figure
  const asserted = citations.flatMap(({ source, asserts }) =>
    source.slug === slug && asserts !== null ? [asserts] : [],
  )
  const [asserts] = asserted
  const isSame = asserted.some((value) => sayTheSame(field, result.discipline, holds, value))
  return asserts === undefined || isSame ? null : { binding: `{${binding}}`, result, field, holds, asserts }
}
