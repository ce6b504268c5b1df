import { expect, test } from 'vitest'
import { compareSides, takenFacts } from './merge-sides'
import { factsOf, factText, readThingMerge, undecidedMerge } from './thing-merge'
import { thingOf } from './things/things'

const form = (inputs: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(inputs)) data.set(name, value)
  return data
}

test('a position on the map is one fact, and every other field is one by itself', () => {
  const facts = factsOf(thingOf('competition'))
  const position = facts.find(({ fact }) => fact === 'position')
  expect(position).toEqual({ fact: 'position', label: 'Latitude, longitude', columns: ['latitude', 'longitude'] })
  expect(position && factText(position, { latitude: '33.59', longitude: '130.4' })).toBe('33.59, 130.4')
  expect(facts.map(({ fact }) => fact)).toEqual(expect.arrayContaining(['name', 'startDate', 'countryCode', 'series']))
})

test('what both have and differs is chosen, what only one has is taken over, what agrees stays', () => {
  const one: Record<string, string | null> = { name: 'A', city: 'Hohhot', venue: null, year: '2003' }
  const other: Record<string, string | null> = { name: 'B', city: '', venue: 'Stadium', year: '2003' }
  const compared = compareSides(Object.keys(one), {
    from: (fact) => one[fact] ?? null,
    into: (fact) => other[fact] ?? null,
  })
  expect(compared).toEqual({
    choices: [{ fact: 'name', from: 'A', into: 'B' }],
    gains: [{ fact: 'city', value: 'Hohhot' }],
  })
  expect(takenFacts(compared, { name: 'into' })).toEqual(['city'])
  expect(takenFacts(compared, { name: 'from' })).toEqual(['city', 'name'])
})

test('the form says whose facts and whose results are kept; what is missing is asked for', () => {
  const choices = readThingMerge(
    form({ 'fact:name': 'from', 'fact:date@r1': 'into', 'twin:t1': 'from', 'fact:city': 'neither', reason: 'from' }),
  )
  expect(choices).toEqual({ chosen: { name: 'from', 'date@r1': 'into' }, kept: { t1: 'from' } })
  const choice = (fact: string) => ({ fact, label: fact, from: 'a', into: 'b' })
  const twin = (id: string, isSame: boolean) => ({ id, otherId: 'o', title: '', mark: null, otherMark: null, isSame })
  const twins = [twin('t1', false), twin('t2', true), twin('t3', false)]
  expect(Object.keys(undecidedMerge({ choices: [choice('name'), choice('city')], twins }, choices))).toEqual([
    'fact:city',
    'twin:t3',
  ])
})
