/** A source as a form offers it, and as the inputs of a form mean it. */

import { encodeReference } from '../form/reference'
import type { Typed } from '../form/typed'
import { formatDate } from '../sport/partial-date'
import type { Source } from './source'

export interface SourceChoice {
  slug: string
  /** "Asahi newspaper, Results of the Fukuoka Marathon, 7 December 2014". */
  label: string
  /** What distinguishes it from another with the same label; may be empty. */
  detail: string
}

export function sourceName({ publication, title }: Pick<Source, 'publication' | 'title'>): string {
  return `${publication}, ${title}`
}

export function sourceChoice(source: Source): SourceChoice {
  const { slug, date, author } = source
  const label = date === null ? sourceName(source) : `${sourceName(source)}, ${formatDate(date)}`
  return { slug, label, detail: author ?? '' }
}

/** The inputs of a form that means a source of the record. */
export function typedSource({ slug, label }: SourceChoice): Typed {
  return { source: [label], sourceReference: [encodeReference({ slug, text: label, isChosen: false })] }
}
