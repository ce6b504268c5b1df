import { citedFieldLabel, fieldValue } from '@/components/form/labels'
import { SourceText } from '@/components/profile/sources'
import { REJECTION } from '@/components/record/labels'
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
  /** Where the disputed figures of this thing are resolved, but for the field's key. */
  disputes: string
}) {
  const cited = fields.filter(({ citations }) => citations.length > 0)
  if (cited.length === 0) return <p className="lead">No source is cited for anything here yet.</p>
  return cited.map((field) => {
    const label = citedFieldLabel(field)
    return (
      <div key={field.key} className="dispute">
        <h3>
          {label}: {fieldValue(field.key, field.stands)}{' '}
          <small>
            <a href={`${base}?field=${encodeURIComponent(field.key)}#cite`}>
              Cite another source<span className="sr-only"> for: {label}</span>
            </a>
            {isContested(field) && (
              <>
                {' · '}
                <a href={`${disputes}/${encodeURIComponent(field.key)}`}>
                  Sources disagree: settle<span className="sr-only"> {label}</span>
                </a>
              </>
            )}
          </small>
        </h3>
        <div className="sides">
          {field.citations.map((citation) => (
            <div key={citation.id} className={citation.accepted ? 'side side-accepted' : 'side'}>
              <p className="eyebrow">{citation.accepted ? 'Accepted' : 'Not followed'}</p>
              {citation.asserts === null ? (
                <p className="reason">Supports it as a whole.</p>
              ) : (
                <p className="value">{citation.asserts}</p>
              )}
              <SourceText source={citation.source} />
              <p>{citation.locator}</p>
              {citation.rejection && <p className="reason">Set aside as {REJECTION[citation.rejection]}.</p>}
              {citation.reason && <p className="reason">{citation.reason}</p>}
              <CitationForm id={citation.id} citation={citation} version={versions.get(citation.id) ?? 1} />
            </div>
          ))}
        </div>
      </div>
    )
  })
}
