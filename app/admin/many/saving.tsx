'use client'

import { useEffect, useState } from 'react'

const PAUSE = 700

/** How far a save has come that takes more than a moment. */
export function Saving({ job }: { job: string }) {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  useEffect(() => {
    const timer = setInterval(async () => {
      try {
        const answer = await fetch(`/admin/many/progress?job=${encodeURIComponent(job)}`)
        if (answer.ok) setProgress(await answer.json())
      } catch {
        // The number is a comfort; the answer to the save comes by itself.
      }
    }, PAUSE)
    return () => clearInterval(timer)
  }, [job])
  return (
    <p className="basis-full text-sm" role="status">
      {progress ? `Saved ${progress.done} of ${progress.total} …` : 'Working on it …'}{' '}
      {progress && <progress max={progress.total} value={progress.done} aria-label="Saved so far" />}
    </p>
  )
}
