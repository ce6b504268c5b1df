/**
 * Where in the record the facts of each document are, sentence by sentence: docs/sources.md is made from it. The
 * sentences are in prisma/seed/sentences, in brief and in our own words; what they are cited for is found in the data
 * files by source and locator, so that a sentence whose facts were left out shows.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { SeedCitation } from './format'
import type { SeedFiles } from './load'

const sentence = z.strictObject({
  source: z.string(),
  /** The place in the source, as citations name it. */
  at: z.string(),
  /** The sentence in brief. */
  says: z.string(),
  /** What marks the citations of this sentence among those of its place: a result, a field, a kind of claim. */
  in: z.array(z.string()).default([]),
  /** Why nothing of it is in the record. */
  none: z.string().optional(),
})
const documentFile = z.strictObject({ document: z.string(), sentences: z.array(sentence) })

export interface Document {
  title: string
  sentences: z.infer<typeof sentence>[]
}

/** A fact of the record with the passage that it is cited from. */
export interface CitedFact {
  source: string
  at: string
  /** "ser-od-bat-ochir, 2014-fukuoka-marathon: mark". */
  where: string
}

export async function readDocuments(folder = join(import.meta.dirname, 'sentences')): Promise<Document[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(
    names.map(async (name) => {
      const { document, sentences } = documentFile.parse(parse(await readFile(join(folder, name), 'utf8')))
      return { title: document, sentences }
    }),
  )
}

/** Everything in the data files that is cited, claimed or told in a biography. */
export function citedFacts({ competitions, athletes, claims }: SeedFiles): CitedFact[] {
  const of = (thing: string, cite: readonly SeedCitation[]): CitedFact[] =>
    cite.map(({ source, at, field, accepted }) => ({
      source,
      at,
      where: `${thing}: ${field}${accepted ? '' : ' (not followed)'}`,
    }))
  return [
    ...competitions.flatMap(({ slug, cite }) => of(slug, cite)),
    ...athletes.flatMap((athlete) => [
      ...of(athlete.slug, athlete.cite),
      ...athlete.names.flatMap(({ text, cite }) => of(`${athlete.slug}, name ${text}`, cite)),
      ...athlete.affiliations.flatMap(({ name, cite }) => of(`${athlete.slug}, ${name}`, cite)),
      ...athlete.results.flatMap(({ key, cite, places, records }) =>
        [cite, ...[...places, ...records].map((part) => part.cite)].flatMap((cited) =>
          of(`${athlete.slug}, ${key}`, cited),
        ),
      ),
      ...athlete.biography.flatMap(({ title, body }) => footnotes(title, body)),
    ]),
    ...claims.map(({ source, at, subject, kind, about }) => ({
      source,
      at,
      where: `claim: ${kind} of ${[subject, about].filter(Boolean).join(', ')}`,
    })),
  ]
}

function footnotes(title: string, body: string): CitedFact[] {
  return [...body.matchAll(/\[@(?<source>[^\]:]+): (?<at>[^\]]+)\]/g)].flatMap(({ groups }) => {
    const { source = '', at = '' } = groups ?? {}
    return placesIn(at).map((place) => ({ source, at: place, where: `biography: ${title}` }))
  })
}

/** The facts that are cited from a sentence. */
export function factsOf(
  { source, at, in: marks }: Document['sentences'][number],
  facts: readonly CitedFact[],
): string[] {
  const found = facts.filter(
    (fact) =>
      fact.source === source &&
      (fact.at === at || placesIn(fact.at).includes(at)) &&
      marks.some((mark) => fact.where.includes(mark)),
  )
  return [...new Set(found.map(({ where }) => where))]
}

/** "Career, 2008–2009, paragraphs 1 and 2; Statistics, rows 3 to 5" as the single places that it names. */
export function placesIn(locator: string): string[] {
  return locator.split('; ').flatMap((part) => {
    const several =
      /^(?<before>.*?)(?<kind>paragraph|row|item)s? (?<first>\d+)(?: (?<word>and|to) (?<last>\d+))?$/.exec(part)
    const { before = '', kind = '', first, word, last } = several?.groups ?? {}
    if (first === undefined) return [part]
    const [from, to] = [Number(first), Number(last ?? first)]
    const numbers = word === 'to' ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [from, to]
    const prefix = /^(?:title|Infobox|lead) and $/i.test(before) ? '' : before
    return [...new Set(numbers)].map((number) => `${prefix}${kind} ${number}`)
  })
}

export function coverageInMarkdown(documents: readonly Document[], facts: readonly CitedFact[]): string {
  const parts = documents.map(({ title, sentences }) => {
    const told = sentences.map((one) => ({ ...one, facts: factsOf(one, facts) }))
    const rows = told.map(
      ({ source, at, says, none, facts }) =>
        `| \`${source}\`, ${at} | ${says} | ${facts.length > 0 ? facts.join('<br>') : `nothing: ${none ?? '**not in the record**'}`} |`,
    )
    const missing = told.filter((one) => one.facts.length === 0 && one.none === undefined).length
    return [
      `## ${title}`,
      `${sentences.length} sentences and rows, of which ${missing === 0 ? 'none lacks' : `${missing} lack`} a fact in the record that it should have.`,
      ['| Where | In brief | In the record |', '|---|---|---|', ...rows].join('\n'),
    ].join('\n\n')
  })
  return [INTRODUCTION, ...parts].join('\n\n').concat('\n')
}

const INTRODUCTION = `# What the four documents say, and where the record has it

Made from the sentences in \`prisma/seed/sentences\`, which are in our own words, and from the citations, claims and
biographies in \`prisma/seed/data\`; \`npx vitest run prisma/seed/source-coverage -u\` writes it again. A test fails where a
citation belongs to no sentence, and where a sentence has neither a fact nor a reason.`
