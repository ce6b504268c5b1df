/** A chapter of a biography as it was written: Markdown with bindings and footnotes in it. */

import { markdownReader, type Plain } from '../text/markdown'
import { TOKEN } from './biography-tokens'

/** `written`: the binding or the footnote as it stands in the text. */
export type WrittenLeaf =
  | Plain
  | { kind: 'binding'; written: string; binding: string }
  | { kind: 'footnote'; written: string; slug: string; locator: string }

/** The blocks of a chapter. */
export const readChapter = markdownReader<WrittenLeaf>(TOKEN, ([written = '', binding = '', slug, locator = '']) =>
  slug === undefined ? { kind: 'binding', written, binding } : { kind: 'footnote', written, slug, locator },
)
