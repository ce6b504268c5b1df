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
      <details className="cite mt-4">
        <summary className="font-semibold">Text and BibTeX</summary>
        <TextToCopy label="Copy the text">
          <p>{text}</p>
        </TextToCopy>
        <TextToCopy label="Copy the BibTeX">
          <pre className="whitespace-pre-wrap font-mono text-xs">{bibtex}</pre>
        </TextToCopy>
      </details>
    </>
  )
}

/** A text in a box; `public/copy-text.mjs` adds the button that copies it. */
function TextToCopy({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div
      className="wrap-anywhere mt-3 rounded border border-rule bg-sheet px-3.5 py-2.75 text-md"
      data-copy-text={label}
    >
      {children}
    </div>
  )
}
