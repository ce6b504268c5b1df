/**
 * A text in Markdown as a tree: blocks, and in them leaves. What a leaf is, whoever reads or shows the text says: plain
 * text as it was written, or a figure with its source.
 */

export type Group<Leaf> =
  | { kind: 'emphasis' | 'strong'; children: Inline<Leaf>[] }
  | { kind: 'link'; href: string; children: Inline<Leaf>[] }

export type Inline<Leaf> = Leaf | Group<Leaf>

export type Block<Leaf> =
  | { kind: 'paragraph'; children: Inline<Leaf>[] }
  /** `level`: 1 is the highest heading of the text, 3 the lowest; none is left out before a lower one. */
  | { kind: 'heading'; level: number; children: Inline<Leaf>[] }
  /** `start`: the first number, null where the items have none. `isTight`: no empty line stands between the items. */
  | { kind: 'list'; start: number | null; isTight: boolean; items: Block<Leaf>[][] }
  | { kind: 'quote'; children: Block<Leaf>[] }

/** The same tree with other leaves. */
export function withLeaves<Leaf extends object, Other>(
  blocks: readonly Block<Leaf>[],
  leafOf: (leaf: Leaf) => Other,
): Block<Other>[] {
  const inline = (part: Inline<Leaf>): Inline<Other> =>
    isGroup(part) ? { ...part, children: part.children.map(inline) } : leafOf(part)
  return blocks.map((block): Block<Other> => {
    switch (block.kind) {
      case 'quote':
        return { ...block, children: withLeaves(block.children, leafOf) }
      case 'list':
        return { ...block, items: block.items.map((item) => withLeaves(item, leafOf)) }
      default:
        return { ...block, children: block.children.map(inline) }
    }
  })
}

/** The leaves of each paragraph and each heading, in the order in which they are read. */
export function paragraphsIn<Leaf extends object>(blocks: readonly Block<Leaf>[]): Leaf[][] {
  const leaves = (parts: readonly Inline<Leaf>[]): Leaf[] =>
    parts.flatMap((part) => (isGroup(part) ? leaves(part.children) : [part]))
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'quote':
        return paragraphsIn(block.children)
      case 'list':
        return block.items.flatMap(paragraphsIn)
      default:
        return [leaves(block.children)]
    }
  })
}

/** Whether a part has parts of its own; a leaf has none. */
export function isGroup<Leaf extends object>(part: Inline<Leaf>): part is Group<Leaf> {
  return 'children' in part
}
