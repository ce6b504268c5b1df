import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountForm } from '@/components/account/account-form'
import { ROLE_CHOICES, ROLE_WORDS } from '@/components/account/role-words'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Instant } from '@/components/ui/when'
import { findEvents, findPerson } from '@/server/accounts/desk'
import { requireAdmin } from '@/server/accounts/session'
import {
  deactivateAction,
  endSessionsAction,
  reactivateAction,
  resetAction,
  roleAction,
  unlockAction,
} from '../actions'
import { EventList } from '../log/event-list'
import { STATE_WORDS } from '../people-table'

export const metadata: Metadata = { title: 'Account' }

export default async function PersonPage({ params }: PageProps<'/admin/people/[id]'>) {
  const { id } = await params
  await requireAdmin(`/admin/people/${encodeURIComponent(id)}`)
  const [person, { entries }] = await Promise.all([findPerson(id), findEvents({ userId: id })])
  if (!person) notFound()
  const { name, email, role, state, hasSecondFactor, lastUsedAt } = person
  return (
    <>
      <PageHead
        title={name}
        remark={
          <>
            {state !== 'closed' && `${email} · `}
            {ROLE_WORDS[role].name} · {STATE_WORDS[state]} · {hasSecondFactor ? 'Second factor' : 'No second factor'} ·{' '}
            {lastUsedAt ? (
              <>
                Last use <Instant iso={lastUsedAt} />
              </>
            ) : (
              'Never signed in'
            )}
          </>
        }
      >
        <a href="/admin/people">People</a> · <a href={`/editors/${id}`}>What this account has changed</a> ·{' '}
        <a href={`/admin/undo/${id}`}>Undo what it did</a>
      </PageHead>
      {state === 'closed' ? (
        <p className="max-w-2xl">The owner closed this account. It cannot be opened again; invite the person anew.</p>
      ) : (
        <>
          <Section id="role" title="Role">
            <AccountForm
              id="role"
              action={roleAction.bind(null, id)}
              fields={[{ name: 'role', label: 'Role', type: 'select', choices: ROLE_CHOICES, value: role }]}
              button="Change the role"
            />
          </Section>
          <Section id="sign-in" title="Signing in">
            <div className="grid gap-8">
              <AccountForm
                id="reset"
                action={resetAction.bind(null, id)}
                fields={[{ name: 'withFactors', label: 'Remove the second factors as well', type: 'checkbox' }]}
                button="Make a link to choose a new password"
              />
              <AccountForm id="end" action={endSessionsAction.bind(null, id)} fields={[]} button="End all sessions" />
              <AccountForm id="unlock" action={unlockAction.bind(null, id)} fields={[]} button="Unlock">
                <p>After many wrong passwords, signing in has to wait. This ends the waiting.</p>
              </AccountForm>
            </div>
          </Section>
          <Section id="state" title="State">
            <AccountForm
              id="state"
              action={(state === 'open' ? deactivateAction : reactivateAction).bind(null, id)}
              fields={[]}
              button={state === 'open' ? 'Deactivate the account' : 'Reactivate the account'}
              look={state === 'open' ? 'danger' : 'plain'}
            >
              {state === 'open' && (
                <p>Nobody can sign in with it until it is reactivated. What was contributed stays.</p>
              )}
            </AccountForm>
          </Section>
        </>
      )}
      <Section id="log" title="Log">
        <EventList entries={entries} />
      </Section>
    </>
  )
}
