import type { ReactNode } from 'react'
import type { Saved } from '@/lib/record/saved'
import { savedLinks } from '../history/saved-links'
import { savedInWords } from '../history/saved-words'

/**
 * A page to which a save has led, with what was done. It comes first for those who listen, and stays in sight at the
 * lower edge of the window, beside the figure; at the end of the page it has a place of its own, and covers nothing.
 */
export function SavedNotice({ saved, shownAt, children }: { saved: Saved; shownAt: string; children: ReactNode }) {
  const { entry } = saved
  const words = savedInWords(entry)
  return (
    <div className="flex flex-col">
      <div
        id="saved"
        role="status"
        className="sticky bottom-2 z-10 order-last mt-8 rounded border border-gold-mark border-l-4 bg-sheet px-4 py-2.5 text-md shadow-[0_2px_14px_rgb(0_0_0/0.22)] print:hidden"
      >
        <p className="line-clamp-3 max-sm:leading-snug">
          <strong>{entry.kind === 'RESTORE' ? 'Restored' : 'Saved'}</strong>
          {words && `: ${words}`}.
        </p>
        <p className="flex flex-wrap gap-x-4 *:min-h-6 *:py-0.5">
          {savedLinks(saved).map(({ href, words: name }) => (
            <a key={href} href={href}>
              {name}
            </a>
          ))}
          <a href={`/admin/changes/${entry.id}`}>Details</a>
          <a href={shownAt} className="sm:ml-auto">
            Dismiss
          </a>
        </p>
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  )
}
