import type { Metadata } from 'next'
import { AccountForm } from '@/components/account/account-form'
import { PageHead } from '@/components/site/page-head'
import { findAppSetup } from '@/server/accounts/desk'
import { requireFresh } from '@/server/accounts/session'
import { confirmAppAction } from '../../actions'

export const metadata: Metadata = { title: 'Authenticator app' }

/** Shows the secret until a first code of it was typed, and the recovery codes then. */
export default async function AppPage() {
  const { userId } = await requireFresh('/account/factors/app')
  const setup = await findAppSetup(userId)
  return (
    <>
      <PageHead title="Set up an authenticator app">
        <a href="/account/factors">Second factor and passkeys</a>
      </PageHead>
      {!setup && <p className="mb-6">The key is not shown any more.</p>}
      {setup && (
        <div className="mb-6 max-w-2xl">
          <p>Scan this picture with the app, or type the key. Then type the code that the app shows.</p>
          <div
            className="mt-4 size-56 bg-white [&_svg]:size-full"
            role="img"
            aria-label="QR code of the key"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the library from our own key.
            dangerouslySetInnerHTML={{ __html: setup.picture }}
          />
          <p className="mt-3">
            Key: <code className="wrap-anywhere font-mono">{setup.key}</code>
          </p>
        </div>
      )}
      <AccountForm
        id="app"
        action={confirmAppAction}
        fields={[{ name: 'code', label: 'Code', hint: 'Six digits.', autoComplete: 'one-time-code', isNumber: true }]}
        button="Confirm the code"
        isOneTime
        look="primary"
      />
    </>
  )
}
