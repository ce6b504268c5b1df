import { citedFieldLabel, fieldValue } from '@/components/form/labels'
import { FieldBlock } from '@/components/profile/field-block'
import { SideBox, Sides } from '@/components/profile/sides'
import { SourceText } from '@/components/profile/sources'
import { REJECTION } from '@/components/record/labels'
import { Lead } from '@/components/ui/lead'
import { eyebrowClass } from '@/components/ui/type-class'
import { type CitedField, isContested } from '@/lib/record/cited-thing'
import { CitationForm } from './citation-form'

/** Every field that a source is cited for, with its citations and the way to change each, and to cite another. */
export function CitedFields({
  fields,
  versions,
  base,
  disputes,
}: {
  fields: readonly CitedField[]
  /** Of each citation, by its id. */
  versions: ReadonlyMap<string, number>
  /** Address of this page. */
  base: string
  /** Address under which the disputed figures of this thing are resolved, without the field's key. */
  disputes: string
}) {
  const cited = fields.filter(({ citations }) => citations.length > 0)
  if (cited.length === 0) return <Lead>No source is cited for anything here yet.</Lead>
  return cited.map((field) => (
    <FieldBlock
      key={field.key}
      title={`${citedFieldLabel(field)}: ${fieldValue(field.key, field.stands)}`}
      remark={<FieldLinks field={field} base={base} disputes={disputes} />}
    >
      <Sides>
        {field.citations.map((citation) => (
          <CitationBox key={citation.id} citation={citation} version={versions.get(citation.id) ?? 1} />
        ))}
      </Sides>
    </FieldBlock>
  ))
}

/** The ways to cite another source for a field, and to settle what its sources disagree about. */
function FieldLinks({ field, base, disputes }: { field: CitedField; base: string; disputes: string }) {
  const label = citedFieldLabel(field)
  const key = encodeURIComponent(field.key)
  return (
    <>
      <a href={`${base}?field=${key}#cite`}>
        Cite another source<span className="sr-only"> for: {label}</span>
      </a>
      {isContested(field) && (
        <>
          {' · '}
          <a href={`${disputes}/${key}`}>
            Sources disagree: resolve<span className="sr-only"> {label}</span>
          </a>
        </>
      )}
    </>
  )
}

function CitationBox({ citation, version }: { citation: CitedField['citations'][number]; version: number }) {
  const { accepted, asserts, source, locator, rejection, reason } = citation
  return (
    <SideBox accepted={accepted}>
      <p className={eyebrowClass}>{accepted ? 'Accepted' : 'Not followed'}</p>
      {asserts === null ? (
        <p className="text-sm text-quiet">Supports it as a whole.</p>
      ) : (
        <p className="mb-0.75 font-serif text-xl font-bold leading-snug">{asserts}</p>
      )}
      <SourceText source={source} />
      <p>{locator}</p>
      {rejection && <p className="text-sm text-quiet">Not followed: {REJECTION[rejection]}.</p>}
      {reason && <p className="text-sm text-quiet">{reason}</p>}
      <CitationForm id={citation.id} citation={citation} version={version} />
    </SideBox>
  )
}
