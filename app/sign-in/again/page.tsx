import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { type AccountField, AccountForm } from '@/components/account/account-form'
import { PasskeyButton } from '@/components/account/passkey-button'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { findFactors } from '@/server/accounts/desk'
import { againAddress, requirePerson, safePath } from '@/server/accounts/session'
import { againAction, askPasskeyAgainAction, passkeyAgainAction } from '../actions'

export const metadata: Metadata = { title: 'Confirm that it is you', robots: { index: false } }

/** Asks somebody who is signed in for the password again, before what matters most. */
export default async function AgainPage({ searchParams }: PageProps<'/sign-in/again'>) {
  const { next } = await searchParams
  const path = safePath(typeof next === 'string' ? next : undefined)
  const { userId, name, isFresh } = await requirePerson(againAddress(path))
  if (isFresh) redirect(path)
  const { app, passkeys } = await findFactors(userId)
  const fields: AccountField[] = [
    { name: 'password', label: 'Password', type: 'password', autoComplete: 'current-password' },
  ]
  if (app) fields.push({ name: 'code', label: 'Or a code from your authenticator app', autoComplete: 'one-time-code' })
  return (
    <Frame desk>
      <PageHead
        title="Confirm that it is you"
        remark={`You are signed in as ${name}. What comes next asks for your password again, at most every 15 minutes.`}
      >
        <a href="/admin">Cancel</a>
      </PageHead>
      {passkeys.length > 0 && (
        <div className="mb-6">
          <PasskeyButton
            label="Use your passkey"
            ask={askPasskeyAgainAction}
            answer={passkeyAgainAction.bind(null, path)}
          />
        </div>
      )}
      <AccountForm
        id="again"
        action={againAction}
        hidden={{ next: path }}
        fields={fields}
        button="Continue"
        look="primary"
      />
    </Frame>
  )
}
