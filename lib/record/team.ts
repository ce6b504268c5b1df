/**
 * The members of a team in a draft: who ran a leg is in `leg:<number>`, who ran none that is known in `member:<slug>`. The
 * value names the athlete and has the address, since two can share a name: "Ser-Od Bat-Ochir (ser-od-bat-ochir)".
 */

import type { FieldErrors } from '../form/field-errors'
import type { Draft } from './merge'
import type { Result } from './result'

export type Member = Pick<Result['members'][number], 'slug' | 'name' | 'leg'>

export function memberText({ name, slug }: Pick<Member, 'slug' | 'name'>): string {
  return `${name} (${slug})`
}

/** The athlete whom such a text means; null for any other text. */
export function memberNamed(text: string): Pick<Member, 'slug' | 'name'> | null {
  const { name, slug } = /^(?<name>.+) \((?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\)$/.exec(text)?.groups ?? {}
  return name === undefined || slug === undefined ? null : { name, slug }
}

/** The field of a draft in which a member stands. */
export function memberField({ slug, leg }: Pick<Member, 'slug' | 'leg'>): string {
  return leg === null ? `member:${slug}` : `leg:${leg}`
}

export function isMemberField(field: string): boolean {
  return /^(leg|member):./.test(field)
}

/** The members of a draft in the order of their legs. */
export function membersIn(draft: Draft): { members: Member[]; errors: FieldErrors } {
  const members: Member[] = []
  const errors: FieldErrors = {}
  for (const [field, text] of Object.entries(draft)) {
    if (!isMemberField(field) || text === '') continue
    const [kind, rest] = field.split(/:(.*)/)
    const leg = kind === 'leg' ? Number(rest) : null
    const named = memberNamed(text)
    if (leg !== null && !(Number.isInteger(leg) && leg >= 1 && leg <= 99)) errors[field] = 'A leg is a number from 1.'
    else if (!named) errors[field] = 'Which athlete is meant?'
    else if (members.some(({ slug }) => slug === named.slug)) errors[field] = 'Nobody is in a team twice.'
    else members.push({ ...named, leg })
  }
  return { members: members.sort((a, b) => (a.leg ?? 99) - (b.leg ?? 99)), errors }
}
