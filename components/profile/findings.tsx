import type { Finding } from '@/lib/findings/finding'
import { groupBy } from '../record/group-by'
import { count } from '../record/labels'

/** The disputed figures have a section of their own on the page. */
const SHOWN_ELSEWHERE = new Set(['open-dispute', 'settled-dispute'])

/** The findings that belong in this section of the page. */
export function findingsForReaders(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ rule, concerns }) => concerns === 'reader' && !SHOWN_ELSEWHERE.has(rule))
}

/** What the record's own rules noticed and a reader should know, by the thing that it is about. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const things = [...groupBy(findings, ({ label }) => label)]
  return (
    <>
      <p className="mb-4 max-w-2xl text-quiet">
        Every change is checked automatically. {count(findings.length, 'finding')} about {count(things.length, 'item')}{' '}
        still open: neither corrected nor dismissed by an editor.
      </p>
      <dl className="max-w-2xl *:mb-3 [&_dt]:font-semibold">
        {things.map(([label, found]) => (
          <div key={label}>
            <dt>{label}</dt>
            {found.map(({ fingerprint, explanation }) => (
              <dd key={fingerprint}>{explanation}</dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  )
}
