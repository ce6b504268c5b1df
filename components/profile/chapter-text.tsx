import type { ReactNode } from 'react'
import type { Segment } from '@/lib/career/biography'
import { type Block, type Inline, isGroup } from '@/lib/text/markdown-tree'

/** What a figure or a footnote is shown as. In a link it is no link itself, as links do not contain links. */
export type ShowSegment = (segment: Exclude<Segment, { kind: 'text' | 'break' }>, isInLink: boolean) => ReactNode

/**
 * The text of a chapter.
 *
 * @param heading the level of its highest headings in the page, 4 for h4.
 */
export function ChapterText({
  blocks,
  heading,
  show,
}: {
  blocks: readonly Block<Segment>[]
  heading: 3 | 4 | 5
  show: ShowSegment
}) {
  return (
    <div className="space-y-[0.9em] wrap-anywhere">
      <Blocks blocks={blocks} heading={heading} show={show} />
    </div>
  )
}

const LEVELS: Record<number, 'h3' | 'h4' | 'h5'> = { 3: 'h3', 4: 'h4', 5: 'h5' }

interface Shown {
  heading: number
  show: ShowSegment
}

function Blocks({ blocks, ...shown }: { blocks: readonly Block<Segment>[] } & Shown) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their order.
    <ChapterBlock key={index} block={block} {...shown} />
  ))
}

function ChapterBlock({ block, ...shown }: { block: Block<Segment> } & Shown) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{inlines(block.children, shown.show)}</p>
    case 'heading': {
      const level = Math.min(shown.heading + block.level - 1, 6)
      const Heading = LEVELS[level] ?? 'h6'
      return <Heading className="font-semibold">{inlines(block.children, shown.show)}</Heading>
    }
    case 'quote':
      return (
        <blockquote className="space-y-[0.9em] border-rule border-l-2 pl-4">
          <Blocks blocks={block.children} {...shown} />
        </blockquote>
      )
    case 'list':
      return <ChapterList list={block} {...shown} />
  }
}

function ChapterList({ list, ...shown }: { list: Extract<Block<Segment>, { kind: 'list' }> } & Shown) {
  const items = list.items.map((blocks, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items have no name but their order.
    <li key={index}>
      {blocks.map((block, at) =>
        list.isTight && block.kind === 'paragraph' ? (
          inlines(block.children, shown.show)
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their order.
          <ChapterBlock key={at} block={block} {...shown} />
        ),
      )}
    </li>
  ))
  const spaced = list.isTight ? '' : ' space-y-[0.9em]'
  return list.start === null ? (
    <ul className={`list-disc pl-6${spaced}`}>{items}</ul>
  ) : (
    <ol className={`list-decimal pl-8${spaced}`} start={list.start}>
      {items}
    </ol>
  )
}

function inlines(parts: readonly Inline<Segment>[], show: ShowSegment, isInLink = false): ReactNode {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence have no name but their order.
    <InlinePart key={index} part={part} show={show} isInLink={isInLink} />
  ))
}

function InlinePart({ part, show, isInLink }: { part: Inline<Segment>; show: ShowSegment; isInLink: boolean }) {
  if (!isGroup(part)) {
    if (part.kind === 'text') return part.text
    return part.kind === 'break' ? <br /> : show(part, isInLink)
  }
  const children = inlines(part.children, show, isInLink || part.kind === 'link')
  switch (part.kind) {
    case 'emphasis':
      return <em>{children}</em>
    case 'strong':
      return <strong>{children}</strong>
    case 'link':
      return <a href={part.href}>{children}</a>
  }
}
