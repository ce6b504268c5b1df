/** Figures in the biography that do not follow the record. */
import { noteNumbers, renderChapter } from '../career/biography'
import { readChapter, type WrittenLeaf } from '../career/biography-markdown'
import { contradictions } from '../career/footnotes'
import { paragraphsIn } from '../text/markdown-tree'
import { defineRule } from './finding'
import { ofAthlete } from './subject'

const SENTENCE = /(?<=[.!?])\s+(?=\p{Lu})/u
const YEAR = /\b(?:1[89]|20)\d\d(?:s\b|\b)/g
const DISTANCE = /\b(?:\d+\s?[×x]\s?)?\d[\d,. ]*[\s-]?(?:m|km|K|metres?|kilometres?|miles?)\b/g

export const bareNumber = defineRule({
  name: 'bare-number',
  title: 'A number typed into the biography',
  explanation:
    'A sentence holds a number that is not bound to the record, so it stays as it is when the record is corrected. Years and distances are names and may be typed.',
  severity: 'warning',
  concerns: 'editor',
  find: ({ athlete }) =>
    athlete.chapters.flatMap(({ id, title, body }) =>
      paragraphsIn(readChapter(body))
        .flatMap((paragraph) => paragraph.map(typedText).join('').split(SENTENCE))
        .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
        .filter((sentence) => /\d/.test(sentence.replace(YEAR, '').replace(DISTANCE, '')))
        .map((sentence) => ({
          ...ofAthlete(athlete),
          fix: `/admin/things/chapter/${id}`,
          field: 'biography',
          explanation: `In the chapter “${title}” a number is typed and not bound: “${sentence}”`,
          evidence: [{ source: null, locator: `Biography, ${title}`, asserts: sentence }],
        })),
    ),
})

/** What of a paragraph was typed, and does not come from the record. */
function typedText(leaf: WrittenLeaf): string {
  return leaf.kind === 'text' ? leaf.text : leaf.kind === 'break' ? ' ' : ''
}

export const emptyBinding = defineRule({
  name: 'empty-binding',
  title: 'A binding in the biography that finds nothing',
  explanation: 'A sentence asks the record for a figure that it does not hold (any more), so readers see “unknown”.',
  severity: 'error',
  concerns: 'reader',
  find: (record) => {
    const { athlete } = record
    const whole = { ...record, updatedAt: '', revision: 0 }
    const notes = noteNumbers(whole)
    return athlete.chapters.flatMap((chapter) =>
      paragraphsIn(renderChapter(chapter, whole, notes))
        .flat()
        .flatMap((segment) => (segment.kind === 'unbound' ? segment.binding : []))
        .map((binding) => ({
          ...ofAthlete(athlete),
          fix: `/admin/things/chapter/${chapter.id}`,
          field: 'biography',
          explanation: `In the chapter “${chapter.title}”, ${binding} finds nothing.`,
          evidence: [{ source: null, locator: `Biography, ${chapter.title}`, asserts: binding }],
        })),
    )
  },
})

export const contradictedFootnote = defineRule({
  name: 'contradicted-footnote',
  title: 'A footnote whose source says something else',
  explanation:
    'A sentence gives a figure and names a source for it, but that source is cited with another value. The sentence needs the source that the record follows.',
  severity: 'warning',
  concerns: 'reader',
  find: ({ athlete, results }) =>
    athlete.chapters.flatMap(({ id, title, body }) =>
      paragraphsIn(readChapter(body))
        .flatMap((paragraph) => contradictions(paragraph, { results }))
        .map(({ footnote, binding, field, holds, asserts, result }) => ({
          ...ofAthlete(athlete),
          field: 'biography',
          explanation: `In the chapter “${title}” the ${field} of ${result.competition.name} ${result.competition.year} is ${holds}, and its footnote ${footnote.written} leads to a source that says ${asserts}.`,
          evidence: [{ source: null, locator: `Biography, ${title}`, asserts: `${binding} ${footnote.written}` }],
          fix: `/admin/things/chapter/${id}`,
        })),
    ),
})
