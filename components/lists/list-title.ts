import type { MarkList } from '@/lib/pages/mark-list'
import { countryName } from '@/lib/sport/countries'
import { discipline } from '@/lib/sport/disciplines'
import { SEX } from './sex-labels'

/** "Marathon, men: Mongolia, 2014"; "Marathon, men: all-time list". */
export function listTitle({ discipline: slug, sex, country, year }: MarkList): string {
  const part = [country && countryName(country), year].filter(Boolean).join(', ')
  return `${discipline(slug).name}, ${SEX[sex].toLowerCase()}: ${part || 'all-time list'}`
}

/** What the list contains, in a sentence. */
export function listRemark({ all, performances, year }: MarkList): string {
  const what = performances ? 'Every performance' : `The best${year === null ? '' : ' that year'} of each athlete`
  return `${what}, ${all ? 'also what does not count, with the reason' : 'of the marks that count'}, as far as this record knows`
}
