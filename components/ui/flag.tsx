import * as flags from 'country-flag-icons/string/3x2'
import { country } from '@/lib/sport/countries'

const drawings: Record<string, string | undefined> = { ...flags }

/** A country's flag, drawn in the page; nothing for codes without one (historic nations, neutral athletes). */
export function Flag({ code }: { code: string | null }) {
  const alpha2 = code ? country(code)?.alpha2 : null
  const drawing = alpha2 ? drawings[alpha2.toUpperCase()] : undefined
  if (!drawing) return null
  // The text is the flag package's own, never a person's.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of a library, chosen by a code from our own table.
  return <span className="flag" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing }} />
}
