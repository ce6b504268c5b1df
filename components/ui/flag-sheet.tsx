import * as flags from 'country-flag-icons/string/3x2'
import { country } from '@/lib/sport/countries'

const drawings: Record<string, string | undefined> = { ...flags }

/** The flags of a long table, each drawn once; `SheetFlag` points at them. */
export function FlagSheet({ codes }: { codes: Iterable<string | null> }) {
  const drawn = [...new Set(codes)].flatMap((code) => {
    const [, viewBox, inside] = (code && /viewBox="([^"]*)"[^>]*>(.*)<\/svg>/s.exec(drawingOf(code) ?? '')) || []
    return code && viewBox && inside ? [{ code, viewBox, inside }] : []
  })
  return (
    <svg className="absolute" width="0" height="0" aria-hidden="true">
      {drawn.map(({ code, viewBox, inside }) => (
        // The text is the flag package's own, never a person's.
        <symbol
          key={code}
          id={`flag-${code}`}
          viewBox={viewBox}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of a library, chosen by a code from our own table.
          dangerouslySetInnerHTML={{ __html: inside }}
        />
      ))}
    </svg>
  )
}

/** A flag from the page's sheet; nothing for codes without one (historic nations, neutral athletes). */
export function SheetFlag({ code }: { code: string | null }) {
  if (!code || !drawingOf(code)) return null
  return (
    <span className="flag" aria-hidden="true">
      <svg aria-hidden="true">
        <use href={`#flag-${code}`} />
      </svg>
    </span>
  )
}

function drawingOf(code: string): string | undefined {
  const alpha2 = country(code)?.alpha2
  return alpha2 ? drawings[alpha2.toUpperCase()] : undefined
}
