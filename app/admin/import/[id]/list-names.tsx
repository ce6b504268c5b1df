import { RuledList } from '@/app/admin/ruled-list'
import { Button } from '@/components/form/button'
import { Section } from '@/components/site/section'
import type { Suggestion } from '@/lib/import/preview'
import { teachAction } from './actions'

/** Names by which the list calls series that the record knows by others, each to be remembered. */
export function ListNames({ id, suggestions }: { id: string; suggestions: readonly Suggestion[] }) {
  return (
    <Section id="names" title="Names of this list" remark="Recognised by results that are in both.">
      <RuledList>
        {suggestions.map(({ meetingId, listed, countryCode, series }) => (
          <li key={meetingId}>
            <p>
              “{listed}”{countryCode && ` (${countryCode})`} is the {series} here.
            </p>
            <form action={teachAction.bind(null, id, meetingId)} className="mt-1.5 mb-0.75">
              <Button>Remember it for every year and every list</Button>
            </form>
          </li>
        ))}
      </RuledList>
    </Section>
  )
}
