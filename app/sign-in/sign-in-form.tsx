'use client'

import { useActionState, useEffect, useRef } from 'react'
import { Button } from '@/components/form/button'
import { TextField } from '@/components/form/field'
import { Notice } from '@/components/form/notice'

export interface SignInState {
  attempt: number
  /** What was typed; the password is not given back. */
  email: string
  message: string | null
}

const UNSENT: SignInState = { attempt: 0, email: '', message: null }

export function SignInForm({
  action,
  next,
}: {
  action: (state: SignInState, form: FormData) => Promise<SignInState>
  /** Where to go afterwards. */
  next: string
}) {
  const [{ attempt, email, message }, send, isPending] = useActionState(action, UNSENT)
  const notice = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the notice takes the focus after every attempt.
  useEffect(() => notice.current?.focus(), [attempt])
  return (
    <form action={send} noValidate className="max-w-md">
      <fieldset key={attempt} disabled={isPending} className="grid gap-4">
        {message && (
          <Notice look="danger" role="alert" tabIndex={-1} ref={notice}>
            <p>{message}</p>
          </Notice>
        )}
        <input type="hidden" name="next" value={next} />
        <TextField
          id="email"
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          defaultValue={email}
          required
        />
        <TextField
          id="password"
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
        />
        <div>
          <Button look="primary">{isPending ? 'Signing in …' : 'Sign in'}</Button>
        </div>
      </fieldset>
    </form>
  )
}
