import { describe, expect, test } from 'vitest'
import { competitionLabel, isNamed, readNewCompetition } from './competition-form'
import { aCompetition } from './record.fixture'

const fukuoka = aCompetition({ slug: '2014-fukuoka-marathon', officialName: '68th Fukuoka Marathon' })

describe('a competition by its name', () => {
  test('is called by name and year, and a year in the name is not repeated', () => {
    expect(competitionLabel(fukuoka)).toBe('Fukuoka Marathon 2014')
    expect(competitionLabel({ name: 'Tokyo 2020', year: 2020 })).toBe('Tokyo 2020')
    expect(competitionLabel({ name: 'Tokyo 2020', year: 2021 })).toBe('Tokyo 2020 2021')
  })

  test.each([
    'Fukuoka Marathon 2014',
    'fukuoka  marathon, 2014',
    '2014 Fukuoka Marathon',
    '2014-fukuoka-marathon',
    '68th Fukuoka Marathon',
  ])('is named by “%s”', (text) => expect(isNamed(fukuoka, text)).toBe(true))

  test.each(['Fukuoka Marathon', 'Fukuoka Marathon 2013', 'fukuoka 2014', ''])('is not named by “%s”', (text) =>
    expect(isNamed(fukuoka, text)).toBe(false),
  )
})

describe('a new competition', () => {
  const read = (fields: Record<string, string>) => {
    const form = new FormData()
    form.set('newCompetitionCategory', 'ROAD_RACE')
    for (const [field, value] of Object.entries(fields)) form.set(`newCompetition${field}`, value)
    return readNewCompetition(form)
  }

  test('is none where only the kind, which always has a value, is given', () => {
    expect(read({})).toBeNull()
  })

  test('is read with what is known of it', () => {
    expect(read({ Name: 'Hofu Marathon', Year: '2009', City: 'Hofu', Country: 'jpn', Start: '20 Dec 2009' })).toEqual({
      ok: true,
      competition: {
        name: 'Hofu Marathon',
        year: 2009,
        city: 'Hofu',
        countryCode: 'JPN',
        category: 'ROAD_RACE',
        startDate: '2009-12-20',
        endDate: null,
        series: null,
      },
    })
  })

  test.each([
    ['Year', { Name: 'Hofu Marathon', Year: '09' }],
    ['Name', { Year: '2009' }],
    ['Country', { Name: 'Hofu Marathon', Year: '2009', Country: 'JP' }],
    ['Category', { Name: 'Hofu Marathon', Year: '2009', Category: 'PICNIC' }],
    ['Start', { Name: 'Hofu Marathon', Year: '2009', Start: '2010-01-03' }],
    ['End', { Name: 'Hofu Marathon', Year: '2009', Start: '2009-12-20', End: '2009-12-19' }],
  ])('is refused at the field that does not fit: %s', (field, fields: Record<string, string>) => {
    const outcome = read(fields)
    expect(outcome?.ok === false && Object.keys(outcome.errors)).toEqual([`newCompetition${field}`])
  })
})
