import { describe, expect, test } from 'vitest'
import { agree, answeredOrder, clashInWords, surroundingsOf } from './agreement'
import type { Column, RowContext } from './listing'
import { readListing } from './read-listing'

type Around = Partial<Record<'heading' | 'typed' | 'name', Partial<RowContext>>>

const around = ({ heading = {}, typed = {}, name = {} }: Around, answers = {}) =>
  surroundingsOf({ heading: [heading], typed: [typed], 'file name': [name] }, answers)

/** A row under these surroundings, read. */
function read(cells: Partial<Record<Column, string>>, places: Around, answers = {}) {
  const { context, ...surroundings } = around(places, answers)
  const row = { line: 1, raw: '', cells: Object.values(cells), context: {}, problem: null }
  const found = readListing(row, Object.keys(cells) as Column[], context, { dayOrder: null, surroundings, answers })
  if (!found.ok) throw new Error(found.refusal.reason)
  return found.listing
}

const JUMP = { name: 'Anna LIS', mark: '6.58', date: '3 MAY 2014', discipline: 'Weitsprung Frauen' }
const RUN = { name: 'Anna LIS', mark: '2:30:00', date: '3 MAY 2014' }
const MARATHON: Partial<RowContext> = { discipline: 'marathon', sex: 'F' }

describe('What holds for a row', () => {
  test('comes from its cells, then the headings, then the form, then the name of the file', () => {
    const places = {
      heading: { sex: 'F' },
      typed: { sex: 'F', date: '2014' },
      name: { sex: 'F', discipline: 'marathon' },
    } as const
    expect(around(places)).toMatchObject({
      context: { sex: 'F', date: '2014', discipline: 'marathon' },
      origins: { sex: 'heading', date: 'typed', discipline: 'file name' },
      clashes: [],
    })
    expect(read(RUN, places).from).toEqual({ sex: 'heading', discipline: 'file name' })
  })

  test('is read from the cell of the event as well: women, and their age', () => {
    expect(read({ ...JUMP, discipline: 'Weitsprung Frauen U20' }, {})).toMatchObject({
      sex: 'F',
      ageGroup: 'U20',
      discipline: 'long-jump',
    })
  })

  test.each([
    ['women, where men were chosen', JUMP, { typed: { sex: 'M' } }, ['sex', 'F', 'row', 'M', 'typed']],
    ['women, where the heading says men', JUMP, { heading: { sex: 'M' } }, ['sex', 'F', 'row', 'M', 'heading']],
    ['women, where the file is called men', JUMP, { name: { sex: 'M' } }, ['sex', 'F', 'row', 'M', 'file name']],
    ['a sex twice', { ...JUMP, sex: 'M' }, {}, ['sex', 'M', 'row', 'F', 'row']],
    [
      'another event',
      JUMP,
      { typed: { discipline: 'marathon' } },
      ['discipline', 'long-jump', 'row', 'marathon', 'typed'],
    ],
    [
      'the road, where the track was chosen',
      { ...RUN, mark: '29:30', discipline: '10K', sex: 'F' },
      { typed: { discipline: '10000-metres' } },
      ['discipline', '10k-road', 'row', '10000-metres', 'typed'],
    ],
    ['another year', RUN, { typed: { ...MARATHON, date: '2013' } }, ['date', '2014-05-03', 'row', '2013', 'typed']],
    [
      'another round',
      { ...RUN, place: '1sf2' },
      { typed: MARATHON, heading: { round: 'HEAT' } },
      ['round', 'SEMIFINAL', 'row', 'HEAT', 'heading'],
    ],
    [
      'another country',
      { ...RUN, venue: 'Wien (AUT)' },
      { typed: { ...MARATHON, countryCode: 'Mongolia' } },
      ['countryCode', 'AUT', 'row', 'MGL', 'typed'],
    ],
    [
      'a heading against the form',
      RUN,
      { heading: { sex: 'F' }, typed: { ...MARATHON, sex: 'M' } },
      ['sex', 'F', 'heading', 'M', 'typed'],
    ],
  ] as const)('is asked about where it says %s', (_what, cells, places, [field, near, nearFrom, far, farFrom]) => {
    expect(read(cells, places).clashes).toEqual([{ field, near, nearFrom, far, farFrom }])
  })

  test('is not asked about where both say the same, one more exactly', () => {
    expect(read(RUN, { typed: { ...MARATHON, date: '2014' }, name: { date: '2014-05-03' } }).clashes).toBeUndefined()
    expect(agree('date', '2014', '2014-05')).toBe(true)
    expect(agree('discipline', 'heptathlon', 'heptathlon-short-track')).toBe(true)
    expect(agree('discipline', 'marathon', 'half-marathon')).toBe(false)
  })

  test('goes by the answer, once there is one', () => {
    const places = { typed: { sex: 'M' } } as const
    expect(read(JUMP, places, { sex: 'near' })).toMatchObject({ sex: 'F' })
    expect(read(JUMP, places, { sex: 'near' }).clashes).toBeUndefined()
    expect(read(JUMP, places, { sex: 'far' })).toMatchObject({ sex: 'M', from: { sex: 'typed' } })
    const headed = { heading: { sex: 'F' }, typed: { ...MARATHON, sex: 'M' } } as const
    expect(read(RUN, headed, { sex: 'far' })).toMatchObject({ sex: 'M' })
  })

  test('is a code where somebody wrote the name of a country, and nothing where it is none', () => {
    expect(read(RUN, { typed: { ...MARATHON, countryCode: 'Mongolia' } }).competition.countryCode).toBe('MGL')
    expect(read(RUN, { typed: { ...MARATHON, countryCode: 'Narnia' } }).competition.countryCode).toBeNull()
  })

  test('is put into words where it disagrees', () => {
    expect(clashInWords({ field: 'sex', near: 'F', nearFrom: 'row', far: 'M', farFrom: 'typed' })).toBe(
      'The row says women; what was chosen for the list says men.',
    )
  })
})

