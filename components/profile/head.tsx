import { athletesAddress, EVERYBODY } from '@/lib/pages/athlete-filter'
import { type AthletePage, athleteAddress } from '@/lib/pages/athlete-pages'
import { suggestAddress } from '@/lib/pages/suggest-address'
import type { AthleteRecord } from '@/lib/record/athlete'
import { countryName } from '@/lib/sport/countries'
import { languageTag } from '@/lib/text/language'
import type { RecordView } from '../record/view'
import { Breadcrumbs } from '../site/breadcrumbs'
import { Flag } from '../ui/flag'
import { smallTitleClass } from '../ui/type-class'
import { AthleteTabs } from './tabs'

export const PAGE_NAME: Record<AthletePage, string> = {
  overview: 'Overview',
  results: 'Results',
  bests: 'Bests',
  biography: 'Biography',
  sources: 'Sources',
  history: 'History',
}

/** The line above everything: where the page belongs, and how to say what is wrong on it. */
export function AthleteTrail({ record: { athlete }, view }: { record: AthleteRecord; view: RecordView }) {
  const { slug, displayName, countryCode } = athlete
  const page = view.page ?? 'overview'
  const trail = [
    { href: '/athletes', name: 'Athletes' },
    ...(countryCode === null
      ? []
      : [{ href: athletesAddress({ ...EVERYBODY, country: countryCode }), name: countryName(countryCode) }]),
    ...(page === 'overview' ? [] : [{ href: athleteAddress(slug, 'overview', view.query), name: displayName }]),
  ]
  return (
    <div className="flex flex-wrap justify-between gap-x-6 pt-4 print:hidden">
      <Breadcrumbs trail={trail} current={page === 'overview' ? displayName : PAGE_NAME[page]} />
      <p className="py-1 text-sm">
        <a href={suggestAddress(athleteAddress(slug, 'overview'))}>Suggest a correction</a>
      </p>
    </div>
  )
}

/** The head of every page of an athlete but the overview: who it is, and which page. */
export function AthleteHead({ record, view }: { record: AthleteRecord; view: RecordView }) {
  const { displayName, nativeName, countryCode, names } = record.athlete
  const native = names.find(({ text }) => text === nativeName)
  return (
    <header>
      <AthleteTrail record={record} view={view} />
      <div className="mt-4 mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className={smallTitleClass}>
          {displayName}
          <span className="sr-only">: {PAGE_NAME[view.page ?? 'overview'].toLowerCase()}</span>
        </h1>
        <p className="text-quiet">
          <Flag code={countryCode} />{' '}
          {nativeName && <span lang={languageTag(native?.language ?? null) ?? undefined}>{nativeName}</span>}
        </p>
      </div>
      <AthleteTabs record={record} view={view} />
    </header>
  )
}
