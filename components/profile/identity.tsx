import { compareAddress } from '@/lib/pages/compared'
import type { Affiliation, Athlete, AthleteRecord, NameVariant } from '@/lib/record/athlete'
import { AUTHORITY, externalAddress } from '@/lib/record/external-id'
import { AFFILIATION } from '@/lib/record/things/words'
import { ageOn } from '@/lib/sport/age'
import type { DisciplineSlug } from '@/lib/sport/disciplines'
import { formatDate, yearOf } from '@/lib/sport/partial-date'
import { languageTag } from '@/lib/text/language'
import { Dagger } from '../record/dagger'
import { AddLink, EditLink, WatchLink } from '../record/edit-link'
import { groupBy } from '../record/group-by'
import { fieldName } from '../record/labels'
import { CountryLink, DisciplineLink } from '../record/links'
import { Notes } from '../record/notes'
import type { RecordView } from '../record/view'
import { Flag } from '../ui/flag'
import { eyebrowClass, titleClass } from '../ui/type-class'
import { When } from '../ui/when'
import { Fact, FactList } from './fact-list'
import { Portrait } from './portrait'

/** Who it is: the country, the name in its scripts and in every other way it is written. */
export function NamePlate({ record, view }: { record: AthleteRecord; view: RecordView }) {
  const { id, countryCode, displayName, photos } = record.athlete
  const [photo, ...others] = photos
  return (
    <div className="flex items-start justify-between gap-5">
      <div className="min-w-0">
        <p className={eyebrowClass}>
          <Flag code={countryCode} /> {countryCode ? <CountryLink code={countryCode} /> : 'Country unknown'}
        </p>
        <h1 className={`mt-2 ${titleClass}`}>{displayName}</h1>
        <Names record={record} view={view} />
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

/** What is known of the person. `today` is an ISO day. */
export function Facts({
  record,
  view,
  disciplines,
  today,
}: {
  record: AthleteRecord
  view: RecordView
  disciplines: readonly DisciplineSlug[]
  today: string
}) {
  const { athlete } = record
  return (
    <FactList>
      <Born record={record} view={view} today={today} />
      {athlete.deathDate && (
        <Fact name="Died">
          <When date={athlete.deathDate} />
        </Fact>
      )}
      {athlete.heightCm && (
        <Fact name="Height">
          {athlete.heightCm} cm
          <FieldNotes field="heightCm" record={record} view={view} />
        </Fact>
      )}
      {athlete.weightKg && (
        <Fact name="Weight">
          {athlete.weightKg} kg
          <FieldNotes field="weightKg" record={record} view={view} />
        </Fact>
      )}
      <Affiliations affiliations={athlete.affiliations} view={view} />
      <Countries record={record} desk={view.desk} />
      <Elsewhere athlete={athlete} desk={view.desk} />
      {disciplines.length > 0 && (
        <Fact name="Disciplines">
          {disciplines.map((slug, index) => (
            <span key={slug}>
              {index > 0 && ', '}
              <DisciplineLink slug={slug} sex={athlete.sex} />
            </span>
          ))}
        </Fact>
      )}
      {view.desk && (
        <Fact name="More">
          <span className="flex flex-wrap gap-x-4">
            <AddLink kind="affiliation" athleteId={athlete.id}>
              Add a club, coach or sponsor
            </AddLink>
            <AddLink kind="representation" athleteId={athlete.id}>
              Add a country represented
            </AddLink>
            <AddLink kind="external-id" athleteId={athlete.id}>
              Add an external id
            </AddLink>
            <AddLink kind="claim" athleteId={athlete.id}>
              Add a claim
            </AddLink>
          </span>
        </Fact>
      )}
      {view.query === '' && (
        <Fact name="Compare">
          <a href={compareAddress([athlete.slug])}>with another athlete</a>
        </Fact>
      )}
    </FactList>
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

/** The name in its own script, then every other way it is written, with who writes it so. */
function Names({ record, view }: { record: AthleteRecord; view: RecordView }) {
  const { displayName, nativeName, nickname, names } = record.athlete
  const native = names.find(({ text }) => text === nativeName)
  const others = names.filter(({ text }) => text !== nativeName && text !== displayName)
  return (
    <>
      {nativeName && <NativeName lang={languageTag(native?.language ?? null) ?? undefined}>{nativeName}</NativeName>}
      {(others.length > 0 || nickname) && (
        <ul
          className="mt-3 text-md text-quiet leading-normal *:inline [&>li+li]:before:content-['_·_'] [&_bdi]:whitespace-nowrap"
          aria-label="Also written"
        >
          {nickname && (
            <li>
              “{nickname}”
              <FieldNotes field="nickname" record={record} view={view} />
            </li>
          )}
          {others.map((name) => (
            <NameItem key={name.id} name={name} view={view} />
          ))}
        </ul>
      )}
    </>
  )
}

function NameItem({ name, view }: { name: NameVariant; view: RecordView }) {
  return (
    <li title={name.usedBy ? `used by: ${name.usedBy}` : undefined}>
      <bdi lang={languageTag(name.language) ?? undefined}>{name.text}</bdi>
      <Notes citations={name.citations} view={view} />
      {view.desk && (
        <>
          {' '}
          <EditLink kind="name" id={name.id} what={`the name ${name.text}`} />
        </>
      )}
    </li>
  )
}

function Born({ record, view, today }: { record: AthleteRecord; view: RecordView; today: string }) {
  const { id, birthDate, birthPlace, deathDate } = record.athlete
  const age = deathDate ? null : ageOn(birthDate, today)
  return (
    <Fact name="Born">
      <When date={birthDate} />
      {age && ` (age ${age.exact ? age.years : `${age.years} or ${age.years + 1}`})`}
      <FieldNotes field="birthDate" record={record} view={view} />
      {birthPlace && (
        <>
          , {birthPlace}
          <FieldNotes field="birthPlace" record={record} view={view} />
        </>
      )}
      {view.desk && (
        <>
          {' '}
          <EditLink kind="athlete" id={id} what="the date and place of birth" field="birthDate" />
        </>
      )}
    </Fact>
  )
}

/** The sources of one of the athlete's own fields, and a double dagger where they disagree. */
function FieldNotes({ field, record, view }: { field: string; record: AthleteRecord; view: RecordView }) {
  const citations = record.athlete.citations.filter((citation) => citation.field === field)
  const disputed = view.disputedOfAthlete.has(field)
  return (
    <>
      {disputed && <Dagger href={`${view.base}#disputes`} words={`Sources disagree on the ${fieldName(field)}`} />}
      <Notes citations={citations} view={view} />
    </>
  )
}

function Affiliations({ affiliations, view }: { affiliations: readonly Affiliation[]; view: RecordView }) {
  return [...groupBy(affiliations, ({ kind }) => kind)].map(([kind, ofKind]) => (
    <Fact key={kind} name={ofKind.length > 1 && kind !== 'COACH' ? `${AFFILIATION[kind]}s` : AFFILIATION[kind]}>
      <ul>
        {ofKind.map((affiliation) => (
          <li key={affiliation.id}>
            {affiliation.name}
            {affiliation.place && `, ${affiliation.place}`}
            <span className="text-quiet">{period(affiliation)}</span>
            <Notes citations={affiliation.citations} view={view} />
            {view.desk && (
              <>
                {' '}
                <EditLink kind="affiliation" id={affiliation.id} what={affiliation.name} />
              </>
            )}
            {affiliation.note && <small>{affiliation.note}</small>}
          </li>
        ))}
      </ul>
    </Fact>
  ))
}

/** Only where more countries were represented than the one at the head of the page. */
function Countries({ record, desk }: { record: AthleteRecord; desk: boolean }) {
  const { representations, countryCode } = record.athlete
  const changed = representations.some((representation) => representation.countryCode !== countryCode)
  if (!changed && !(desk && representations.length > 0)) return null
  return (
    <Fact name="Represented">
      {representations.map((representation, index) => (
        <span key={representation.id}>
          {index > 0 && '; '}
          <CountryLink code={representation.countryCode} />
          {period(representation)}
          {desk && (
            <>
              {' '}
              <EditLink
                kind="representation"
                id={representation.id}
                what={`that ${representation.countryCode} was represented`}
              />
            </>
          )}
        </span>
      ))}
    </Fact>
  )
}

/** The athlete's pages in other lists, by what the athlete is called there. */
function Elsewhere({ athlete: { externalIds, sex }, desk }: { athlete: Athlete; desk: boolean }) {
  if (externalIds.length === 0) return null
  return (
    <Fact name="Elsewhere">
      <ul>
        {externalIds.map((externalId) => {
          const { id, authority, value } = externalId
          const address = externalAddress(externalId, sex)
          const name = AUTHORITY[authority]
          return (
            <li key={id}>
              {address ? (
                <a href={address} rel="external noopener">
                  {name}
                </a>
              ) : (
                name
              )}{' '}
              <span className="text-quiet">{value}</span>
              {desk && (
                <>
                  {' '}
                  <EditLink kind="external-id" id={id} what={`the identifier of ${name}`} />
                </>
              )}
            </li>
          )
        })}
      </ul>
    </Fact>
  )
}

/** " (2009–2014)", " (from April 2014)", "" where nothing is known. */
function period({ startDate, endDate }: Pick<Affiliation, 'startDate' | 'endDate'>): string {
  if (startDate && endDate) {
    return startDate === endDate ? ` (${formatDate(startDate)})` : ` (${yearText(startDate)}–${yearText(endDate)})`
  }
  if (startDate) return ` (from ${formatDate(startDate)})`
  return endDate ? ` (until ${formatDate(endDate)})` : ''
}

function yearText(date: string): string {
  return `${date.endsWith('~') ? 'about ' : ''}${yearOf(date)}`
}
