import { figureLabel } from '@/components/suggestion/figure-label'
import type { ListedSuggestion } from '@/server/suggestions/suggestions'

/** What visitors say about one figure: what the page showed, and each suggestion with how its sender knows. */
export function SuggestedChange({ suggestions }: { suggestions: readonly ListedSuggestion[] }) {
  const [first] = suggestions
  if (!first) return null
  return (
    <>
      <p>
        <strong>{figureLabel(first)}</strong> on <a href={first.path}>{first.path}</a>
        {first.shown && <>, which said “{first.shown}”</>}
      </p>
      <ul className="mt-1 grid gap-2 border-rule border-l-2 pl-4 [overflow-wrap:anywhere]">
        {suggestions.map(({ id, wrong, right, evidence, name, email, at }) => (
          <li key={id}>
            {wrong && <p>{wrong}</p>}
            <p>
              Should say: <strong>{right}</strong>
            </p>
            <p>How they know: {evidence}</p>
            <p className="text-quiet text-sm">
              {[name ?? 'A visitor', email, at.slice(0, 10)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
