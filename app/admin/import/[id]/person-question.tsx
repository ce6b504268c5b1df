import { Button } from '@/components/form/button'
import { count } from '@/components/record/labels'
import type { OpenPerson } from '@/lib/import/preview'
import { OtherChoices } from './other-choices'

/** Which athlete somebody on the list is. */
export function PersonQuestion({ person, action }: { person: OpenPerson; action: (form: FormData) => Promise<void> }) {
  const { id, name, birthDate, countryCode, rows, reason, candidates } = person
  return (
    <form action={action}>
      <input type="hidden" name="person" value={id} />
      <fieldset>
        <legend>
          Who is <strong>{name}</strong>
          {(birthDate || countryCode) && ` (${[birthDate, countryCode].filter(Boolean).join(', ')})`}, in{' '}
          {count(rows, 'row')}?
        </legend>
        {reason && <p className="hint">{reason}</p>}
        {candidates.map((candidate) => (
          <label key={candidate.id} className="choice">
            <input type="radio" name="choice" value={candidate.id} />
            <span>
              {candidate.slug ? <a href={`/athletes/${candidate.slug}`}>{candidate.name}</a> : candidate.name}{' '}
              <span className="text-quiet">
                {[candidate.birthDate, candidate.countryCode].filter(Boolean).join(', ')}
                {candidate.slug === null && ' · of this list'}. {candidate.why}
              </span>
            </span>
          </label>
        ))}
        <OtherChoices of="athlete" id={id} isNew="Somebody whom the record does not have" />
      </fieldset>
      <Button>Decide</Button>
    </form>
  )
}
