import { Button } from '@/components/form/button'
import { Choice } from '@/components/form/choice'
import { Hint } from '@/components/form/messages'
import { count } from '@/components/record/labels'
import type { OpenPerson } from '@/lib/import/preview'
import { OtherChoices } from './other-choices'

/** Which athlete somebody on the list is. */
export function PersonQuestion({ person, action }: { person: OpenPerson; action: (form: FormData) => Promise<void> }) {
  const { id, name, birthDate, countryCode, rows, reason, candidates } = person
  return (
    <form action={action}>
      <input type="hidden" name="person" value={id} />
      <fieldset className="mb-2.5 min-w-0">
        <legend>
          Who is <strong>{name}</strong>
          {(birthDate || countryCode) && ` (${[birthDate, countryCode].filter(Boolean).join(', ')})`}, in{' '}
          {count(rows, 'row')}?
        </legend>
        {reason && <Hint>{reason}</Hint>}
        {candidates.map((candidate) => (
          <Choice key={candidate.id} type="radio" name="choice" value={candidate.id}>
            {candidate.slug ? <a href={`/athletes/${candidate.slug}`}>{candidate.name}</a> : candidate.name}{' '}
            <span className="text-quiet">
              {[candidate.birthDate, candidate.countryCode].filter(Boolean).join(', ')}
              {candidate.slug === null
                ? ' · of this list'
                : ` · ${count(candidate.results, 'result')} here, ${candidate.matching} of them in these rows`}
              . {candidate.why}
            </span>
          </Choice>
        ))}
        <OtherChoices of="athlete" id={id} isNew="Somebody whom the record does not have" />
      </fieldset>
      <Button>Decide</Button>
    </form>
  )
}
