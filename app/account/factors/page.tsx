import type { Metadata } from 'next'
import { AccountForm } from '@/components/account/account-form'
import { NewPasskey } from '@/components/account/new-passkey'
import { Button } from '@/components/form/button'
import { Notice } from '@/components/form/notice'
import { Byline } from '@/components/history/byline'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Instant } from '@/components/ui/when'
import { findFactors } from '@/server/accounts/desk'
import type { Factors } from '@/server/accounts/factors'
import { requireFresh } from '@/server/accounts/session'
import { RuledList } from '../../admin/ruled-list'
import {
  askNewPasskeyAction,
  beginAppAction,
  newPasskeyAction,
  recoveryCodesAction,
  removeAppAction,
  removePasskeyAction,
} from '../actions'

export const metadata: Metadata = { title: 'Second factor and passkeys' }

const DONE: Record<string, string> = {
  app: 'The authenticator app was removed.',
  passkey: 'The passkey was removed.',
}

export default async function FactorsPage({ searchParams }: PageProps<'/account/factors'>) {
  const { done, needed } = await searchParams
  const { userId, lacksFactor } = await requireFresh(needed ? '/account/factors?needed=1' : '/account/factors')
  const factors = await findFactors(userId)
  const notice = DONE[String(done)]
  return (
    <>
      <PageHead
        title="Second factor and passkeys"
        remark="With a second factor, a stolen password is not enough to sign in as you."
      >
        <a href="/account">Your account</a>
      </PageHead>
      {lacksFactor && (
        <Notice className="mb-6 max-w-2xl" title="Set one up to go on">
          <p>Your role needs a second factor. Set up an authenticator app or a passkey, then editing is open to you.</p>
        </Notice>
      )}
      {notice && (
        <Notice role="status" className="mb-6 max-w-2xl">
          <p>{notice}</p>
        </Notice>
      )}
      <Section id="app" title="Authenticator app" remark={factors.app ? 'Set up' : 'Not set up'}>
        <p className="mb-4 max-w-2xl">An app on your phone shows six digits, which you type after your password.</p>
        <form action={factors.app ? removeAppAction : beginAppAction}>
          {factors.app ? (
            <Button look="danger">Remove the authenticator app</Button>
          ) : (
            <Button>Set up an authenticator app</Button>
          )}
        </form>
      </Section>
      <Section id="passkeys" title="Passkeys" remark={count(factors.passkeys.length, 'passkey')}>
        <p className="mb-4 max-w-2xl">
          Your phone, your computer or a security key signs you in, with or without your password.
        </p>
        <Passkeys passkeys={factors.passkeys} />
        <NewPasskey ask={askNewPasskeyAction} save={newPasskeyAction} />
      </Section>
      {(factors.app || factors.passkeys.length > 0) && (
        <Section id="codes" title="Recovery codes" remark={`${factors.recoveryCodes} left`}>
          <AccountForm id="codes" action={recoveryCodesAction} fields={[]} button="Make new recovery codes">
            <p>For when your phone or key is lost. New ones replace those you have.</p>
          </AccountForm>
        </Section>
      )}
    </>
  )
}

function Passkeys({ passkeys }: Pick<Factors, 'passkeys'>) {
  if (passkeys.length === 0) return null
  return (
    <div className="mb-5">
      <RuledList>
        {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3">
            <div>
              <p>
                <strong>{name}</strong>
              </p>
              <Byline>
                Added <Instant iso={createdAt} />
                {lastUsedAt && (
                  <>
                    , last used <Instant iso={lastUsedAt} />
                  </>
                )}
              </Byline>
            </div>
            <form action={removePasskeyAction.bind(null, id)}>
              <Button look="danger">
                Remove<span className="sr-only"> the passkey {name}</span>
              </Button>
            </form>
          </li>
        ))}
      </RuledList>
    </div>
  )
}
