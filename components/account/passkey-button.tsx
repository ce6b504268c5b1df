'use client'

import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthn,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from '@simplewebauthn/browser'
import { useEffect, useState } from 'react'
import { Button } from '../form/button'
import { ErrorMessage } from '../form/messages'

/** The answer to a passkey: where to go on, or why not. */
export type PasskeyAnswer = { to: string } | { problem: string }

/** Asks the device for a passkey. There is no button where the browser has no script or knows no passkeys. */
export function PasskeyButton({
  label,
  ask,
  answer,
}: {
  label: string
  ask: () => Promise<PublicKeyCredentialRequestOptionsJSON>
  answer: (response: AuthenticationResponseJSON) => Promise<PasskeyAnswer>
}) {
  const [isKnown, setKnown] = useState(false)
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => setKnown(browserSupportsWebAuthn()), [])
  if (!isKnown) return null
  const send = async () => {
    setPending(true)
    setProblem(null)
    const answered = await takeFromDevice(ask, answer)
    if ('to' in answered) return window.location.assign(answered.to)
    setPending(false)
    setProblem(answered.problem)
  }
  return (
    <div>
      <Button type="button" onClick={send} disabled={isPending}>
        {label}
      </Button>
      <div role="alert">{problem && <ErrorMessage>{problem}</ErrorMessage>}</div>
    </div>
  )
}

async function takeFromDevice(
  ask: () => Promise<PublicKeyCredentialRequestOptionsJSON>,
  answer: (response: AuthenticationResponseJSON) => Promise<PasskeyAnswer>,
): Promise<PasskeyAnswer> {
  try {
    return await answer(await startAuthentication({ optionsJSON: await ask() }))
  } catch {
    return { problem: 'Your device gave no passkey. Try again, or sign in another way.' }
  }
}
