import { ROLE_WORDS } from '@/components/account/role-words'
import { Sideways } from '@/components/ui/sideways'
import { TableHead } from '@/components/ui/table-head'
import { Instant } from '@/components/ui/when'
import type { ListedPerson } from '@/server/accounts/people'

export const STATE_WORDS = { open: 'Open', deactivated: 'Deactivated', closed: 'Closed' }

/** Everybody who has an account. */
export function PeopleTable({ people }: { people: readonly ListedPerson[] }) {
  return (
    <Sideways label="Table of accounts">
      <table className="record-table">
        <TableHead columns={['Name', 'Role', ['Second factor', 'wide'], ['Last use', 'wide'], 'State']} />
        <tbody>
          {people.map((person) => {
            const { id, name, email, role, state, hasSecondFactor, lastUsedAt } = person
            const lastUse = lastUsedAt ? <Instant iso={lastUsedAt} /> : 'Never'
            return (
              <tr key={id}>
                <th scope="row">
                  <a href={`/admin/people/${id}`}>{name}</a>
                  {state !== 'closed' && (
                    <span className="block font-normal text-quiet text-sm wrap-anywhere">{email}</span>
                  )}
                  <span className="narrow font-normal">
                    {lastUse}
                    {hasSecondFactor && ', second factor'}
                  </span>
                </th>
                <td>{ROLE_WORDS[role].name}</td>
                <td className="wide">{hasSecondFactor ? 'Yes' : 'No'}</td>
                <td className="wide">{lastUse}</td>
                <td>{STATE_WORDS[state]}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Sideways>
  )
}