describe('A heading with a date that can be read in two ways', () => {
  const MEETING = { ...MARATHON, slashedDate: '3/4/2026' }
  const EITHER = { field: 'dayOrder', near: '2026-04-03', nearFrom: 'heading', far: '2026-03-04', farFrom: 'heading' }
  const NAMED = { name: 'Anna LIS', mark: '2:30:00' }
  const dateIn = (typed: Partial<RowContext>, dayOrder: 'DMY' | 'MDY' | null = null) => {
    const levels = { heading: [MEETING], typed: [typed], 'file name': [] }
    const { context, clashes } = surroundingsOf(levels, {}, dayOrder)
    return clashes.length > 0 ? clashes : context.date
  }

  test('stops its rows, and asks with both readings', () => {
    expect(read(NAMED, { heading: MEETING }).clashes).toEqual([EITHER])
    expect(clashInWords(EITHER as Parameters<typeof clashInWords>[0])).toBe(
      'The date in the heading can be read as 3 April 2026 (day first) or 4 March 2026 (month first).',
    )
  })

  test('is read as the rest of the list says, or as somebody answered', () => {
    expect(dateIn({}, 'DMY')).toBe('2026-04-03')
    expect(dateIn({}, answeredOrder({ dayOrder: 'far' }))).toBe('2026-03-04')
    expect(answeredOrder({ dayOrder: 'near' })).toBe('DMY')
    expect(dateIn({ date: '2026-03' })).toBe('2026-03-04')
    expect(dateIn({ date: '2026' })).toEqual([EITHER])
  })

  test('asks nothing of rows that have a day of their own', () => {
    expect(read({ ...NAMED, date: '4 MAR 2026' }, { heading: MEETING })).toMatchObject({ date: '2026-03-04' })
    expect(read({ ...NAMED, date: '4 MAR 2026' }, { heading: MEETING }).clashes).toBeUndefined()
    expect(read({ ...NAMED, year: '2026' }, { heading: MEETING }).clashes).toEqual([EITHER])
  })
})
