import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISCIPLINES, type Discipline, type DisciplineSlug, discipline } from './disciplines'
import { formatGap, formatMark, formatWind, parseMark, parseWind } from './marks'

function read(text: string, slug: DisciplineSlug, paraClass?: string) {
  const parsed = parseMark(text, slug, paraClass)
  if (!parsed.ok) throw new Error(`${text} was refused: ${parsed.reason}`)
  return parsed
}

function refusal(text: string, slug: DisciplineSlug, paraClass?: string) {
  const parsed = parseMark(text, slug, paraClass)
  if (parsed.ok) throw new Error(`${text} was read as ${parsed.mark}`)
  return parsed.reason
}

describe('times', () => {
  test('a mark of 73:15 is the same as 1:13:15', () => {
    expect(read('73:15', 'half-marathon')).toEqual(read('1:13:15', 'half-marathon'))
    expect(read('73:15', 'half-marathon')).toEqual({
      ok: true,
      mark: '1:13:15',
      value: 4_395_000,
      precision: 1000,
      timing: null,
      flags: [],
      wind: null,
      warnings: [],
    })
  })

  test('more than a day counts on in hours', () => {
    expect(read('26:10:05', '100k-road')).toMatchObject({ mark: '26:10:05', value: 94_205_000 })
  })

  test.each([
    ['2:08:50', 'marathon', '2:08:50', 7_730_000, 1000],
    ['29:17.72', '10000-metres', '29:17.72', 1_757_720, 10],
    ['14:16.48', '5000-metres', '14:16.48', 856_480, 10],
    ['9.80', '100-metres', '9.80', 9800, 10],
    ['00:00:09.58', '100-metres', '9.58', 9580, 10],
    ['75.31', '400-metres-hurdles', '1:15.31', 75_310, 10],
    ['14:20', '5000-metres', '14:20', 860_000, 1000],
    ['3:56.13', 'mile-road', '3:56.13', 236_130, 10],
    ['3:54.6', 'mile-road', '3:54.6', 234_600, 100],
    ['02:10:55.000', 'marathon', '2:10:55', 7_855_000, 1000],
  ] as const)('%s in the %s is %s', (text, slug, mark, value, precision) => {
    expect(read(text, slug)).toMatchObject({ mark, value, precision, timing: null, warnings: [] })
  })

  test('thousandths that part two athletes in a photo finish are kept', () => {
    expect(read('20.912', '200-metres')).toMatchObject({ mark: '20.912', value: 20_912, precision: 1, warnings: [] })
  })

  test('a time of before electronic timing keeps the precision in which it was written', () => {
    const early = (text: string, slug: DisciplineSlug) => {
      const parsed = parseMark(text, slug, null, '1936-08-09')
      return parsed.ok && [parsed.mark, parsed.value, parsed.precision, parsed.timing, parsed.warnings]
    }
    expect(early('2:29:19.2', 'marathon')).toEqual(['2:29:19.2', 8_959_200, 100, null, []])
    expect(early('2:31:24', 'marathon')).toEqual(['2:31:24', 9_084_000, 1000, null, []])
    expect(early('14:22.2', '5000-metres')).toEqual(['14:22.2', 862_200, 100, null, []])
    expect(early('10.3', '100-metres')).toEqual(['10.3', 10_300, 100, null, []])
    expect(early('30:15.4h', '10000-metres')).toEqual(['30:15.4h', 1_815_400, 100, 'HAND', []])
    expect(parseMark('14:22.2', '5000-metres', null, '1977-01-01')).toMatchObject({ mark: '14:22.20', precision: 10 })
  })

  test('a time in whole minutes stays one, where the text names its units', () => {
    for (const text of ['2 h 31 min', '2h31', '2 hours 31 minutes', '2時間31分', '151 min']) {
      expect(read(text, 'marathon')).toMatchObject({ mark: '2 h 31 min', value: 9_060_000, precision: 60_000 })
    }
    expect(read('58min', '10k-road')).toMatchObject({ mark: '58 min', precision: 60_000 })
  })

  test('a road race is rounded up to the whole second, and says so', () => {
    const { warnings, ...parsed } = read('2:09:44.3', 'marathon')
    expect(parsed).toMatchObject({ mark: '2:09:45', value: 7_785_000, precision: 1000 })
    expect(warnings).toEqual(['Read as 2:09:45: road marks are rounded up to the whole second.'])
  })

  test('only an explicit h makes a hand time', () => {
    expect(read('10.5h', '100-metres')).toMatchObject({
      mark: '10.5h',
      value: 10_500,
      precision: 100,
      timing: 'HAND',
      flags: ['h'],
      warnings: [],
    })
    expect(read('2:13.9h', '800-metres')).toMatchObject({ mark: '2:13.9h', value: 133_900, timing: 'HAND' })
    expect(read('10.52h', '100-metres')).toMatchObject({
      mark: '10.6h',
      value: 10_600,
      precision: 100,
      warnings: ['Read as 10.6h: hand times are rounded up to 0.1 s.'],
    })
  })

  test('9.8 on the track is 9.80 that lost its zero in a spreadsheet, not a hand time', () => {
    const parsed = read('9.8', '100-metres')
    expect(parsed).toMatchObject({ mark: '9.80', value: 9800, precision: 10, timing: null })
    expect(parsed.warnings).toEqual([expect.stringContaining('spreadsheet')])
    expect(read('10', '100-metres')).toMatchObject({ mark: '10.00', precision: 10, warnings: [expect.any(String)] })
    expect(read('13:22.8', '5000-metres')).toMatchObject({ mark: '13:22.80', precision: 10, timing: null })
  })

  test.each([
    ['2h08:50', 'marathon', '2:08:50'],
    ['2hr.19min.05sec', 'marathon', '2:19:05'],
    ['2h 8m 50s', 'marathon', '2:08:50'],
    ['2 hours 8 minutes 50 seconds', 'marathon', '2:08:50'],
    ['2h08\'50"', 'marathon', '2:08:50'],
    ['29’17”72', '10000-metres', '29:17.72'],
    ['50.31 s', '400-metres', '50.31'],
    ['2:26,39', '1000-metres', '2:26.39'],
    ['２：０８：５０', 'marathon', '2:08:50'],
    ['2時間8分50秒', 'marathon', '2:08:50'],
    ['２９分１７秒７２', '10000-metres', '29:17.72'],
    ['  2:08:50 ', 'marathon', '2:08:50'],
  ] as const)('%s in the %s is understood without a warning', (text, slug, mark) => {
    expect(read(text, slug)).toMatchObject({ mark, warnings: [] })
  })

  test.each([
    ['2:08.50', 'marathon', '2:08:50'],
    ['2.08.50', 'marathon', '2:08:50'],
    ['2:26,39', 'marathon', '2:26:39'],
    ['30.08', '10k-road', '30:08'],
    ['1.43', '800-metres', '1:43'],
    ['14.16.48', '5000-metres', '14:16.48'],
  ] as const)('%s in the %s is read with colons, and says so', (text, slug, mark) => {
    expect(read(text, slug)).toMatchObject({
      mark,
      warnings: [`Read as ${mark}: a dot or comma stands where a colon belongs.`],
    })
  })

  test('a sprint is never read with colons', () => {
    expect(refusal('1.50', '100-metres')).toContain('1.50 s')
  })

  test.each([
    ['22:08', 'marathon', '22 min 8 s'],
    ['2:08', 'marathon', '2 min 8 s'],
    ['8.00', '100-metres', '9.40'],
    ['14:16:48', '5000-metres', '14 h 16 min 48 s'],
    ['999:59:59', 'road-relay', '999 h'],
    ['2:8:50', 'marathon', 'two digits'],
    ['2h75', 'marathon', '00–59'],
    ['8 min', '10k-road', '8 min'],
    ['926', '3000-metres', 'not a time'],
    ['-9.58', '100-metres', 'negative'],
    ['−9.58', '100-metres', 'negative'],
    ['', 'marathon', 'no mark'],
    ['–', 'marathon', 'no mark'],
    [' \n', 'marathon', 'no mark'],
    ['DNF', 'marathon', 'status'],
    ['fast', 'marathon', 'not a time'],
    ['9.58²', '100-metres', 'not a time'],
    ['10.23 NR', '100-metres', 'not a time'],
    ['10.2345', '100-metres', 'not a time'],
    ['99999999999999999999', '100-metres', 'not a time'],
    ['2:08:50'.repeat(1000), 'marathon', 'too long'],
  ] as const)('%s in the %s is refused with the reason', (text, slug, reason) => {
    expect(refusal(text, slug)).toContain(reason)
  })

  // A clock that shows 60 has not been carried on; digits that changed places are a slip of the typist.
  test.each([
    ['2:30:60', 'marathon', 'Seconds must be 00–59. Did you mean 2:31:00?'],
    ['2:31:93', 'marathon', 'Seconds must be 00–59. Did you mean 2:31:39?'],
    ['2:31:300', 'marathon', 'Seconds must be 00–59. Did you mean 2:31:30?'],
    ['2:31:88', 'marathon', 'Seconds must be 00–59.'],
    ['24:61', '5000-metres', 'Seconds must be 00–59. Did you mean 24:16?'],
    ['14:61.48', '5000-metres', 'Seconds must be 00–59. Did you mean 14:16.48?'],
    ['2:75:10', 'marathon', 'Minutes must be 00–59. Did you mean 2:57:10?'],
    ['1:60:00', 'marathon', 'Minutes must be 00–59. Did you mean 2:00:00?'],
    ['0:93:10', 'marathon', 'Minutes must be 00–59.'],
    ['2:75:93', 'marathon', 'Minutes and seconds must be 00–59.'],
  ] as const)('%s in the %s is refused; what the digits suggest is proposed', (text, slug, reason) => {
    expect(refusal(text, slug)).toBe(reason)
  })

  test('a wheelchair race may be faster than any runner', () => {
    expect(refusal('1:17:47', 'marathon')).toContain('1:57:00')
    expect(refusal('1:17:47', 'marathon', 'T46')).toContain('1:57:00')
    expect(read('1:17:47', 'marathon', 'T54').mark).toBe('1:17:47')
    expect(refusal('22:08', 'marathon', 'T54')).toContain('22 min 8 s')
  })
})

