/**
 * Public pages are documents: nothing in them needs the framework's runtime in the browser, so readers do not get it.
 * What stays is data (JSON-LD, speculation rules) and the project's own small modules.
 */
const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/g
const SCRIPT_PRELOAD =
  /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\b(?:as="script"|rel="modulepreload"))[^>]*>/g
const KEPT = /\btype="(?:application\/ld\+json|speculationrules|module)"/
/** Next's own note to its runtime, in a place that depends on which part of the page was ready first. */
const NOTE = /<meta name="next-size-adjust" content=""\/>/g
/** Between texts that React's runtime would tell apart; where it stands depends on which part was ready first. */
const SEPARATOR = '<!-- -->'
const NONCE = /(<(?:script|style|link)\b[^>]*?) nonce="[^"]*"/g

/** The same HTML without scripts of the framework, what is there for them, and the nonce that allowed them. */
export function asDocument(html: string): string {
  return html
    .replace(SCRIPT, (script, attributes: string) => (KEPT.test(attributes) ? script : ''))
    .replace(SCRIPT_PRELOAD, '')
    .replace(NOTE, '')
    .replaceAll(SEPARATOR, '')
    .replace(NONCE, '$1')
}

/** The content security policy of such a document: a nonce that many readers share would protect nobody. */
export function documentPolicy(policy: string): string {
  return policy.replace(/ 'nonce-[^']*'/g, '')
}
