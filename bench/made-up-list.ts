import { seeded } from './crowd'

/**
 * A federation's list of made-up people: a fifth as many athletes as rows, and a twelfth as many meetings; the same for
 * the same seed.
 */
export async function* madeUpList(rows: number, seed = 1): AsyncGenerator<Uint8Array> {
  const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
  const COUNTRIES = ['KEN', 'ETH', 'JPN', 'USA', 'MAR', 'UGA', 'GBR', 'MGL', 'POL', 'BRA']
  const random = seeded(seed)
  const next = (below: number) => {
    return Math.floor(random() * below)
  }
  const word = (n: number) => {
    let text = ''
    for (let rest = n + 700; rest > 0; rest = Math.floor(rest / 70))
      text += `${'bdfgklmnprstvz'[rest % 14]}${'aeiou'[rest % 5]}`
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  yield Buffer.from('"",Rank,Mark,Competitor,DOB,Nat,Pos,Venue,Date,Results Score\n')
  let lines = ''
  const ran = new Set<string>()
  for (let row = 0; row < rows; row++) {
    const athlete = next(Math.ceil(rows / 5))
    const meeting = next(Math.ceil(rows / 12))
    const country = COUNTRIES[athlete % 10]
    const total = 7_400 + Math.floor((row * 1_600) / rows)
    const mark = `${Math.floor(total / 3600)}:${String(Math.floor(total / 60) % 60).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
    const born = `${String((athlete % 28) + 1).padStart(2, '0')} ${MONTHS[athlete % 12]} ${1960 + (athlete % 25)}`
    const date = `${String((meeting % 28) + 1).padStart(2, '0')} ${MONTHS[meeting % 12]} ${2000 + (meeting % 23)}`
    // Nobody runs two marathons on a day.
    if (ran.has(`${athlete} ${date}`)) continue
    ran.add(`${athlete} ${date}`)
    lines += `${row},${row + 1},${mark},${word(athlete)} ${word(athlete * 7 + 3).toUpperCase()},${born},${country},${next(60) + 1},${word(meeting)} (${COUNTRIES[meeting % 10]}),${date},1000\n`
    if (lines.length > 60_000) {
      yield Buffer.from(lines)
      lines = ''
    }
  }
  yield Buffer.from(lines)
}
