import type { MarkList } from '@/lib/pages/mark-list'
import { countryName } from '@/lib/sport/countries'
import { discipline } from '@/lib/sport/disciplines'
import { listInWords, MAIN_LIST } from '@/lib/sport/separate-lists'
import { SEX } from './sex-labels'

/** "Marathon, men: Mongolia, 2014"; "Marathon, men: all-time list". */
export function listTitle({ discipline: slug, sex, country, year, key }: MarkList): string {
  const own = key === MAIN_LIST ? null : listInWords(key)
  const part = [own, country && countryName(country), year].filter(Boolean).join(', ')
  return `${discipline(slug).name}, ${SEX[sex].toLowerCase()}: ${part || 'all-time list'}`
}

/** What the list contains, in a sentence. */
export function listRemark({ all, performances, year, key }: MarkList): string {
  const what = performances ? 'Every performance' : `The best${year === null ? '' : ' that year'} of each athlete`
  const which = all
    ? 'also what does not count, with the reason'
    : key === MAIN_LIST
      ? 'of the marks that count'
      : 'of marks that are not compared with the others'
  return `${what}, ${which}, as far as this record knows`
}
