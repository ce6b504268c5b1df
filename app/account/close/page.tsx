import type { Metadata } from 'next'
import { AccountForm } from '@/components/account/account-form'
import { PageHead } from '@/components/site/page-head'
import { requireFresh } from '@/server/accounts/session'
import { closeAction } from '../actions'

export const metadata: Metadata = { title: 'Close the account' }

export default async function ClosePage() {
  const { name } = await requireFresh('/account/close')
  return (
    <>
      <PageHead title="Close the account" remark="This cannot be undone.">
        <a href="/account">Your account</a>
      </PageHead>
      <p className="mb-5 max-w-2xl">
        Your e-mail address, password, passkeys and codes are removed, and nobody can sign in here as you any more. What
        you contributed stays in the record and its history, under the name {name} or the name you had then.
      </p>
      <AccountForm
        id="close"
        action={closeAction}
        fields={[{ name: 'password', label: 'Your password', type: 'password', autoComplete: 'current-password' }]}
        button="Close the account"
        look="danger"
      />
    </>
  )
}
