import type { AthleteRecord } from '@/lib/record/athlete'
import { ageOn } from '@/lib/sport/age'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { languageTag } from '@/lib/text/language'
import { AddLink, EditLink, WatchLink } from '../record/edit-link'
import { CountryLink } from '../record/links'
import type { RecordView } from '../record/view'
import { Flag } from '../ui/flag'
import { eyebrowClass, titleClass } from '../ui/type-class'
import { When } from '../ui/when'
import { FieldNotes } from './field-notes'
import { Portrait } from './portrait'

const WHOSE = { M: 'Men', F: 'Women', X: 'Mixed' }

/** Who it is: the country, the name, what was contested, and when and where the athlete was born. */
export function NamePlate({
  record,
  view,
  disciplines,
  today,
}: {
  record: AthleteRecord
  view: RecordView
  disciplines: readonly DisciplineSlug[]
  /** The ISO day for which the age is computed. */
  today: string
}) {
  const { id, countryCode, displayName, nativeName, nickname, names, sex, photos } = record.athlete
  const [photo, ...others] = photos
  const [primary] = disciplines
  const native = names.find(({ text }) => text === nativeName)
  return (
    <div className="flex items-start justify-between gap-5">
      <div className="min-w-0">
        <p className={eyebrowClass}>
          <Flag code={countryCode} /> {countryCode ? <CountryLink code={countryCode} /> : 'Country unknown'}
          {primary && ` · ${discipline(primary).name}, ${WHOSE[sex].toLowerCase()}`}
        </p>
        <h1 className={`mt-2 wrap-anywhere ${titleClass}`}>{displayName}</h1>
        {nativeName && <NativeName lang={languageTag(native?.language ?? null) ?? undefined}>{nativeName}</NativeName>}
        {nickname && (
          <p className="mt-2 text-quiet">
            “{nickname}”
            <FieldNotes field="nickname" record={record} view={view} />
          </p>
        )}
        <Born record={record} view={view} today={today} />
        {view.desk && (
          <p className="mt-3 flex flex-wrap gap-x-4 print:hidden">
            <EditLink kind="athlete" id={id} what={displayName} word="Edit the athlete" />
            <AddLink kind="name" athleteId={id}>
              Add a name
            </AddLink>
            <AddLink kind="photo" athleteId={id}>
              Add a picture
            </AddLink>
            <WatchLink kind="athlete" id={id} what={displayName} />
          </p>
        )}
      </div>
      {/* A picture that has been withdrawn since is not shown in an earlier state either. */}
      {photo && view.query === '' && <Portrait photo={photo} others={others} name={displayName} desk={view.desk} />}
    </div>
  )
}

/** The name in its own script, large. */
export function NativeName({ lang, children }: { lang?: string; children: string }) {
  return (
    <p className="mt-2.5 font-serif text-native text-quiet leading-[1.2]" lang={lang}>
      {children}
    </p>
  )
}

/** "Born 7 October 1981 (age 45), Ulaanbaatar"; unknown is shown as unknown. */
function Born({ record, view, today }: { record: AthleteRecord; view: RecordView; today: string }) {
  const { id, birthDate, birthPlace, deathDate } = record.athlete
  const age = deathDate ? null : ageOn(birthDate, today)
  return (
    <p className="mt-3">
      <span className="text-quiet">Born</span> <When date={birthDate} />
      {age && ` (age ${age.exact ? age.years : `${age.years} or ${age.years + 1}`})`}
      <FieldNotes field="birthDate" record={record} view={view} />
      {birthPlace && (
        <>
          , {birthPlace}
          <FieldNotes field="birthPlace" record={record} view={view} />
        </>
      )}
      {deathDate && (
        <>
          . <span className="text-quiet">Died</span> <When date={deathDate} />
          <FieldNotes field="deathDate" record={record} view={view} />
        </>
      )}
      {view.desk && (
        <>
          {' '}
          <EditLink kind="athlete" id={id} what="the date and place of birth" field="birthDate" />
        </>
      )}
    </p>
  )
}
