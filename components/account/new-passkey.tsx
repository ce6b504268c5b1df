'use client'

import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  startRegistration,
} from '@simplewebauthn/browser'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '../form/button'
import { TextField } from '../form/field'
import { ErrorMessage } from '../form/messages'
import { Notice } from '../form/notice'
import { ShownOnce } from './shown-once'

/** The recovery codes to show once, or why the passkey was not kept. */
export type NewPasskeyAnswer = { codes: string[] } | { problem: string }

/** Makes a passkey on this device, under a name that its owner gives it. */
export function NewPasskey({
  ask,
  save,
}: {
  ask: () => Promise<PublicKeyCredentialCreationOptionsJSON>
  save: (name: string, response: RegistrationResponseJSON) => Promise<NewPasskeyAnswer>
}) {
  const [isKnown, setKnown] = useState<boolean | null>(null)
  const [isPending, setPending] = useState(false)
  const [answer, setAnswer] = useState<NewPasskeyAnswer | null>(null)
  useEffect(() => setKnown(browserSupportsWebAuthn()), [])
  if (isKnown === false) return <p>This browser knows no passkeys.</p>
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const name = String(new FormData(form).get('name') ?? '').trim()
    setPending(true)
    const saved = await makeOnDevice(name || 'Passkey', ask, save)
    setPending(false)
    setAnswer(saved)
    if ('codes' in saved) form.reset()
  }
  return (
    <>
      <noscript>
        <p className="mb-3">A passkey can only be added with JavaScript.</p>
      </noscript>
      <form onSubmit={add} className="grid max-w-md gap-4">
        <TextField
          id="passkey-name"
          name="name"
          label="Name of the passkey"
          hint="So that you recognise it here: “my phone”, “blue key”."
          autoComplete="off"
          maxLength={60}
        />
        <div>
          <Button disabled={isPending || isKnown === null}>Add a passkey</Button>
        </div>
      </form>
      <div role="status" className="mt-3 max-w-md">
        {answer && 'problem' in answer && <ErrorMessage>{answer.problem}</ErrorMessage>}
        {answer && 'codes' in answer && (
          <Notice>
            <p>The passkey was added.</p>
            <ShownOnce once={answer} />
          </Notice>
        )}
      </div>
    </>
  )
}

async function makeOnDevice(
  name: string,
  ask: () => Promise<PublicKeyCredentialCreationOptionsJSON>,
  save: (name: string, response: RegistrationResponseJSON) => Promise<NewPasskeyAnswer>,
): Promise<NewPasskeyAnswer> {
  try {
    return await save(name, await startRegistration({ optionsJSON: await ask() }))
  } catch {
    return { problem: 'No passkey was made. It may be on this device already; else try again.' }
  }
}
