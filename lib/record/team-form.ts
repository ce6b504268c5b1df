/** The rows of a form in which the members of a team are typed: `runner.0` with `leg.0`, `runner.1` with `leg.1` … */

import type { FieldErrors } from '../form/field-errors'
import { textIn } from '../form/form-fields'
import { decodeReferences, referenceFor } from '../form/reference'
import type { Typed } from '../form/typed'
import { discipline, isDisciplineSlug } from '../sport/disciplines'
import type { Draft } from './merge'
import { type Member, memberField, memberNamed, memberText } from './team'

/** As many as the longest road relays have legs, and some to spare. */
const MOST_ROWS = 40

/** A row as it was typed. */
export interface Runner {
  row: number
  text: string
  leg: number | null
  /** The athlete whom the text means, as far as the form says. */
  slug: string | null
  name: string
}

/**
 * The rows that are filled in. The athlete on whose page a result is added stands in one from the start (`givenRunner`),
 * which says nothing as long as no team is named: most results are nobody's but the athlete's own.
 */
export function readRunners(form: FormData): { runners: Runner[]; errors: FieldErrors } {
  const text = textIn(form)
  const errors: FieldErrors = {}
  const runners: Runner[] = []
  const slug = text('discipline')
  const isTeam = text('team') !== '' || (isDisciplineSlug(slug) && discipline(slug).isRelay)
  for (let row = 0; row < MOST_ROWS; row++) {
    const [runner, typedLeg] = [text(`runner.${row}`), text(`leg.${row}`)]
    const isGiven = runner === text('givenRunner') && typedLeg === '' && !isTeam
    if (isGiven || (runner === '' && typedLeg === '')) continue
    const leg = /^[1-9]\d?$/.test(typedLeg) ? Number(typedLeg) : null
    if (typedLeg !== '' && leg === null) errors[`leg.${row}`] = 'The leg is a whole number from 1.'
    if (runner === '') errors[`runner.${row}`] = 'Who ran this leg?'
    if (leg !== null && runners.some((other) => other.leg === leg)) errors[`leg.${row}`] = `Leg ${leg} stands twice.`
    const named = memberNamed(runner)
    const meant = referenceFor(decodeReferences(form.getAll(`runnerReference.${row}`)), runner)
    const slug = named?.slug ?? meant?.slug ?? null
    if (runner !== '') runners.push({ row, text: runner, leg, slug, name: named?.name ?? runner })
  }
  return { runners, errors }
}

/** The fields of a draft that these rows fill, each with the input that it was typed in. */
export function draftOfRunners(runners: readonly Runner[]): { draft: Draft; inputs: Record<string, string> } {
  const draft: Draft = {}
  const inputs: Record<string, string> = {}
  for (const { row, slug, name, leg } of runners) {
    if (slug === null) continue
    const field = memberField({ slug, leg })
    draft[field] = memberText({ slug, name })
    inputs[field] = `runner.${row}`
  }
  return { draft, inputs }
}

/** The inputs of a form that has these members. */
export function typedMembers(members: readonly Member[]): Typed {
  return Object.fromEntries(
    members.flatMap((member, row) => [
      [`runner.${row}`, [memberText(member)]],
      [`leg.${row}`, [member.leg === null ? '' : String(member.leg)]],
    ]),
  )
}
