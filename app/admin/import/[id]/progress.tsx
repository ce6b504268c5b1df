import type { ReactNode } from 'react'
import { Hint } from '@/components/form/messages'
import { Notice } from '@/components/form/notice'

const WORDS: Record<string, { title: string; of: (progress: number, total: number) => string }> = {
  READING: {
    title: 'The list is being read',
    of: (progress, total) =>
      progress >= total ? 'Looking everybody up in the record …' : `${megabytes(progress)} of ${megabytes(total)}`,
  },
  ACCEPTING: { title: 'The rows are being written', of: inRows },
  UNDOING: { title: 'The rows are being taken back', of: inRows },
}

/** How far a long run has come. The page asks for itself again; one may leave it and come back. */
export function ImportProgress({
  state,
  progress,
  total,
  children,
}: {
  state: string
  progress: number
  total: number
  /** The button that stops it. */
  children: ReactNode
}) {
  const words = WORDS[state]
  if (!words) return null
  return (
    <Notice title={words.title} titleId="progress-title" className="mb-6 max-w-2xl">
      <meta httpEquiv="refresh" content="2" />
      <progress
        className="mt-2.75 mb-1.5 block h-3 w-full appearance-none overflow-hidden rounded border border-quiet bg-paper [&::-moz-progress-bar]:bg-gold-mark [&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-gold-mark"
        value={Math.min(progress, total)}
        max={Math.max(total, 1)}
        aria-labelledby="progress-title"
      >
        {words.of(progress, total)}
      </progress>
      <p className="mb-3" role="status">
        {words.of(progress, total)}
      </p>
      <Hint className="mb-3">You may leave this page: the work goes on, also after a restart.</Hint>
      {children}
    </Notice>
  )
}

function inRows(progress: number, total: number): string {
  return `${progress.toLocaleString('en')} of ${total.toLocaleString('en')} rows`
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
