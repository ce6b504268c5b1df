import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountForm } from '@/components/account/account-form'
import { PasskeyButton } from '@/components/account/passkey-button'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { safePath } from '@/server/accounts/session'
import { findSecondStep } from '@/server/accounts/sign-in'
import { askPasskeyAction, passkeyAction, secondStepAction } from '../actions'

export const metadata: Metadata = { title: 'Second step', robots: { index: false } }

/** After the right password of an account that has a second factor. */
export default async function SecondStepPage({ searchParams }: PageProps<'/sign-in/second'>) {
  const { next } = await searchParams
  const path = safePath(typeof next === 'string' ? next : undefined)
  const step = await findSecondStep()
  if (!step) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return (
    <Frame desk={false}>
      <PageHead title="Second step" remark="The password was right. Now show that it is you.">
        <a href="/sign-in">Sign in as somebody else</a>
      </PageHead>
      {step.hasPasskeys && (
        <div className="mb-6">
          <PasskeyButton
            label="Use your passkey"
            ask={askPasskeyAction.bind(null, true)}
            answer={passkeyAction.bind(null, path)}
          />
          <noscript>
            <p className="max-w-md">A passkey needs JavaScript. Without it, use a code.</p>
          </noscript>
        </div>
      )}
      <AccountForm
        id="second"
        action={secondStepAction}
        hidden={{ next: path }}
        fields={[
          {
            name: 'code',
            label: step.hasApp ? 'Code' : 'Recovery code',
            hint: step.hasApp ? 'Six digits from your authenticator app, or one of your recovery codes.' : undefined,
            autoComplete: 'one-time-code',
          },
        ]}
        button="Sign in"
        look="primary"
      />
      <p className="mt-5 max-w-md text-sm text-quiet">
        If you have neither, an administrator can let you in by a link.
      </p>
    </Frame>
  )
}
