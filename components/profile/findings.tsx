import type { Finding } from '@/lib/findings/finding'
import { groupBy } from '../record/group-by'
import { count } from '../record/labels'

/** Told in full by the disputed figures beside this. */
const TOLD_ELSEWHERE = new Set(['open-dispute', 'settled-dispute'])

/** Those of the findings that this part of the page tells. */
export function toldFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ rule, concerns }) => concerns === 'reader' && !TOLD_ELSEWHERE.has(rule))
}

/** What the record's own rules noticed and a reader should know, by the thing that it is about. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const things = [...groupBy(findings, ({ label }) => label)]
  return (
    <>
      <p className="mb-4 max-w-2xl text-quiet">
        Every change is checked by computing. {count(findings.length, 'finding')}, of {count(things.length, 'thing')},
        not yet mended or set aside by the editors.
      </p>
      <dl>
        {things.map(([label, found]) => (
          <div key={label} className="mb-3 max-w-2xl">
            <dt className="font-semibold">{label}</dt>
            {found.map(({ fingerprint, explanation }) => (
              <dd key={fingerprint}>{explanation}</dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  )
}
