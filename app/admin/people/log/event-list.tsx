import { Byline } from '@/components/history/byline'
import { Lead } from '@/components/ui/lead'
import { Instant } from '@/components/ui/when'
import type { AuditEntry } from '@/server/accounts/audit'
import { RuledList } from '../../ruled-list'

/** What happened with accounts, the newest first. */
export function EventList({ entries }: { entries: readonly AuditEntry[] }) {
  if (entries.length === 0) return <Lead>Nothing has happened yet.</Lead>
  return (
    <RuledList>
      {entries.map(({ id, words, user, actor, network, device, at, details }) => (
        <li key={id}>
          <p>
            <strong>{words}</strong>
            {user !== null && `: ${user}`}
            {factsOf(details)}
          </p>
          <Byline>
            <Instant iso={at} />
            {actor !== null && `, by ${actor}`}
            {device !== null && `, ${device}`}
            {network !== null && `, from ${network}`}
          </Byline>
        </li>
      ))}
    </RuledList>
  )
}

function factsOf(details: AuditEntry['details']): string {
  const facts = Object.entries(details).map(([name, value]) => `${name} ${String(value).toLowerCase()}`)
  return facts.length === 0 ? '' : ` (${facts.join(', ')})`
}
