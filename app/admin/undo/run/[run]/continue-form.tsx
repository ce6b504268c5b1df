'use client'

import { useEffect, useRef } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '@/components/form/button'

/** Between two requests, so that one which finds another at work does not ask without end. */
const PAUSE_MS = 1_000

/** Goes on by itself as long as the page is open; without JavaScript, by the button. */
export function ContinueForm({
  action,
  undoing,
  waiting,
}: {
  action: (form: FormData) => Promise<void>
  undoing: string
  waiting: number
}) {
  const form = useRef<HTMLFormElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer leaves fewer, and asks for the next.
  useEffect(() => {
    const timer = setTimeout(() => form.current?.requestSubmit(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [waiting])
  return (
    <form ref={form} action={action}>
      <input type="hidden" name="undoing" value={undoing} />
      <Continue />
    </form>
  )
}

function Continue() {
  const { pending } = useFormStatus()
  return <Button disabled={pending}>{pending ? 'Undoing …' : 'Continue'}</Button>
}
