import { encodeReference } from '@/lib/form/reference'
import { Choice } from './choice'
import type { Candidate } from './form-state'
import { Inset } from './inset'

/** Asks which of several things a text means; the answer is a reference, in an input of the given name. */
export function Candidates({
  name,
  legend,
  candidates,
  asked,
  chosen,
}: {
  name: string
  legend: string
  candidates: readonly Candidate[]
  /** The text. */
  asked: string
  /** The slug that was chosen before. */
  chosen: string | null | undefined
}) {
  return (
    <Inset>
      <fieldset className="min-w-0 wrap-anywhere">
        <legend className="mb-0.75 font-semibold">{legend}</legend>
        {candidates.map(({ slug, label, detail }) => (
          <Choice
            key={slug}
            type="radio"
            name={name}
            value={encodeReference({ slug, text: asked, isChosen: true })}
            defaultChecked={chosen === slug || candidates.length === 1}
          >
            {label} {detail && <span className="text-quiet">{detail}</span>}
          </Choice>
        ))}
      </fieldset>
    </Inset>
  )
}