describe('heights, distances and points', () => {
  test.each([
    ['8.95', 'long-jump', '8.95', 8950],
    ['8,95', 'long-jump', '8.95', 8950],
    ['8.95 m', 'long-jump', '8.95', 8950],
    ['8m95', 'long-jump', '8.95', 8950],
    ['8 m', 'long-jump', '8.00', 8000],
    ['104.80', 'javelin-throw', '104.80', 104_800],
    ['8312', 'decathlon', '8312', 8312],
    ['8,312', 'decathlon', '8312', 8312],
    ['8312.0', 'decathlon', '8312', 8312],
  ] as const)('%s in the %s is %s', (text, slug, mark, value) => {
    expect(read(text, slug)).toMatchObject({ mark, value, precision: discipline(slug).precision, warnings: [] })
  })

  test.each([
    ['43-01.00', 'triple-jump', '13.13'],
    ['43\' 1"', 'triple-jump', '13.13'],
    ['43 ft 1 in', 'triple-jump', '13.13'],
    ['43-01½', 'triple-jump', '13.14'],
    ['29-2.5', 'long-jump', '8.90'],
  ] as const)('%s in the %s is converted to %s m, never upwards, and says so', (text, slug, mark) => {
    expect(read(text, slug)).toMatchObject({ mark, warnings: [`Read as ${mark}: feet and inches were converted.`] })
  })

  test('a jump that lost its zero is put right, and says so', () => {
    expect(read('8.9', 'long-jump')).toMatchObject({ mark: '8.90', value: 8900, warnings: [expect.any(String)] })
  })

  test('a distance finer than a centimetre is rounded down, and says so', () => {
    expect(read('8.959', 'long-jump')).toMatchObject({ mark: '8.95', value: 8950, warnings: [expect.any(String)] })
  })

  test.each([
    ['43-12', 'triple-jump', 'twelve inches'],
    ['10.20', 'long-jump', '9.40'],
    ['8:95', 'long-jump', 'not a height or a distance'],
    ['8.95h', 'long-jump', 'by hand'],
    ['12000', 'decathlon', '9700'],
    ['8312.5', 'decathlon', 'whole number'],
    ['1e3', 'decathlon', 'not a score'],
  ] as const)('%s in the %s is refused with the reason', (text, slug, reason) => {
    expect(refusal(text, slug)).toContain(reason)
  })
})

