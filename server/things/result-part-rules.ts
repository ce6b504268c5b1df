/** Rules between a part of a result and the result's other parts. */
import 'server-only'
import { type Row, textOf, type Values } from '@/lib/record/things/thing'
import { discipline, isDisciplineSlug } from '@/lib/sport/disciplines'
import { formatDistance } from '@/lib/sport/splits'
import type { Db } from '@/prisma/client'
import type { Objections } from './record-rules'

/** One time at each distance, before the end of the race and no later than its mark. */
export async function checkSplit(db: Db, { id, resultId }: Row, { distance, value }: Values): Promise<Objections> {
  const result = await db.result.findUnique({
    where: { id: textOf(resultId) },
    select: {
      value: true,
      race: { select: { event: { select: { disciplineSlug: true } } } },
      splits: { where: { withdrawn: false, distance: Number(distance), NOT: { id: textOf(id) } } },
    },
  })
  if (!result) return { errors: {}, doubts: {} }
  const slug = result.race.event.disciplineSlug
  const { name, distance: whole } = isDisciplineSlug(slug) ? discipline(slug) : { name: slug, distance: null }
  if (result.splits.length > 0) {
    const at = formatDistance(Number(distance))
    return { errors: { distance: `There is a time at ${at} already: correct that one.` }, doubts: {} }
  }
  if (whole !== null && Number(distance) >= whole) {
    return { errors: { distance: `The ${name} ends at ${formatDistance(whole)}.` }, doubts: {} }
  }
  const isLate = whole !== null && result.value !== null && Number(value) >= result.value
  return { errors: isLate ? { value: 'This is no earlier than the finish.' } : {}, doubts: {} }
}

/** One attempt of each number, in a vertical jump at each height. */
export async function checkAttempt(db: Db, { id, resultId }: Row, { number, height }: Values): Promise<Objections> {
  const same = await db.attempt.count({
    where: {
      resultId: textOf(resultId),
      number: Number(number),
      height: height === null ? null : Number(height),
      withdrawn: false,
      NOT: { id: textOf(id) },
    },
  })
  return {
    errors: same > 0 ? { number: 'There is an attempt of this number already: correct that one.' } : {},
    doubts: {},
  }
}
