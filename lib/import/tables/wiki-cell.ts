/**
 * The text of a wiki page's cell: links to what they show, flags to the code or name of the country, references and
 * templates to what a reader of the page sees. Templates of this sport's tables are known here; the rest of the markup
 * is left to wtf_wikipedia, which would drop a flag together with the athlete beside it.
 */
import wtf from 'wtf_wikipedia'
import { country } from '../../sport/countries'
import { squeeze } from './table'

export interface WikiText {
  text: string
  /** The country whose flag is drawn: a code or a name, as the page has it. */
  flag: string | null
}

/** Longer cells are prose; wtf_wikipedia's patterns are not asked to look at them. */
const LONGEST_MARKUP = 2000
const DEEPEST_TEMPLATE = 8

export function wikiText(markup: string): WikiText {
  if (!/[[\]{}<>&']/.test(markup)) return { text: squeeze(markup), flag: null }
  if (markup.length > LONGEST_MARKUP) return { text: squeeze(bare(markup)), flag: null }
  const seen: { flag: string | null } = { flag: null }
  let text = markup.replace(/<br *\/?>/gi, ' ')
  for (let depth = 0; depth < DEEPEST_TEMPLATE && text.includes('{{'); depth += 1) {
    const expanded = text.replace(/\{\{([^{}]*)\}\}/g, (whole, inner: string) => template(inner, seen) ?? whole)
    if (expanded === text) break
    text = expanded
  }
  text = text
    .replace(/\[\[(?:File|Image):[^[\]]*\]\]/gi, '')
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/'{2,}/g, '')
  const plain = squeeze(/\{\{|\[|<|&/.test(text) ? rendered(text) : text)
  return { text: plain === '' && seen.flag !== null ? seen.flag : plain, flag: seen.flag }
}

/** What a template of results shows, or null where it is another. */
function template(inner: string, seen: { flag: string | null }): string | null {
  const [head = '', ...rest] = partsOf(inner)
  const name = head.trim().toLowerCase().replaceAll('_', ' ')
  const values = rest.map((part) => part.trim()).filter((part) => !/^[\w ]+=/.test(part))
  const [first = '', second = ''] = values
  const flag = (text: string) => {
    seen.flag = text || seen.flag
    return text
  }
  if (country(head.trim()) !== null) return flag(head.trim())
  if (/^flag ?ioc ?(?:2 ?)?(?:athlete|medalist)$|^flag ?(?:athlete|medalist)$/.test(name)) {
    flag(second)
    return first
  }
  if (/^flag ?icon/.test(name)) {
    flag(first)
    return ''
  }
  if (/^(?:flag|flagcountry|flagu|flagdeco|flag ?ioc ?2?(?:team)?|flagteam|flagcgf|flagpasg|noflag)$/.test(name)) {
    return flag(first)
  }
  if (/^(?:gold|silver|bronze)(?:\d| medal.*)?$/.test(name)) return MEDALS[name.charAt(0)] ?? null
  if (/^(?:dnf|dns|dnq|dq|dsq|nm|nh|wr|or|ar|nr|cr|mr|pb|sb|nwr)$/.test(name)) return name.toUpperCase()
  if (/^(?:sort|sorttext)$/.test(name)) return second || first
  if (name === 'sortname') return `${first} ${second}`
  if (name === 'abbr' || name === 'tooltip' || name === 'nowrap' || name === 'small' || name === 'center') return first
  if (name === 'n/a' || name === 'na') return first
  if (
    /^(?:hs|hid|efn|refn|ref|cn|citation needed|increase|decrease|steady|anchor|note|dagger|double-dagger)$/.test(name)
  ) {
    return ''
  }
  return name === '!' ? '|' : null
}

const MEDALS: Readonly<Record<string, string>> = { g: '1', s: '2', b: '3' }

/** The parts of a template between pipes, save those of a link inside it. */
function partsOf(inner: string): string[] {
  const parts: string[] = []
  let part = ''
  for (const piece of inner.split(/(\[\[[^[\]]*\]\])/)) {
    if (piece.startsWith('[[')) {
      part += piece
      continue
    }
    const [head = '', ...rest] = piece.split('|')
    part += head
    for (const next of rest) {
      parts.push(part)
      part = next
    }
  }
  return [...parts, part]
}

function rendered(markup: string): string {
  try {
    return wtf(markup).text()
  } catch {
    // The library gives up on some broken markup; its letters are still worth showing.
    return bare(markup)
  }
}

function bare(markup: string): string {
  return markup.replace(/[[\]{}<>]+/g, ' ')
}