describe('what stands beside a mark', () => {
  test.each([
    ['8.95 (+0.3)', 300, []],
    ['8.95 (0.3)', 300, []],
    ['8.95 +0.3', 300, []],
    ['8.95 −0.2 m/s', -200, []],
    ['8.99Aw (+4.4)', 4400, ['A', 'w']],
    ['8.99 (+4.4) A', 4400, ['A']],
    ['8.50i', null, ['i']],
    ['8.50 x', null, ['x']],
    ['8.50WW', null, ['W']],
  ] as const)('%s has its wind and its flags taken off', (text, wind, flags) => {
    expect(read(text, 'long-jump')).toMatchObject({ mark: text.slice(0, 4), wind, flags })
  })

  test('a downhill course and an intermediate time are flags', () => {
    expect(read('2:08:50dh', 'marathon').flags).toEqual(['dh'])
    expect(read('29:17.72+', '10000-metres').flags).toEqual(['+'])
    expect(read('2:08:50 e', 'marathon').flags).toEqual(['e'])
  })

  test('a wind that was not read is no wind of zero', () => {
    expect(read('8.95 (NWI)', 'long-jump')).toMatchObject({ wind: null, warnings: ['No wind was read.'] })
  })

  test('what is no wind is not dropped in silence', () => {
    expect(refusal('8.95 (NR)', 'long-jump')).toContain('“NR” is not a wind reading')
  })

  test('the wind is read to the next tenth in the positive direction', () => {
    expect(['+0.7', '0.7', '−0,2 m/s', '+2.03', '-2.03', '-0.03', '0'].map(parseWind)).toEqual([
      700, 700, -200, 2100, -2000, 0, 0,
    ])
    expect(['', 'NWI', '+', '25.0', '1:2', '+-2.0'].map(parseWind)).toEqual([null, null, null, null, null, null])
  })

  test('the wind is written with its sign, the minus a true one', () => {
    expect([700, 0, -200].map(formatWind)).toEqual(['+0.7 m/s', '0.0 m/s', '\u22120.2 m/s'])
  })
})

