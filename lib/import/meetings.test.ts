import { describe, expect, test } from 'vitest'
import {
  addDays,
  clusterMeetings,
  type KnownCompetition,
  type ListedMeeting,
  matchMeeting,
  seriesByTownAndSeason,
} from './meetings'

const listed: ListedMeeting = {
  id: 'm',
  nameKey: null,
  cityKey: ' otsu',
  countryCode: 'JPN',
  startDate: '2015-03-01',
  endDate: '2015-03-01',
  category: 'ROAD_RACE',
  discipline: 'marathon',
}
const known: KnownCompetition = {
  id: 'c',
  nameKey: ' biwako marathon',
  seriesKey: ' biwako marathon',
  cityKey: ' otsu',
  countryCode: 'JPN',
  year: 2015,
  startDate: '2015-03-01',
  endDate: null,
  category: 'ROAD_RACE',
}

const match = (meeting: Partial<ListedMeeting>, ...competitions: Partial<KnownCompetition>[]) =>
  matchMeeting(
    { ...listed, ...meeting },
    competitions.map((competition, index) => ({ ...known, id: String(index), ...competition })),
  )

describe('Games in the country and on the day, in a town of another name', () => {
  const games = { elsewhere: true, cityKey: ' moscow', countryCode: 'JPN', category: 'WORLD_CHAMPIONSHIPS' as const }
  const days = { startDate: '2015-02-25', endDate: '2015-03-05' }

  test('are asked about', () => {
    expect(match({}, { ...games, ...days })).toMatchObject({
      state: 'ASK',
      candidates: [{ competitionId: '0', together: true }],
    })
  })

  test('are meant where runners of many nations were there, or where a list of before was there', () => {
    expect(match({}, { ...games, ...days, nations: 7 }).state).toBe('ASK')
    expect(match({}, { ...games, ...days, nations: 8 })).toMatchObject({ state: 'KNOWN', competitionId: '0' })
    expect(match({}, { ...games, ...days, calledSo: [' otsu'] })).toMatchObject({ state: 'KNOWN', competitionId: '0' })
  })

  test('are not meant by a list that names another competition, on another day, or where the town is known', () => {
    expect(match({ nameKey: ' lake biwa' }, { ...games, ...days, nations: 20 }).state).toBe('NEW')
    expect(match({}, { ...games, startDate: '2015-03-02', endDate: '2015-03-05', nations: 20 }).state).toBe('NEW')
    expect(match({}, { ...games, ...days, nations: 20 }, {})).toMatchObject({ state: 'KNOWN', competitionId: '1' })
    expect(match({}, { ...games, ...days, nations: 20 }, { ...games, ...days }).state).toBe('ASK')
  })
})

describe('Which competition a list means', () => {
  test('the same town and day is the same competition', () => {
    expect(match({}, {})).toMatchObject({ state: 'KNOWN', competitionId: '0' })
  })
  test('a day of a championship that lasted longer is the championship', () => {
    const championship = { startDate: '2015-02-25', endDate: '2015-03-04', category: 'WORLD_CHAMPIONSHIPS' as const }
    expect(match({}, championship).state).toBe('KNOWN')
    expect(match({ startDate: '2015-03-20', endDate: '2015-03-20' }, championship).state).toBe('NEW')
  })
  test('where only the year of the known one is told, the year must do', () => {
    expect(match({}, { startDate: null }).state).toBe('KNOWN')
    expect(match({}, { startDate: null, year: 2014 }).state).toBe('NEW')
  })
  test('Games of which the days are not known do not take in every race of their town and year: it is asked', () => {
    const games = {
      category: 'OLYMPIC_GAMES' as const,
      startDate: null,
      nameKey: ' olympic games',
      seriesKey: ' olympic games',
    }
    expect(match({}, games).state).toBe('ASK')
    expect(match({ nameKey: ' olympic games' }, games).state).toBe('KNOWN')
    expect(match({}, { ...games, startDate: '2015-07-25', endDate: '2015-08-10' }).state).toBe('NEW')
  })
  test('of two that fit, the one of the same name is meant, and without a name somebody is asked', () => {
    const other = { nameKey: ' otsu half marathon', seriesKey: null }
    expect(match({ nameKey: ' biwako marathon' }, {}, other)).toMatchObject({ state: 'KNOWN', competitionId: '0' })
    expect(match({}, {}, other).state).toBe('ASK')
  })
  test('of two meetings of one town, the one of the very day is meant', () => {
    const track = { category: 'TRACK_MEETING' as const }
    const days: Partial<KnownCompetition>[] = [
      { ...track, startDate: '2015-02-28' },
      track,
      { ...track, startDate: '2015-03-02' },
    ]
    expect(match(track, ...days)).toMatchObject({ state: 'KNOWN', competitionId: '1' })
    const others = days.filter(({ startDate }) => startDate !== undefined)
    expect(match(track, ...others).state).toBe('ASK')
    // Two that have no name either are its days before and after.
    const nameless = others.map((other) => ({ ...other, nameKey: ' otsu', seriesKey: null }))
    expect(match(track, ...nameless)).toMatchObject({ state: 'KNOWN', competitionId: '0' })
  })
  test('a road race is no meeting in a stadium, and a town of another country is another town', () => {
    expect(match({}, { category: 'TRACK_MEETING' }).state).toBe('NEW')
    expect(match({}, { countryCode: 'KOR' }).state).toBe('NEW')
  })
})

