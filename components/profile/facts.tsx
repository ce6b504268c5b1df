import { compareAddress } from '@/lib/pages/compared'
import type { Affiliation, Athlete, AthleteRecord, NameVariant } from '@/lib/record/athlete'
import { AUTHORITY, externalAddress } from '@/lib/record/external-id'
import { AFFILIATION } from '@/lib/record/things/words'
import { formatDate, yearOf } from '@/lib/sport/partial-date'
import { languageTag } from '@/lib/text/language'
import { AddLink, EditLink } from '../record/edit-link'
import { groupBy } from '../record/group-by'
import { CountryLink } from '../record/links'
import { Notes } from '../record/notes'
import type { RecordView } from '../record/view'
import { Fact, FactList } from './fact-list'
import { FieldNotes } from './field-notes'

/** What else is known of the person: names, clubs, coaches, measures, countries. */
export function Facts({ record, view }: { record: AthleteRecord; view: RecordView }) {
  const { athlete } = record
  return (
    <FactList>
      <Names athlete={athlete} view={view} />
      <Affiliations affiliations={athlete.affiliations} view={view} />
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
      <Countries record={record} desk={view.desk} />
      <Elsewhere athlete={athlete} desk={view.desk} />
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

/** Every other way in which the name is written; who writes it so is said where a pointer rests. */
function Names({ athlete: { names, nativeName, displayName }, view }: { athlete: Athlete; view: RecordView }) {
  const others = names.filter(({ text }) => view.desk || (text !== nativeName && text !== displayName))
  if (others.length === 0) return null
  return (
    <Fact name="Also written">
      <ul id="names" aria-label="Also written" className="*:inline [&>li+li]:before:content-['_·_'] [&>li+li]:mt-0">
        {others.map((name) => (
          <NameItem key={name.id} name={name} view={view} />
        ))}
      </ul>
      <Notes
        citations={others.flatMap(({ citations }) => citations)}
        about="the names"
        anchor="said-names"
        view={view}
      />
    </Fact>
  )
}

function NameItem({ name, view }: { name: NameVariant; view: RecordView }) {
  return (
    <li title={name.usedBy ? `used by: ${name.usedBy}` : undefined}>
      <bdi lang={languageTag(name.language) ?? undefined}>{name.text}</bdi>
      {view.desk && (
        <>
          {' '}
          <EditLink kind="name" id={name.id} what={`the name ${name.text}`} />
        </>
      )}
    </li>
  )
}

function Affiliations({ affiliations, view }: { affiliations: readonly Affiliation[]; view: RecordView }) {
  return [...groupBy(affiliations, ({ kind }) => kind)].map(([kind, ofKind], index) => (
    <Fact key={kind} name={ofKind.length > 1 && kind !== 'COACH' ? `${AFFILIATION[kind]}s` : AFFILIATION[kind]}>
      <ul id={index === 0 ? 'clubs' : undefined}>
        {ofKind.map((affiliation) => (
          <li key={affiliation.id}>
            {affiliation.name}
            {affiliation.place && `, ${affiliation.place}`}
            <span className="text-quiet">{period(affiliation)}</span>
            <Notes
              citations={affiliation.citations}
              about={affiliation.name}
              anchor={`said-${affiliation.id}`}
              view={view}
            />
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
