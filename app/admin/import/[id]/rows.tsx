import { Button } from '@/components/form/button'
import { TextField } from '@/components/form/field'
import { After, Before, FieldChange, FieldChanges } from '@/components/form/field-changes'
import { FormButtons } from '@/components/form/form-body'
import { SEX } from '@/components/form/labels'
import { fieldName } from '@/components/record/labels'
import { markText } from '@/components/record/mark'
import { Sideways } from '@/components/ui/sideways'
import { originInWords, type Surrounded, surroundedName } from '@/lib/import/agreement'
import type { ListedChange } from '@/lib/import/compare'
import type { Listing } from '@/lib/import/listing'
import type { PreviewRow, RowKind } from '@/lib/import/preview'
import { ROUND } from '@/lib/record/things/words'
import { discipline } from '@/lib/sport/disciplines'
import { formatWind } from '@/lib/sport/marks'
import { KIND, QUESTION } from '../import-labels'

/** Rows of a list beside what would become of each. */
export function ImportRows({
  rows,
  kind,
  text,
  action,
  path,
  next,
  isFirst,
}: {
  rows: readonly PreviewRow[]
  kind: RowKind | undefined
  /** What is looked for in them. */
  text: string
  /** Null where nothing can be decided any more. */
  action: ((form: FormData) => Promise<void>) | null
  path: string
  /** Query of the next page. */
  next: string | null
  isFirst: boolean
}) {
  return (
    <>
      <form action={`${path}#rows`} className="mb-4 flex max-w-xl items-end gap-3">
        {kind && <input type="hidden" name="kind" value={kind} />}
        <div className="min-w-0 flex-1">
          <TextField id="row-text" type="search" name="text" label="Look for a line" defaultValue={text} />
        </div>
        <Button>Find</Button>
      </form>
      {rows.length === 0 ? (
        <p className="text-quiet">{text ? `No line has “${text}” in it.` : 'There are none.'}</p>
      ) : (
        <form action={action ?? undefined}>
          <RowTable rows={rows} path={path} />
          {action && (
            <FormButtons>
              <Button name="do" value="leave">
                Skip selected
              </Button>
              <Button name="do" value="take">
                Include selected
              </Button>
              <Button name="do" value="apart">
                Selected are others of that name
              </Button>
            </FormButtons>
          )}
        </form>
      )}
      <p className="mt-4 flex gap-6">
        {!isFirst && <a href={`${path}${kind ? `?kind=${kind}` : ''}#rows`}>First rows</a>}
        {next && <a href={`${path}${next}`}>Next rows</a>}
      </p>
    </>
  )
}

function RowTable({ rows, path }: { rows: readonly PreviewRow[]; path: string }) {
  return (
    <Sideways label="Lines of the list and what becomes of them">
      <table className="record-table [&_label]:whitespace-nowrap [&_td]:min-w-64 [&_td]:wrap-anywhere">
        <caption className="sr-only">Lines of the list and what becomes of them</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">What it says</th>
            <th scope="col">What becomes of it</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} className={row.leftOut ? '[&>td]:text-quiet' : undefined}>
              <th scope="row" className="num">
                <label>
                  <input type="checkbox" name="line" value={row.line} disabled={row.kind === 'REFUSED'} /> {row.line}
                </label>
              </th>
              <td>
                {row.listing ? <ListingText listing={row.listing} /> : <code className="text-xs">{row.raw}</code>}
                {!row.written && (
                  <>
                    {' '}
                    <a href={`${path}/row/${row.line}`} aria-label={`Look at line ${row.line}`}>
                      {row.kind === 'REFUSED' ? 'Put it right' : 'All of it'}
                    </a>
                  </>
                )}
              </td>
              <td>
                <Outcome row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}

/** What will be written of a row, in two lines; its own page has it field by field. */
function ListingText({ listing }: { listing: Listing }) {
  const {
    name,
    countryCode,
    mark,
    status,
    wind,
    place,
    date,
    competition,
    discipline: slug,
    flags,
    from = {},
  } = listing
  const { sex, round, raceNumber, ageGroup, paraClass, birthDate, club, records, qualification } = listing
  const where = [competition.name, competition.city ?? competition.venue, competition.countryCode]
    .filter(Boolean)
    .join(', ')
  return (
    <>
      <strong>{name}</strong>{' '}
      <span className="text-quiet">{[countryCode, birthDate, club].filter(Boolean).join(', ')}</span>{' '}
      <span className="whitespace-nowrap">
        {mark ? markText({ ...mark, mark: mark.text, discipline: slug, flags }) : status}
        {wind !== null && ` (${formatWind(wind)})`}
      </span>
      <br />
      <span className="text-quiet">
        {[
          `${SEX[sex]}, ${discipline(slug).name}`,
          [ageGroup, paraClass].filter(Boolean).join(' '),
          `${ROUND[round]}${raceNumber === null ? '' : ` ${raceNumber}`}`,
          place !== null && `place ${place}`,
          [qualification, ...records].filter(Boolean).join(' '),
          where,
          date,
        ]
          .filter(Boolean)
          .join(' · ')}
        {Object.entries(from).map(([field, origin]) => (
          <span key={field}>
            {' '}
            · {surroundedName(field as Surrounded)} from {originInWords(origin)}
          </span>
        ))}
      </span>
    </>
  )
}

function Outcome({ row }: { row: PreviewRow }) {
  const { kind, question, reason, written, leftOut, athlete, competition, changes, personState, meetingState } = row
  return (
    <>
      <strong>{written ? 'Written' : leftOut ? 'Skipped' : KIND[kind]?.name}</strong>
      {kind === 'UNDECIDED' && question !== null && QUESTION[question] && <span> {QUESTION[question]}</span>}
      {reason && <span className="text-quiet"> {reason}</span>}
      {kind !== 'REFUSED' && (
        <>
          <br />
          <span className="text-quiet">
            {athlete ? (
              <a href={`/athletes/${athlete.slug}`}>{athlete.name}</a>
            ) : (
              personState === 'NEW' && 'A new athlete'
            )}
            {' · '}
            {competition ? (
              <a href={`/competitions/${competition.slug}`}>
                {competition.name} {competition.year}
              </a>
            ) : (
              meetingState === 'NEW' && 'a new competition'
            )}
          </span>
        </>
      )}
      {changes && <Changes changes={changes} />}
    </>
  )
}

function Changes({ changes }: { changes: readonly ListedChange[] }) {
  return (
    <FieldChanges>
      {changes.map(({ field, before, after, fills }) => (
        <FieldChange key={field} label={fieldName(field)}>
          {fills ? (
            <>
              {before !== null && <Before>{before}</Before>} <After>{after}</After>
            </>
          ) : (
            <>
              <After>{before}</After> stays; the list says {after}
            </>
          )}
        </FieldChange>
      ))}
    </FieldChanges>
  )
}
