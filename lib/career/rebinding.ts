/** Figures and footnotes of a biography that follow what they name, where that has become something else. */

import { TOKEN } from './biography-tokens'

export interface Renamed {
  /** Ids of results. */
  results?: ReadonlyMap<string, string>
  /** Slugs of sources. */
  sources?: ReadonlyMap<string, string>
}

/** The text of a chapter with each binding and footnote under the new name; nothing else is touched. */
export function rebound(body: string, { results, sources }: Renamed): string {
  return body.replaceAll(TOKEN, (token: string, binding?: string, slug?: string) => {
    if (binding !== undefined) return `{${binding.replaceAll(/\S+/g, (word) => results?.get(word) ?? word)}}`
    const into = slug === undefined ? undefined : sources?.get(slug)
    return into === undefined || slug === undefined ? token : `[@${into}${token.slice(`[@${slug}`.length)}`
  })
}