describe('how far somebody came in a race of a fixed time', () => {
  test.each([
    ['21,330 m', 'one-hour', 21_330_000, '21,330 m'],
    ['21330', 'one-hour', 21_330_000, '21,330 m'],
    ['21.330 km', 'one-hour', 21_330_000, '21,330 m'],
    ['9 876 m', 'one-hour', 9_876_000, '9,876 m'],
    ['319.614 km', '24-hours', 319_614_000, '319.614 km'],
    ['270,116', '24-hours', 270_116_000, '270.116 km'],
  ] as const)('%s in the discipline %s', (text, slug, value, mark) => {
    expect(read(text, slug)).toMatchObject({ value, mark, precision: 1000, warnings: [] })
  })

  test('counts no incomplete metre, and cannot be more than anybody ran', () => {
    expect(read('20944.90 m', 'one-hour')).toMatchObject({
      value: 20_944_000,
      warnings: [expect.stringMatching(/metre/)],
    })
    expect(refusal('85.30', 'one-hour')).toMatch(/lie between/)
  })
})

test.each([
  [130_000, 1000, 'marathon', '2 min 10 s'],
  [-806_000, 1000, 'marathon', '13 min 26 s'],
  [7_384_000, 1000, 'marathon', '2 h 3 min 4 s'],
  [120_000, 1000, 'marathon', '2 min'],
  [0, 1000, 'marathon', '0 s'],
  [350, 10, '100-metres', '0.35 s'],
  [62_480, 10, '5000-metres', '1 min 2.48 s'],
  [120, 10, 'long-jump', '12 cm'],
  [1250, 10, 'javelin-throw', '1.25 m'],
  [156, 1, 'decathlon', '156 points'],
  [45_000, 60_000, 'marathon', 'less than 1 min'],
  [740_000, 60_000, 'marathon', '12 min'],
  [45_000, 1000, 'one-hour', '45 m'],
  [1_250_000, 1000, '24-hours', '1.250 km'],
  [1, 1, 'decathlon', '1 point'],
] as const)('a gap of %i to the %i in the %s is told as %s', (value, precision, slug, text) => {
  expect(formatGap(value, precision, slug)).toBe(text)
})

