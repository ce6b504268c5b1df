'use client'

import { useEffect } from 'react'
import { dropDraftsOf } from './draft'

/** Once a sheet is published, the browser need not keep it. */
export function ForgetDraft({ id }: { id: string }) {
  useEffect(() => dropDraftsOf(id), [id])
  return null
}
