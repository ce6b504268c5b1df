'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { plainText } from '@/lib/form/plain-text'
import { signIn } from '@/server/accounts/auth'
import { openSession, safePath } from '@/server/accounts/session'
import type { SignInState } from './sign-in-form'

/** A password is taken as it is typed, spaces included. */
const CREDENTIALS = z.object({ email: z.string().min(1), password: z.string().min(1) })

const REASONS = {
  refused: 'That e-mail address and password do not match an account.',
  limited: 'There have been too many attempts. Wait a quarter of an hour, then try again.',
}

export async function signInAction(state: SignInState, form: FormData): Promise<SignInState> {
  const answer = { attempt: state.attempt + 1, email: plainText(form.get('email')) }
  const read = CREDENTIALS.safeParse({ email: answer.email, password: form.get('password') })
  if (!read.success) return { ...answer, message: 'Type both the e-mail address and the password.' }
  const outcome = await signIn(read.data.email, read.data.password, await headers())
  if (typeof outcome === 'string') return { ...answer, message: REASONS[outcome] }
  await openSession(outcome)
  redirect(safePath(plainText(form.get('next'))))
}
