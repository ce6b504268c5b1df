import { type AssertedField, assertedFields, assertedFieldsOf, citedFields } from '@/lib/record/disputes'
import type { Result } from '@/lib/record/result'
import type { Citation } from '@/lib/record/source'
import { Side } from '../profile/disputes'
import { FieldBlock } from '../profile/field-block'
import { Sides } from '../profile/sides'
import { groupBy } from '../record/group-by'
import { fieldName } from '../record/labels'
import { Lead } from '../ui/lead'

/** Who says what of one performance: every field with its values side by side, what the record goes by first. */
export function SourceStatements({
  result,
  dates,
}: {
  result: Result
  /** When each citation was last changed: ISO instants by its id. */
  dates: ReadonlyMap<string, string>
}) {
  const asserted = assertedFields(result)
  const supporting = citedFields(result).filter(({ citation }) => citation.asserts === null)
  const competition = assertedFieldsOf(result.competition)
  if (asserted.length + supporting.length + competition.length === 0) {
    return <Lead>No source is known for this yet.</Lead>
  }
  return (
    <>
      <Asserted fields={asserted} dates={dates} />
      <Asserted fields={competition} dates={dates} of="of the competition" />
      {supporting.length > 0 && <Supporting cited={supporting} />}
    </>
  )
}

/** Fields with the values that sources assert of them side by side, and who asserts each. */
export function Asserted({
  fields,
  dates,
  of,
}: {
  fields: readonly AssertedField[]
  dates: ReadonlyMap<string, string>
  /** Of what the fields are, where that is not the page's own subject. */
  of?: string
}) {
  return fields.map(({ field, assertions }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two record claims may share a field's name.
    <FieldBlock key={index} title={sentenceCase(fieldName(field))} remark={of}>
      <Sides>
        {assertions.map((assertion) => (
          <Side key={assertion.value} assertion={assertion} field={field} dates={dates} />
        ))}
      </Sides>
    </FieldBlock>
  ))
}

/** Sources that speak of the race without a value that could be compared. */
function Supporting({ cited }: { cited: readonly { field: string; citation: Citation }[] }) {
  const bySource = groupBy(cited, ({ citation }) => `${citation.source.slug} ${citation.locator}`)
  return (
    <FieldBlock title="Also told in">
      <ul className="mt-2 text-sm leading-snug *:border-rule *:border-t *:py-0.75 [&_small]:text-2xs [&_small]:text-quiet">
        {[...bySource].flatMap(([key, together]) => {
          const citation = together[0]?.citation
          if (!citation) return []
          return (
            <li key={key}>
              <a href={`/sources/${citation.source.slug}`}>{citation.source.title}</a>, {citation.source.publication}:{' '}
              {citation.locator} <small>({together.map(({ field }) => fieldName(field)).join(', ')})</small>
              {citation.reason && <p className="text-quiet text-sm">{citation.reason}</p>}
            </li>
          )
        })}
      </ul>
    </FieldBlock>
  )
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
