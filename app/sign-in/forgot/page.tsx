import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountForm } from '@/components/account/account-form'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { isMailSetUp } from '@/server/accounts/mail'
import { forgotAction } from '../actions'

export const metadata: Metadata = { title: 'Forgot your password?', robots: { index: false } }

export default function ForgotPage() {
  if (!isMailSetUp()) notFound()
  return (
    <Frame desk={false}>
      <PageHead
        title="Forgot your password?"
        remark="A link to choose a new one is sent to the address of your account."
      >
        <a href="/sign-in">Sign in</a>
      </PageHead>
      <AccountForm
        id="forgot"
        action={forgotAction}
        fields={[{ name: 'email', label: 'E-mail address', type: 'email', autoComplete: 'username' }]}
        button="Send the link"
        look="primary"
      />
    </Frame>
  )
}
