import type { Attempt, PublishedPlace, Result } from '@/lib/record/result'
import { formatWind } from '@/lib/sport/marks'
import type { Outcome } from '@/lib/sport/performance'
import { formatClock, splitName } from '@/lib/sport/splits'
import { ordinal } from '@/lib/text/number-words'
import { Fact, FactList } from '../profile/fact-list'
import { DeskLink } from '../record/desk-link'
import { EditLink } from '../record/edit-link'
import { classificationName } from '../record/labels'
import type { RecordView } from '../record/view'
import { Section } from '../site/section'
import { When } from '../ui/when'

type Shown = { result: Result; view: RecordView }

/** Intermediate times, attempts, and places as lists published them; nothing where none of them is known. */
export function ResultParts({ result, view }: Shown) {
  const { splits, attempts, publishedPlaces } = result
  const isEmpty = splits.length + attempts.length + publishedPlaces.length === 0
  if (isEmpty && !view.desk) return null
  return (
    <Section
      id="parts"
      title="How it came about"
      remark="times on the way, attempts, and places as they were published"
    >
      <FactList>
        {splits.map(({ id, distance, value }) => (
          <Fact key={id} name={splitName(distance, result)}>
            {formatClock(value)}{' '}
            {view.desk && <EditLink kind="split" id={id} what={`the time at ${splitName(distance, result)}`} />}
          </Fact>
        ))}
        {attempts.map((attempt) => (
          <Fact key={attempt.id} name={attemptName(attempt)}>
            {attemptText(attempt)}{' '}
            {view.desk && <EditLink kind="attempt" id={attempt.id} what={attemptName(attempt).toLowerCase()} />}
          </Fact>
        ))}
        {publishedPlaces.map((published) => (
          <Fact key={published.id} name="Published">
            <Published published={published} />{' '}
            {view.desk && (
              <EditLink
                kind="published-place"
                id={published.id}
                what={`the ${ordinal(published.place)} place as published`}
              />
            )}
          </Fact>
        ))}
      </FactList>
      {view.desk && (
        <p className="mt-3 flex flex-wrap gap-x-5">
          <DeskLink href={`/admin/things/split/new?of=${result.id}`}>Add an intermediate time</DeskLink>
          <DeskLink href={`/admin/things/attempt/new?of=${result.id}`}>Add an attempt</DeskLink>
          <DeskLink href={`/admin/things/published-place/new?of=${result.id}`}>Add a place as published</DeskLink>
        </p>
      )}
    </Section>
  )
}

/** "5th, on 8 August 2008: Asahi Shimbun, page 3". */
function Published({
  published: { classification, place, publishedOn, source, locator },
}: {
  published: PublishedPlace
}) {
  return (
    <>
      {ordinal(place)}
      {classification !== 'overall' && `, ${classificationName(classification)}`}
      {publishedOn && (
        <>
          , <When date={publishedOn} />
        </>
      )}
      {source && (
        <>
          : <a href={`/sources/${source.slug}`}>{source.publication}</a>
          {locator && `, ${locator}`}
        </>
      )}
    </>
  )
}

const OUTCOMES: Record<Outcome, readonly [atHeight: string, otherwise: string]> = {
  VALID: ['cleared', 'valid'],
  FOUL: ['failed', 'foul'],
  PASSED: ['passed', 'passed'],
  RETIRED: ['retired', 'retired'],
}

function attemptName({ number, height }: Attempt): string {
  return height === null ? `Attempt ${number}` : `${metres(height)}, attempt ${number}`
}

function attemptText({ height, outcome, value, wind }: Attempt): string {
  const [atHeight, otherwise] = OUTCOMES[outcome]
  const how = height === null ? otherwise : atHeight
  return [value === null ? how : metres(value), wind !== null && `(${formatWind(wind)})`].filter(Boolean).join(' ')
}

function metres(millimetres: number): string {
  return `${(millimetres / 1000).toFixed(2)} m`
}