describe('for any mark and any text', () => {
  type Mark = { rules: Discipline; value: number; precision: number; suffix: string }

  /** How a discipline's marks can be published: "10.5" on the track is a hand time, and only its h tells. */
  function waysToPublish({
    surface,
    unit,
    precision,
  }: Discipline): { precision: number; suffix: string; from: number }[] {
    const finely = [1, 10, 100, 1000]
    if (surface === 'TRACK' && unit === 'MILLISECOND') {
      const hand = { precision: 100, suffix: 'h', from: 0 }
      const wholeSeconds = { precision: 1000, suffix: '', from: 60_000 }
      return [hand, wholeSeconds, ...[1, 10].map((step) => ({ precision: step, suffix: '', from: 0 }))]
    }
    const steps =
      surface === 'ROAD' && unit === 'MILLISECOND'
        ? [...(precision < 1000 ? finely : [precision]), 60_000]
        : [precision]
    return steps.map((step) => ({ precision: step, suffix: '', from: 0 }))
  }

  const ways = DISCIPLINES.flatMap((rules) => waysToPublish(rules).map((way) => ({ rules, ...way })))
  const publishable = ways.filter(({ rules, from }) => rules.plausible.most >= from)
  const anyMark = fc.constantFrom(...publishable).chain(({ rules, precision, suffix, from }): fc.Arbitrary<Mark> => {
    const min = Math.ceil(Math.max(rules.plausible.least, from) / precision)
    const max = Math.floor(rules.plausible.most / precision)
    return fc.integer({ min, max }).map((steps) => ({ rules, value: steps * precision, precision, suffix }))
  })
  const anySlug = fc.constantFrom(...DISCIPLINES.map(({ slug }) => slug))
  const pieces = fc.constantFrom(...':.,\'"-+()hmsiAwWx e½：９時分秒−', 'dh', '+0.3', 'ft', 'NWI')
  const likeAMark = fc.array(fc.oneof(fc.nat(99).map(String), pieces), { maxLength: 8 }).map((texts) => texts.join(''))
  const anyText = fc.oneof({ weight: 1, arbitrary: fc.string({ unit: 'binary' }) }, { weight: 4, arbitrary: likeAMark })

  test('what is written is read back as the same mark', () => {
    fc.assert(
      fc.property(anyMark, ({ rules, value, precision, suffix }) => {
        const text = formatMark(value, precision, rules.slug)
        expect(read(text + suffix, rules.slug)).toMatchObject({ mark: text + suffix, value, precision, warnings: [] })
      }),
      { numRuns: 2000 },
    )
  })

  test('reading never throws, and finds whole numbers within the bounds of the discipline or gives a reason', () => {
    fc.assert(
      fc.property(anyText, anySlug, (text, slug) => {
        const parsed = parseMark(text, slug)
        if (!parsed.ok) {
          expect(parsed.reason).toMatch(/[.?]$/)
          return
        }
        const { least, most } = discipline(slug).plausible
        for (const number of [parsed.value, parsed.precision, parsed.wind ?? 0])
          expect(number).toSatisfy(Number.isInteger)
        expect(parsed.value % parsed.precision).toBe(0)
        expect(parsed.value).toBeGreaterThanOrEqual(least)
        expect(parsed.value).toBeLessThanOrEqual(most)
      }),
      { numRuns: 5000 },
    )
  })

  test('a wind that is written is read back as the same wind', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (tenths) => {
        expect(parseWind(formatWind(tenths * 100 + 0))).toBe(tenths * 100 + 0)
      }),
    )
  })
})
