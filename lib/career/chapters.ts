/** The chapters of a biography in their order, each with its translations. */

import type { BiographyChapter } from '../record/athlete'
import { byText } from '../sport/chronology'

export interface ChapterInLanguages {
  chapter: BiographyChapter
  /** By their languages. */
  translations: BiographyChapter[]
}

/** By position. A translation whose original is missing is a chapter by itself. */
export function chaptersInOrder(chapters: readonly BiographyChapter[]): ChapterInLanguages[] {
  const ids = new Set(chapters.map(({ id }) => id))
  return chapters
    .filter(({ translationOfId }) => translationOfId === null || !ids.has(translationOfId))
    .sort((a, b) => a.position - b.position || byText(a.id, b.id))
    .map((chapter) => ({
      chapter,
      translations: chapters
        .filter(({ translationOfId }) => translationOfId === chapter.id)
        .sort((a, b) => byText(a.language, b.language) || byText(a.id, b.id)),
    }))
}