describe('Days of a list', () => {
  const day = (id: string, startDate: string, meeting: Partial<ListedMeeting> = {}): ListedMeeting => {
    const track = { category: 'TRACK_MEETING' as const, discipline: null }
    return { ...listed, ...track, ...meeting, id, startDate, endDate: startDate }
  }

  test('sessions of one stadium that go on from day to day are one competition', () => {
    const clusters = clusterMeetings([day('b', '2015-06-02'), day('a', '2015-06-01'), day('c', '2015-06-03')])
    expect([...clusters.values()].map(({ first }) => first.id)).toEqual(['a', 'a', 'a'])
    expect(clusters.get('a')).toMatchObject({ startDate: '2015-06-01', endDate: '2015-06-03' })
  })
  test('after a pause it is another, and so is a road race of the next day', () => {
    const apart = clusterMeetings([day('a', '2015-06-01'), day('b', '2015-06-08')])
    expect([...apart.values()].map(({ first }) => first.id)).toEqual(['a', 'b'])
    const road = { category: 'ROAD_RACE' as const }
    const races = clusterMeetings([day('a', '2015-06-01', road), day('b', '2015-06-02', road)])
    expect([...races.values()].map(({ first }) => first.id)).toEqual(['a', 'b'])
  })
  test('the new year is a day like any other', () => {
    expect(addDays('2014-12-31', 1)).toBe('2015-01-01')
  })
})

describe('A road race that only a town names', () => {
  const OITA: ListedMeeting = {
    id: 'm',
    nameKey: null,
    cityKey: ' oita',
    countryCode: 'JPN',
    startDate: '2013-02-03',
    endDate: '2013-02-03',
    category: 'ROAD_RACE',
    discipline: 'marathon',
  }
  const BEPPU = { seriesId: 'beppu-oita', days: ['2012-02-05', '2014-02-02', '2016'], edition: null }

  test('is an edition of the one series of its town and season', () => {
    expect(seriesByTownAndSeason(OITA, [BEPPU])).toEqual({ seriesId: 'beppu-oita', competitionId: null })
    const edition = { id: '2013-beppu', startDate: '2013' }
    expect(seriesByTownAndSeason(OITA, [{ ...BEPPU, edition }])).toMatchObject({ competitionId: '2013-beppu' })
    expect(
      seriesByTownAndSeason({ ...OITA, startDate: '2013-12-30' }, [{ ...BEPPU, days: ['2012-01-08'] }]),
    ).not.toBeNull()
  })

  test('is none where two series fit, the season is another, or that year’s edition was on another day', () => {
    expect(seriesByTownAndSeason(OITA, [BEPPU, { ...BEPPU, seriesId: 'other' }])).toBeNull()
    expect(seriesByTownAndSeason({ ...OITA, startDate: '2013-10-03' }, [BEPPU])).toBeNull()
    expect(seriesByTownAndSeason(OITA, [{ ...BEPPU, days: ['2014'] }])).toBeNull()
    const edition = { id: '2013-beppu', startDate: '2013-02-10' }
    expect(seriesByTownAndSeason(OITA, [{ ...BEPPU, edition }])).toBeNull()
    expect(seriesByTownAndSeason({ ...OITA, nameKey: ' another race' }, [BEPPU])).toBeNull()
  })
})

test('one name in one town on neighbouring days is one competition, whatever is raced', () => {
  const day = (id: string, startDate: string, category: ListedMeeting['category']): ListedMeeting => {
    return {
      id,
      nameKey: ' naadam',
      cityKey: ' darkhan',
      countryCode: 'MGL',
      startDate,
      endDate: startDate,
      category,
      discipline: null,
    }
  }
  const clusters = clusterMeetings([
    day('a', '2014-07-11', 'TRACK_MEETING'),
    day('b', '2014-07-12', 'ROAD_RACE'),
    day('c', '2014-07-20', 'ROAD_RACE'),
  ])
  expect(['a', 'b', 'c'].map((id) => clusters.get(id)?.first.id)).toEqual(['a', 'a', 'c'])
})
