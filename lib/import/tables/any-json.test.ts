import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessColumns } from '../columns'
import { readAnyJson } from './any-json'
import { readApi } from './api'

const MEETING = {
  meeting: { name: 'Naadam', city: 'Darkhan' },
  officials: [{ name: 'A', role: 'starter' }],
  data: {
    results: [
      {
        position: 1,
        athlete: { name: 'Bold BAT', country: { code: 'MGL' }, birthDate: '1990-05-01' },
        time: '2:20:20',
      },
      { position: 2, athlete: { name: 'Tuya GAN', country: { code: 'MGL' } }, time: '2:21:20', splits: ['1:10:00'] },
    ],
  },
}

describe('Any JSON', () => {
  test('has a table for each of its lists, the longest first, with fields within fields as columns', () => {
    const [results, officials] = readApi(JSON.stringify(MEETING))
    expect(results?.title).toBe('data.results')
    expect(officials?.title).toBe('officials')
    expect(results?.rows.map(({ cells }) => cells)).toEqual([
      ['1', 'Bold BAT', 'MGL', '1990-05-01', '2:20:20', ''],
      ['2', 'Tuya GAN', 'MGL', '', '2:21:20', '1:10:00'],
    ])
    const titles = { line: 0, raw: '', cells: results?.header ?? [], context: {}, problem: null }
    const columns = guessColumns([titles, ...(results?.rows ?? [])]).columns.map(({ value }) => value)
    expect(columns.slice(0, 5)).toEqual(['place', 'name', 'country', 'birthDate', 'mark'])
  })

  test('may be a bare list, and a document of ours is read as ours', () => {
    expect(readApi(JSON.stringify(MEETING.data.results))[0]?.rows).toHaveLength(2)
    const ours = { name: 'Bold BAT', results: [{ id: 'a', discipline: 'marathon', mark: '2:20:20', date: '2014' }] }
    expect(readApi(JSON.stringify(ours))[0]?.columns).toContain('discipline')
  })

  test('whatever is in it, gives tables whose rows are as wide as their titles', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const { header, rows } of readAnyJson(value)) {
          for (const { cells } of rows) expect(cells).toHaveLength(header?.length ?? 0)
        }
      }),
    )
  })
})
