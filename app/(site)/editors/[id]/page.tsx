import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { LatestChanges } from '@/components/history/latest'
import { Pager } from '@/components/lists/pager'
import { DeskLink } from '@/components/record/desk-link'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { When } from '@/components/ui/when'
import { changesAddress, EVERY_CHANGE, parseBefore } from '@/lib/pages/change-filter'
import { isAt, pageAddress } from '@/lib/pages/page-address'
import { MOST_COUNTED } from '@/lib/record/history'
import { isDesk } from '@/server/accounts/desk-hint'
import { type EditorAccount, getChanges, getEditorAccount } from '@/server/history/changes'

type Props = PageProps<'/editors/[id]'>

const find = async (params: Props['params']) => {
  const { id } = await params
  return /^[\w-]{1,40}$/.test(id) ? getEditorAccount(id) : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const editor = await find(params)
  if (!editor) return {}
  return {
    title: `Changes by ${editor.name}`,
    description: `What ${editor.name} has changed in the record book, newest first.`,
    alternates: { canonical: `/editors/${editor.id}` },
  }
}

export default async function EditorPage({ params, searchParams }: Props) {
  const editor = await find(params)
  if (!editor) notFound()
  const parameters = await searchParams
  const before = parseBefore(parameters)
  const addressOf = (before: number | null) => pageAddress(`/editors/${editor.id}`, { before })
  if (!isAt(parameters, addressOf(before))) redirect(addressOf(before))
  const list = await getChanges({ ...EVERY_CHANGE, editor: editor.id }, before)
  if (!list) notFound()
  const { entries, next } = list
  return (
    <>
      <PageHead title={editor.name} remark={<Did editor={editor} />}>
        <a href="/changes">Changes</a>
      </PageHead>
      <p className="flex flex-wrap gap-x-4 print:hidden">
        <a href={changesAddress({ ...EVERY_CHANGE, editor: editor.id })}>Filter these changes</a>
        {(await isDesk()) && (
          <DeskLink href={`/admin/undo/${editor.id}`}>Undo everything of a time (administrators)</DeskLink>
        )}
      </p>
      <Section id="changes" title="Changes">
        {entries.length > 0 ? <LatestChanges entries={entries} named /> : <Lead>None is older than that.</Lead>}
        <Pager first={before === null ? null : addressOf(null)} next={next === null ? null : addressOf(next)} />
      </Section>
    </>
  )
}

const DID: Record<EditorAccount['changes'][number]['kind'], readonly [one: string, many: string]> = {
  EDIT: ['correction', 'corrections'],
  IMPORT: ['import', 'imports'],
  RESTORE: ['restoration', 'restorations'],
  SEED: ['first record', 'first records'],
}

function Did({ editor: { changes, reviewed, patrolled, since } }: { editor: EditorAccount }) {
  const counted = (n: number, one: string, many: string) =>
    `${n === MOST_COUNTED ? 'at least ' : ''}${count(n, one, many)}`
  const did = [
    ...changes.map(({ kind, count: n }) => counted(n, ...DID[kind])),
    ...(reviewed > 0 ? [`${counted(reviewed, 'change', 'changes')} of others reviewed`] : []),
    ...(patrolled > 0 ? [`${counted(patrolled, 'change', 'changes')} of others patrolled`] : []),
  ]
  return (
    <>
      {did.join(' · ')}, since <When date={since.slice(0, 10)} />
    </>
  )
}
