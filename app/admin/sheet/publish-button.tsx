'use client'

import { useEffect, useRef } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '@/components/form/button'

/** Publishes a sheet; where nothing in it is doubtful it has the focus, so that one key is enough. */
export function PublishButton({ isSure, children }: { isSure: boolean; children: string }) {
  const { pending } = useFormStatus()
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (isSure) place.current?.querySelector('button')?.focus()
  }, [isSure])
  return (
    <span ref={place}>
      <Button look="primary" disabled={pending}>
        {pending ? 'Publishing …' : children}
      </Button>
    </span>
  )
}
