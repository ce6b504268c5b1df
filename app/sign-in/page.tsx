import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/desk/sign-in-form'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { canPublish } from '@/server/editor'
import { currentUser, safePath } from '@/server/session'
import { signInAction } from './actions'
import '@/components/ui/form.css'
import '@/components/desk/desk.css'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next } = await searchParams
  const path = safePath(typeof next === 'string' ? next : undefined)
  const user = await currentUser()
  if (user && canPublish(user.role)) redirect(path)
  return (
    <Frame desk={false}>
      <PageHead title="Sign in" remark="For editors. Reading needs no account." />
      {user && (
        <div className="notice mb-6 max-w-md">
          <p>
            You are signed in as {user.name}, but this account may not publish yet. An administrator can change that; or
            sign in with another account.
          </p>
        </div>
      )}
      <SignInForm action={signInAction} next={path} />
    </Frame>
  )
}
