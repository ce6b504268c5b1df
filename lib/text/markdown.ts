/**
 * Markdown (CommonMark) with tokens of our own in it. Understood are paragraphs, emphasis, links, lists, quotations,
 * headings and hard line breaks. Everything else, HTML included, is text, and shows the characters that were typed.
 */

import { LRUCache } from 'lru-cache'
import type { BlockContent, Heading, List, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Block, Inline } from './markdown-tree'

export type Plain = { kind: 'text'; text: string } | { kind: 'break' }

/** Constructs of CommonMark that are text here, by their names in micromark. */
const PLAIN = [
  'autolink',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
]

/** How many texts that were read last are kept: a page and its findings read the same ones several times. */
const KEPT = 200

/**
 * Reads texts as blocks. Any text can be read.
 *
 * @param pattern what is whole, whatever Markdown would make of its characters; it reaches over no empty line.
 * @param tokenOf the leaf for what the pattern has found, and for its groups, each on one line.
 */
export function markdownReader<Token extends object>(
  pattern: RegExp,
  tokenOf: TokenOf<Token>,
): (text: string) => readonly Block<Plain | Token>[] {
  const kept = new LRUCache<string, Block<Plain | Token>[]>({ max: KEPT })
  return (text) => {
    const known = kept.get(text)
    if (known) return known
    const blocks = read(text, pattern, tokenOf)
    kept.set(text, blocks)
    return blocks
  }
}

type TokenOf<Token> = (found: readonly (string | undefined)[]) => Token

function read<Token extends object>(text: string, pattern: RegExp, tokenOf: TokenOf<Token>): Block<Plain | Token>[] {
  const tokens: Token[] = []
  const marked = text
    .replaceAll(MARKS, '')
    .split(EMPTY_LINES)
    .map((part) =>
      part.replaceAll(pattern, (...match: (string | undefined)[]) => {
        const index = tokens.push(tokenOf(match.map((group) => group?.replaceAll?.(SPACES, ' ')))) - 1
        return markOf(index, match[0] ?? '')
      }),
    )
    .join('\n\n')
    .replaceAll(DEEP, `$1${NOTHING}`)
  const { children } = fromMarkdown(marked, { extensions: [{ disable: { null: PLAIN } }] })
  return blocksOf(children, new Reader(marked, tokens))
}

/*
 * Markdown reads `_`, `*` and brackets inside a token as its own. So it is given one character for each of them: a letter
 * of a private plane, which it takes for a part of a word. Around that of a token in brackets are signs, so that emphasis
 * can end between a full stop and a footnote.
 */
const SIGN = '\uFFFC'
const FIRST = 0xf0000
const MARK = /\uFFFC?([\u{F0000}-\u{FFFFD}])\uFFFC?/u
const MARKS = /[\uFFFC\u{F0000}-\u{FFFFD}]/gu

/** A mark that stands for no token, as there are fewer of those than characters in a chapter. */
const NOTHING = String.fromCodePoint(0xffffd)

/** Reading blocks in blocks takes a time that grows with the square of their depth: no line opens more of them. */
const DEEP = /^((?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){6}[ \t]*)/gm

const SPACES = /\s+/g
const EMPTY_LINES = /\n[^\S\n]*\n/

function markOf(index: number, written: string): string {
  const mark = String.fromCodePoint(FIRST + index)
  return written.startsWith('[') ? `${SIGN}${mark}${SIGN}` : mark
}

/** Reads the tree of Markdown, with the tokens that its marks stand for. */
class Reader<Token extends object> {
  /** The depths of the headings before, each in the one before it. */
  private readonly outline: number[] = []

  constructor(
    private readonly markdown: string,
    private readonly tokens: readonly Token[],
  ) {}

  /** A block as it was typed. */
  typed({ position }: RootContent): Inline<Plain | Token>[] {
    return this.leaves(this.markdown.slice(position?.start.offset, position?.end.offset).trim())
  }

  /** However many `#` were typed, a heading is one level below the last that has fewer of them. */
  levelOf({ depth }: Heading): number {
    while ((this.outline.at(-1) ?? 0) >= depth) this.outline.pop()
    return Math.min(this.outline.push(depth), 3)
  }

  inlines(nodes: readonly PhrasingContent[]): Inline<Plain | Token>[] {
    return nodes.flatMap((node): Inline<Plain | Token>[] => {
      switch (node.type) {
        case 'text':
          return this.leaves(node.value)
        case 'break':
          return [{ kind: 'break' }]
        case 'emphasis':
        case 'strong':
          return [{ kind: node.type, children: this.inlines(node.children) }]
        case 'link': {
          const children = this.inlines(node.children)
          return isAddress(node.url) ? [{ kind: 'link', href: node.url, children }] : children
        }
        default:
          return []
      }
    })
  }

  private leaves(text: string): (Plain | Token)[] {
    // Split at a pattern with one group, so that every second part is what the group found.
    return text.split(MARK).flatMap((part, index): (Plain | Token)[] => {
      if (index % 2 === 0) return part === '' ? [] : [{ kind: 'text', text: part.replaceAll(SPACES, ' ') }]
      const token = this.tokens[(part.codePointAt(0) ?? 0) - FIRST]
      return token === undefined ? [] : [token]
    })
  }
}

function blocksOf<Token extends object>(nodes: readonly RootContent[], reader: Reader<Token>): Block<Plain | Token>[] {
  return (nodes as readonly BlockContent[]).flatMap((node): Block<Plain | Token>[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', children: reader.inlines(node.children) }]
      case 'heading':
        return [{ kind: 'heading', level: reader.levelOf(node), children: reader.inlines(node.children) }]
      case 'blockquote':
        return [{ kind: 'quote', children: blocksOf(node.children, reader) }]
      case 'list':
        return [listOf(node, reader)]
      // A line across the page.
      case 'thematicBreak':
        return [{ kind: 'paragraph', children: reader.typed(node) }]
      default:
        return []
    }
  })
}

function listOf<Token extends object>(
  { ordered, start, spread, children }: List,
  reader: Reader<Token>,
): Block<Plain | Token> {
  return {
    kind: 'list',
    start: ordered ? (start ?? 1) : null,
    isTight: !spread && children.every((item) => !item.spread),
    items: children.map((item) => blocksOf(item.children, reader)),
  }
}

/** Whether a link may lead there: to a page of the web, or of ours. */
function isAddress(url: string): boolean {
  if (MARK.test(url)) return false
  return /^\/(?![/\\])/.test(url) || (/^https?:\/\//i.test(url) && URL.canParse(url))
}
