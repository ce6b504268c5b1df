import type { ReactNode } from 'react'
import { allTimeList, markListAddress } from '@/lib/pages/mark-list'
import { country, countryName } from '@/lib/sport/countries'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import type { Sex } from '@/lib/sport/performance'
import { type ListKey, MAIN_LIST } from '@/lib/sport/separate-lists'

/** Where a country has its page; a code no longer in use leads to its successor. */
export function countryAddress(code: string): string {
  return `/records/${country(code)?.code ?? code}`
}

/** A country, by its name unless something else is given, leading to its records. */
export function CountryLink({ code, children }: { code: string; children?: ReactNode }) {
  return (
    <a href={countryAddress(code)} title={children ? countryName(code) : undefined}>
      {children ?? countryName(code)}
    </a>
  )
}

/** A discipline, by its name unless something else is given, leading to its all-time list, or to another of its lists. */
export function DisciplineLink({
  slug,
  sex,
  list = MAIN_LIST,
  children,
}: {
  slug: DisciplineSlug
  sex?: Sex
  list?: ListKey
  children?: ReactNode
}) {
  return <a href={markListAddress({ ...allTimeList(slug, sex), key: list })}>{children ?? discipline(slug).name}</a>
}
