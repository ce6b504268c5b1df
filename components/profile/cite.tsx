import { citePage } from '@/lib/pages/cite-page'
import type { AthleteRecord } from '@/lib/record/athlete'

/** How to cite the page so that the citation holds: it names the revision that was read. */
export function Cite({ record: { athlete, revision, updatedAt }, origin }: { record: AthleteRecord; origin: string }) {
  const { slug, displayName: name } = athlete
  const { text, bibtex, link } = citePage({ name, slug, revision, updatedAt, origin })
  return (
    <>
      <p>
        This state of the page has an address of its own, which will say the same next year:{' '}
        <a href={`/athletes/${slug}?revision=${revision}`}>{link}</a>
      </p>
      <details className="cite">
        <summary>Text and BibTeX</summary>
        <div className="cite-text" data-copy-text="Copy the text">
          <p>{text}</p>
        </div>
        <div className="cite-text" data-copy-text="Copy the BibTeX">
          <pre>{bibtex}</pre>
        </div>
      </details>
    </>
  )
}
