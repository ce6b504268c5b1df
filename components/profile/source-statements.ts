import type { AthleteRecord } from '@/lib/record/athlete'
import { citationsOf } from '@/lib/record/citations'
import { citedFields } from '@/lib/record/disputes'
import type { Citation } from '@/lib/record/source'
import { countryName } from '@/lib/sport/countries'
import { discipline } from '@/lib/sport/disciplines'
import { groupBy } from '../record/group-by'
import { fieldName, REJECTION } from '../record/labels'
import { competitionAndYear } from '../record/view'

/** What a source says of one thing in one place. */
export interface CitedLine {
  /** "Marathon, Fukuoka Marathon 2014". */
  subject: string
  resultId: string | null
  /** Where in the source. */
  locator: string
  /** "mark 2:08:50; place (overall) 8"; what was not used is marked. */
  text: string
}

interface CitedField extends Pick<CitedLine, 'subject' | 'resultId'> {
  field: string
  citation: Citation
}

/** Everything each source is cited for, by the source's slug: of the athlete first, then by result, newest first. */
export function citedLines({ athlete, results }: AthleteRecord): Map<string, CitedLine[]> {
  const competitions = new Map(results.map(({ competition }) => [competition.id, competition]))
  const all: CitedField[] = [
    ...athlete.citations.map(about(athlete.displayName)),
    ...athlete.names.flatMap(({ text, citations }) => citations.map(about(`The name ${text}`))),
    ...athlete.affiliations.flatMap(({ name, citations }) => citations.map(about(name))),
    ...[...competitions.values()].flatMap(({ name, year, citations }) => citations.map(about(`${name}, ${year}`))),
    ...results.flatMap((result) => {
      const subject = `${discipline(result.discipline).name}, ${competitionAndYear(result)}`
      return citedFields(result).map((cited) => ({ ...cited, subject, resultId: result.id }))
    }),
  ]
  return new Map(
    [...groupBy(all, ({ citation }) => citation.source.slug)].map(([slug, ofSource]) => [slug, together(ofSource)]),
  )
}

/** How often a source is cited, and how often it was not used. */
export function citationCounts({ athlete, results }: AthleteRecord): Map<string, { cited: number; aside: number }> {
  const bySource = groupBy(citationsOf(athlete, results), ({ source }) => source.slug)
  return new Map(
    [...bySource].map(([slug, citations]) => [
      slug,
      { cited: citations.length, aside: citations.filter(({ accepted }) => !accepted).length },
    ]),
  )
}

function about(subject: string): (citation: Citation) => CitedField {
  return (citation) => ({ subject, resultId: null, field: citation.field, citation })
}

/** One line for each thing and place in the source, however many fields it is cited for. */
function together(cited: readonly CitedField[]): CitedLine[] {
  const lines = groupBy(cited, ({ subject, resultId, citation }) => `${resultId ?? subject}|${citation.locator}`)
  return [...lines.values()].flatMap((line) => {
    const [first] = line
    if (!first) return []
    const { subject, resultId, citation } = first
    return [{ subject, resultId, locator: citation.locator, text: line.map(fieldText).join('; ') }]
  })
}

function fieldText({ field, citation: { asserts, accepted, rejection } }: CitedField): string {
  const aside = accepted ? '' : ` (not used${rejection ? `: ${REJECTION[rejection]}` : ''})`
  return `${fieldName(field)}${asserts === null ? '' : ` ${field === 'countryCode' ? countryName(asserts) : asserts}`}${aside}`
}
