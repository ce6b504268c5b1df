import type { Saved } from '@/lib/record/saved'

/** Where an editor goes after a save: back, or on to the next. */
export function savedLinks({ entry, resultId, athlete }: Saved): { href: string; words: string }[] {
  const undo = { href: `/admin/changes/${entry.id}#undo`, words: 'Undo this change' }
  if (!athlete) return [undo]
  const { slug } = athlete
  return [
    undo,
    { href: resultId ? `/admin/results/${resultId}/citations` : `/admin/athletes/${slug}/citations`, words: 'Sources' },
    { href: `/admin/athletes/${slug}`, words: 'Correct another' },
    { href: `/admin/results/new?athlete=${slug}`, words: 'Add a result' },
  ]
}
