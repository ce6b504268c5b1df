/** Adds a marathon of 250 finishers to a record, so that a list has more than two pages. */
import { createClient } from '../prisma/client'
import { openEmbedded } from '../prisma/embedded'
import { seedChange } from '../server/history/change'
import { FINISHERS, LONG_RACE } from './long-list'

const embedded = await openEmbedded(process.argv[2] ?? '')
const db = createClient(embedded.url)
const clock = (seconds: number) =>
  `${Math.floor(seconds / 3600)}:${[Math.floor(seconds / 60) % 60, seconds % 60].map((n) => String(n).padStart(2, '0')).join(':')}`
await seedChange(db, { authorName: 'tests', reason: 'A long list' }, async ({ tx }) => {
  const finishers = Array.from({ length: FINISHERS }, (_, index) => {
    // Every tenth comes in together with the one before.
    const seconds = 8000 + (index - (index % 10 === 9 ? 1 : 0)) * 7
    return { key: `long-${index + 1}`, place: index + 1, seconds }
  })
  await tx.athlete.createMany({
    data: finishers.map(({ key, place }) => ({
      id: key,
      slug: key,
      displayName: `Finisher ${place}`,
      sortName: `Finisher ${String(place).padStart(3, '0')}`,
      sex: 'M' as const,
      countryCode: place % 2 ? 'KEN' : 'ETH',
    })),
  })
  const race = { id: 'long', disciplineSlug: 'marathon', sex: 'M' as const }
  await tx.competition.create({
    data: {
      id: 'long',
      slug: LONG_RACE,
      name: 'Long List Games',
      year: 2016,
      startDate: '2016-05-01',
      city: 'Nairobi',
      countryCode: 'KEN',
      category: 'CONTINENTAL_GAMES',
    },
  })
  await tx.event.create({ data: { ...race, competitionId: 'long' } })
  await tx.race.create({ data: { id: 'long', eventId: 'long' } })
  await tx.result.createMany({
    data: finishers.map(({ key, seconds }) => ({
      id: key,
      raceId: 'long',
      athleteId: key,
      mark: clock(seconds),
      value: seconds * 1000,
      precision: 1000,
    })),
  })
  await tx.place.createMany({
    data: finishers
      .filter(({ place }) => place !== 3)
      .map(({ key, place }) => ({ id: key, resultId: key, classification: 'overall', place })),
  })
})
await db.$disconnect()
await embedded.close()
