import type { Metadata } from 'next'
import { AccountForm } from '@/components/account/account-form'
import { ROLE_WORDS } from '@/components/account/role-words'
import { Notice } from '@/components/form/notice'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { LinkButton } from '@/components/ui/link-button'
import { findFactors, findSessions } from '@/server/accounts/desk'
import type { Factors } from '@/server/accounts/factors'
import { isMailSetUp } from '@/server/accounts/mail'
import { requirePerson } from '@/server/accounts/session'
import { isMailedDecisions } from '@/server/proposals/desk'
import { mailAction, nameAction } from './actions'
import { SessionList } from './session-list'

export const metadata: Metadata = { title: { absolute: 'Your account · Palmarès' } }

/** What was done on another page of the account, which leads here. */
const DONE: Record<string, string> = {
  email: 'Your e-mail address was changed.',
  password: 'Your password was changed, and you were signed out everywhere else.',
  session: 'The session was ended.',
  sessions: 'All your other sessions were ended.',
}

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const person = await requirePerson('/account')
  const { done } = await searchParams
  const notice = DONE[String(done)]
  const [factors, sessions, isMailed] = await Promise.all([
    findFactors(person.userId),
    findSessions(person.userId),
    isMailedDecisions(person.userId),
  ])
  return (
    <>
      <PageHead title="Your account" remark={`${ROLE_WORDS[person.role].name} · ${person.email}`} />
      {notice && (
        <Notice role="status" className="mb-6 max-w-2xl">
          <p>{notice}</p>
        </Notice>
      )}
      <Section id="name" title="Name" remark="Shown with what you write from now on.">
        <AccountForm
          id="name"
          action={nameAction}
          fields={[{ name: 'name', label: 'Name', autoComplete: 'name', value: person.name }]}
          button="Save the name"
        />
      </Section>
      {isMailSetUp() && (
        <Section id="mail" title="Mail">
          <AccountForm
            id="mail"
            action={mailAction}
            fields={[
              {
                name: 'mailed',
                label: 'Write to me when a proposal of mine is published, declined or asked about',
                type: 'checkbox',
                value: isMailed ? 'on' : '',
              },
            ]}
            button="Save"
          />
        </Section>
      )}
      <Section id="sign-in" title="Signing in">
        <p className="mb-4 max-w-2xl">{factorWords(factors)}</p>
        <p className="flex flex-wrap gap-3">
          <LinkButton href="/account/email">Change the e-mail address</LinkButton>
          <LinkButton href="/account/password">Change the password</LinkButton>
          <LinkButton href="/account/factors">Second factor and passkeys</LinkButton>
        </p>
      </Section>
      <Section id="sessions" title="Where you are signed in" remark={count(sessions.length, 'session')}>
        <SessionList sessions={sessions} current={person.sessionId} />
      </Section>
      <Section id="data" title="Your data">
        <p className="mb-4 max-w-2xl">
          Download what is kept of you: the account, its sessions and sign-ins, and a list of your contributions. Or
          close the account: what you contributed stays in the record, under the name it was written under.
        </p>
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/account/export">Download your data</LinkButton>
          <LinkButton href="/account/close" look="danger">
            Close the account
          </LinkButton>
        </div>
      </Section>
    </>
  )
}

function factorWords({ app, passkeys, recoveryCodes }: Factors): string {
  const ways = [app && 'an authenticator app', passkeys.length > 0 && count(passkeys.length, 'passkey')].filter(Boolean)
  if (ways.length === 0) return 'You sign in with your password alone. A second factor protects you if it is stolen.'
  return `You sign in with your password and ${ways.join(' or ')}. ${count(recoveryCodes, 'recovery code')} left.`
}
