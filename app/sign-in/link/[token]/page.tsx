import type { Metadata } from 'next'
import { type AccountField, AccountForm } from '@/components/account/account-form'
import { ROLE_WORDS } from '@/components/account/role-words'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { Lead } from '@/components/ui/lead'
import { findLink } from '@/server/accounts/desk'
import { linkAction } from '../../actions'

// The address is a key, which no other site is told. (Without any referrer, browsers would not say where the form is from.)
export const metadata: Metadata = { title: 'Your account', robots: { index: false }, referrer: 'same-origin' }

const PASSWORD: AccountField = {
  name: 'password',
  label: 'New password',
  type: 'password',
  hint: 'At least 12 characters. Several words that do not belong together are best.',
  autoComplete: 'new-password',
}

/** An invitation, or a link to choose a new password. Looking at it does not use it up. */
export default async function LinkPage({ params }: PageProps<'/sign-in/link/[token]'>) {
  const { token } = await params
  const link = await findLink(token)
  if (!link) {
    return (
      <Frame desk={false}>
        <PageHead title="This link does not work">
          <a href="/sign-in">Sign in</a>
        </PageHead>
        <Lead>A link works once and for a limited time. Ask whoever gave it to you for a new one.</Lead>
      </Frame>
    )
  }
  const isInvitation = link.kind === 'INVITATION'
  return (
    <Frame desk={false}>
      <PageHead
        title={isInvitation ? 'Welcome to Palmarès' : 'Choose a new password'}
        remark={
          isInvitation
            ? `You are invited as ${ROLE_WORDS[link.role].one}. You will sign in as ${link.email}.`
            : `For ${link.name}. You will be signed out everywhere else.`
        }
      />
      <AccountForm
        id="link"
        action={linkAction.bind(null, token)}
        fields={
          isInvitation
            ? [
                { name: 'name', label: 'Your name', hint: 'It is shown with what you write.', autoComplete: 'name' },
                { ...PASSWORD, label: 'Password' },
              ]
            : [PASSWORD]
        }
        button={isInvitation ? 'Open the account' : 'Save and sign in'}
        look="primary"
      />
    </Frame>
  )
}
