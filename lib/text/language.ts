/** Names of languages and scripts. What is stored may be older than the rules of today: no code makes these throw. */

const LANGUAGES = new Intl.DisplayNames('en-GB', { type: 'language' })
const SCRIPTS = new Intl.DisplayNames('en-GB', { type: 'script' })

/** "Mongolian" for "mn"; what is no code comes back unchanged. */
export function languageName(code: string): string {
  return nameIn(LANGUAGES, code)
}

/** "Монгол" for "mn": the language as those who read it call it; what is no code comes back unchanged. */
export function languageInItself(code: string): string {
  const tag = languageTag(code)
  if (tag === null) return code
  const name = nameIn(new Intl.DisplayNames(tag, { type: 'language' }), code)
  return name === code ? code : name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}

/** "Cyrillic" for "Cyrl"; what is no code comes back unchanged. */
export function scriptName(code: string): string {
  return nameIn(SCRIPTS, code)
}

/** A language tag that a `lang` attribute may have; null for what is none. */
export function languageTag(code: string | null): string | null {
  try {
    return code === null ? null : (Intl.getCanonicalLocales(code)[0] ?? null)
  } catch {
    return null
  }
}

function nameIn(names: Intl.DisplayNames, code: string): string {
  if (code === '') return code
  try {
    return names.of(code) ?? code
  } catch {
    // A RangeError, where the code is not even one in form: "mn-Cyrl-MNG".
    return code
  }
}
