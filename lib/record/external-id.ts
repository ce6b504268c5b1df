/** The identifiers by which others know an athlete: what each looks like, and the address of the athlete's page there. */

import type { Sex } from '../sport/performance'

export const AUTHORITIES = [
  'WORLD_ATHLETICS',
  'OLYMPEDIA',
  'WIKIDATA',
  'ARRS',
  'TILASTOPAJA',
  'NATIONAL_FEDERATION',
] as const
export type Authority = (typeof AUTHORITIES)[number]

export interface ExternalId {
  id: string
  authority: Authority
  value: string
}

interface Description {
  words: string
  form: RegExp
  /** What an identifier looks like, for who typed another. */
  example: string
  /** The address of a page; null where it cannot be told from the identifier. */
  address?: (value: string, sex: Sex) => string | null
  /** How an address that was pasted shows the identifier. */
  inAddress?: RegExp
}

const DESCRIPTIONS: Record<Authority, Description> = {
  WORLD_ATHLETICS: {
    words: 'World Athletics',
    form: /^[1-9]\d{3,9}$/,
    example: 'a number, such as 14178500',
    // The country and the name in the address are not looked at: "-" stands for both.
    address: (value) => `https://worldathletics.org/athletes/-/${value}`,
    inAddress: /^https?:\/\/(?:www\.)?(?:worldathletics|iaaf)\.org\/athletes\/.*?(\d+)\/?$/,
  },
  OLYMPEDIA: {
    words: 'Olympedia',
    form: /^[1-9]\d{0,8}$/,
    example: 'a number, such as 69539',
    address: (value) => `https://www.olympedia.org/athletes/${value}`,
    inAddress: /^https?:\/\/(?:www\.)?olympedia\.org\/athletes\/(\d+)\/?$/,
  },
  WIKIDATA: {
    words: 'Wikidata',
    form: /^Q[1-9]\d*$/,
    example: 'Q and a number, such as Q1189',
    address: (value) => `https://www.wikidata.org/wiki/${value}`,
    inAddress: /^https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/,
  },
  ARRS: {
    words: 'ARRS',
    form: /^[1-9]\d{0,8}$/,
    example: 'a number, such as 3516',
    address: (value) => `https://more.arrs.run/runner/${value}`,
    inAddress: /^https?:\/\/more\.arrs\.(?:run|net)\/runner\/(\d+)\/?$/,
  },
  TILASTOPAJA: {
    words: 'Tilastopaja',
    form: /^[1-9]\d{0,8}$/,
    example: 'a number, such as 45032',
    // Men and women are numbered apart there.
    address: (value, sex) =>
      sex === 'X' ? null : `https://www.tilastopaja.info/db/at.php?Sex=${sex === 'M' ? 1 : 2}&ID=${value}`,
    inAddress: /^https?:\/\/(?:www\.)?tilastopaja\.(?:info|eu|org)\/.*[?&]ID=(\d+)/,
  },
  NATIONAL_FEDERATION: {
    words: 'National federation',
    form: /^[\p{L}\d][\p{L}\d ./-]{0,39}$/u,
    example: 'letters and figures, as the federation writes them',
  },
}

/** "World Athletics" for WORLD_ATHLETICS … */
export const AUTHORITY = Object.fromEntries(
  AUTHORITIES.map((authority) => [authority, DESCRIPTIONS[authority].words]),
) as Record<Authority, string>

/** What is wrong with an identifier; null where nothing is. */
export function faultOf(authority: Authority, value: string): string | null {
  const { words, form, example } = DESCRIPTIONS[authority]
  return form.test(value) ? null : `An identifier of ${words} is ${example}.`
}

/** The address of the athlete's page with that authority; null where there is none. */
export function externalAddress(
  { authority, value }: Pick<ExternalId, 'authority' | 'value'>,
  sex: Sex,
): string | null {
  return DESCRIPTIONS[authority].address?.(value, sex) ?? null
}

/** The identifier that was typed, or that is in the address that was pasted. */
export function identifierIn(typed: string): string {
  const found = AUTHORITIES.map((authority) => DESCRIPTIONS[authority].inAddress?.exec(typed)?.[1])
  return found.find((value) => value !== undefined) ?? typed
}
