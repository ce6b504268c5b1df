import type { Metadata } from 'next'
import { AccountForm } from '@/components/account/account-form'
import { ROLE_CHOICES, ROLE_WORDS } from '@/components/account/role-words'
import { Button } from '@/components/form/button'
import { Notice } from '@/components/form/notice'
import { Byline } from '@/components/history/byline'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { Instant } from '@/components/ui/when'
import { findPeople } from '@/server/accounts/desk'
import { isMailSetUp } from '@/server/accounts/mail'
import type { People } from '@/server/accounts/people'
import { requireAdmin } from '@/server/accounts/session'
import { RuledList } from '../ruled-list'
import { factorRuleAction, inviteAction, withdrawInvitationAction } from './actions'
import { PeopleTable } from './people-table'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage({ searchParams }: PageProps<'/admin/people'>) {
  await requireAdmin('/admin/people')
  const { people, invitations, factorRoles } = await findPeople()
  const isWithdrawn = (await searchParams).done === 'withdrawn'
  return (
    <>
      <PageHead
        title="People"
        remark={`${count(people.length, 'account')} · ${count(invitations.length, 'open invitation')}`}
      >
        <a href="/admin">Editing</a> · <a href="/admin/people/log">Log of sign-ins and accounts</a>
      </PageHead>
      <Section id="people" title="Accounts">
        <PeopleTable people={people} />
      </Section>
      <Section id="invite" title="Invite somebody">
        <AccountForm
          id="invite"
          action={inviteAction}
          fields={[
            {
              name: 'email',
              label: 'E-mail address',
              type: 'email',
              hint: isMailSetUp()
                ? 'The invitation is sent there, and shown to you as a link.'
                : 'Nothing is sent: you are shown a link to hand over.',
            },
            { name: 'role', label: 'Role', type: 'select', choices: ROLE_CHOICES, value: 'EDITOR' },
          ]}
          button="Invite"
          look="primary"
        />
      </Section>
      <Section id="invitations" title="Open invitations">
        {isWithdrawn && (
          <Notice role="status" className="mb-4 max-w-2xl">
            <p>The invitation was withdrawn: its link does not work any more.</p>
          </Notice>
        )}
        <Invitations invitations={invitations} />
      </Section>
      <Section id="factors" title="Who needs a second factor">
        <AccountForm
          id="factors"
          action={factorRuleAction}
          fields={ROLE_CHOICES.map(([role]) => ({
            name: role,
            label: `${ROLE_WORDS[role].name}s`,
            type: 'checkbox',
            value: factorRoles.includes(role) ? 'on' : '',
          }))}
          button="Save"
        >
          <p>Whoever has none is asked to set one up before anything else.</p>
        </AccountForm>
      </Section>
    </>
  )
}

function Invitations({ invitations }: Pick<People, 'invitations'>) {
  if (invitations.length === 0) return <Lead>Nobody is invited at the moment.</Lead>
  return (
    <RuledList>
      {invitations.map(({ id, email, role, by, expiresAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3">
          <div className="min-w-0">
            <p>
              <strong className="wrap-anywhere">{email}</strong>, as {ROLE_WORDS[role].one}
            </p>
            <Byline>
              {by && `Invited by ${by}. `}Expires <Instant iso={expiresAt} />
            </Byline>
          </div>
          <form action={withdrawInvitationAction.bind(null, id)}>
            <Button look="danger">
              Withdraw<span className="sr-only"> the invitation of {email}</span>
            </Button>
          </form>
        </li>
      ))}
    </RuledList>
  )
}
