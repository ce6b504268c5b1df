import { Button } from '@/components/form/button'
import { Byline } from '@/components/history/byline'
import { Instant } from '@/components/ui/when'
import type { ListedSession } from '@/server/accounts/sessions'
import { RuledList } from '../admin/ruled-list'
import { endOthersAction, endSessionAction } from './actions'

/** Somebody's own sessions, each with a button that ends it. */
export function SessionList({ sessions, current }: { sessions: readonly ListedSession[]; current: string }) {
  return (
    <>
      <RuledList>
        {sessions.map(({ id, device, network, createdAt, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3">
            <div>
              <p>
                <strong>{device ?? 'Unknown device'}</strong>
                {id === current && ' (this one)'}
              </p>
              <Byline>
                {network && `From ${network}. `}Last used <Instant iso={lastUsedAt} />, signed in{' '}
                <Instant iso={createdAt} />
              </Byline>
            </div>
            {id !== current && (
              <form action={endSessionAction.bind(null, id)}>
                <Button>
                  End<span className="sr-only"> the session of {device ?? 'an unknown device'}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </RuledList>
      {sessions.length > 1 && (
        <form action={endOthersAction} className="mt-4">
          <Button>End all other sessions</Button>
        </form>
      )}
    </>
  )
}
