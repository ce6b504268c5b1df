import type { Metadata } from 'next'
import { PageHead } from '@/components/site/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { requireAuthor } from '@/server/accounts/session'

export const metadata: Metadata = { title: 'For editors' }

/** What the pages are for that are closed to contributors, by how their addresses begin. */
const FOR: readonly (readonly [address: RegExp, words: string])[] = [
  [/^\/admin\/import/, 'import lists'],
  [/^\/admin\/sheet/, 'enter whole races and seasons'],
  [/^\/admin\/many/, 'change many things at once'],
  [/\/merge\b/, 'merge what is the same'],
  [/\/split\b/, 'split an athlete in two'],
  [/^\/admin\/findings/, 'work through findings'],
  [/^\/admin\/disputes/, 'resolve disputes'],
  [/^\/admin\/(changes|revisions)/, 'undo and restore changes'],
  [/^\/admin\/review/, 'review proposals'],
]

/** Where a contributor is led who asks for a page that is for editors. */
export default async function EditorsOnlyPage({ searchParams }: PageProps<'/admin/editors-only'>) {
  const { name } = await requireAuthor('/admin/editors-only')
  const { page } = await searchParams
  const words = FOR.find(([address]) => typeof page === 'string' && address.test(page))?.[1] ?? 'do this'
  return (
    <>
      <PageHead title={`Only editors can ${words}`} />
      <p className="mb-6 max-w-2xl">
        You are signed in as {name}, a contributor: you can correct and add anything in the record, and an editor
        reviews it before it is public. An administrator can make you an editor.
      </p>
      <LinkButton href="/admin/proposals">Your proposals</LinkButton>
    </>
  )
}
