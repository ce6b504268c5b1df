/**
 * What the columns of a table hold: told from their titles, in the languages of the lists that reach us, and where the
 * titles say nothing, or are missing, from the cells.
 */
import { findCountry } from '../sport/countries'
import { parseWind } from '../sport/marks'
import { disciplineOf, sexOf } from './context'
import { readListDate } from './dates'
import type { Column, Guess, RawRow } from './listing'
import { readPlace, readRound } from './place'

export interface GuessedColumns {
  /** Whether the first row holds the titles of the columns. */
  header: boolean
  reason: string
  /** One for each cell of the widest row; null where nothing tells what the column is. */
  columns: Guess<Column | null>[]
}

/** Titles as `titleKey` leaves them, parted by commas. A title of ours counts as much as anybody else's. */
const TITLES: readonly (readonly [Column, string])[] = [
  [
    'rank',
    'rank, rk, ranking, rang, rg, ranglistenplatz, all time rank, world rank, ランキング, ранг, рейтинг, эрэмбэ',
  ],
  [
    'place',
    `pos, position, place, placing, placement, finish, finish place, finishing position, overall, overall place, platz,
     platzierung, plz, pl, classement, place finale, puesto, posicion, clasificacion, piazzamento, posizione, lugar,
     colocacao, 順位, 着順, 総合順位, место, байр, байр эзлэлт`,
  ],
  [
    'mark',
    `mark, time, result, results, performance, perf, marks, finish time, official time, gun time, final time, best,
     distance cleared, height, zeit, leistung, ergebnis, bruttozeit, endzeit, weite, hohe, temps, chrono, performances,
     marca, tiempo, resultado, tempo, risultato, prestazione, 記録, タイム, 成績, 結果, 公式記録, результат, время,
     амжилт, ур дун, хугацаа`,
  ],
  ['wind', 'wind, wind m/s, wind ms, w, vent, viento, vento, 風速, 風, 風力, ветер, салхи'],
  [
    'name',
    `name, competitor, competitors, athlete, athletes, athlete name, competitor name, full name, fullname, runner,
     participant, participants, winner, nom et prenom, nom prenom, athlete nom, coureur, nombre, nombre y apellidos,
     atleta, corredor, sportler, sportlerin, athlet, athletin, laufer, teilnehmer, nome, 氏名, 選手, 選手名, 名前,
     競技者, 競技者名, участник, участники, спортсмен, спортсменка, фамилия имя, имя фамилия, фио, ф и о, нэр,
     тамирчин, овог нэр, тамирчны нэр`,
  ],
  [
    'givenName',
    'first name, firstname, given name, given names, givenname, forename, vorname, prenom, 名, имя, оорийн нэр',
  ],
  [
    'familyName',
    `last name, lastname, surname, family name, familyname, nachname, familienname, nom de famille, apellido, apellidos,
     cognome, sobrenome, 姓, фамилия, овог`,
  ],
  [
    'birthDate',
    `dob, d o b, born, birth, birthdate, birth date, date of birth, birthday, yob, birth year, year of birth, geb,
     geboren, geburtsdatum, geburtstag, jahrgang, jg, naissance, ne, nee, ne e, date de naissance, annee de naissance,
     fecha de nacimiento, nacimiento, ano de nacimiento, data di nascita, nascita, nascimento, data de nascimento,
     生年月日, 生年, 誕生日, дата рождения, год рождения, г р, торсон огноо, торсон он`,
  ],
  [
    'country',
    `nat, nation, nationality, country, country code, noc, ioc, ctry, land, nationalitat, staat, pays, nationalite,
     pais, nacionalidad, nazione, nazionalita, 国, 国籍, 国名, 国 地域, страна, гражданство, улс, иргэншил, athlete country`,
  ],
  [
    'affiliation',
    `club, affiliation, team, team name, verein, school, university, college, company, organisation, organization,
     equipe, ecole, equipo, societa, squadra, equipe club, 所属, 所属先, チーム, チーム名, 学校, 大学, клуб, команда,
     общество, баг, хамт олон`,
  ],
  ['sex', 'sex, gender, m f, m/f, geschlecht, sexe, sexo, genere, 性別, пол, хуйс'],
  [
    'discipline',
    'discipline, event, events, distance, disziplin, strecke, epreuve, prueba, disciplina, gara, prova, 種目, 競技種目, 距離, дисциплина, вид, дистанция, торол, зай',
  ],
  [
    'round',
    'round, phase, stage, race, heat, runde, lauf, tour, serie, ronda, turno, fase, ラウンド, 組, 予決, раунд, круг, забег, шат',
  ],
  [
    'date',
    `date, dates, day, race date, event date, date of race, competition date, datum, tag, jour, fecha, data, dia, 日付,
     期日, 年月日, 開催日, 日時, 実施日, дата, день, огноо, он сар одор`,
  ],
  ['year', 'year, season, jahr, saison, annee, ano, anno, 年, 年度, год, сезон, он'],
  [
    'competition',
    `competition, competitions, competition name, meeting, meet, event name, race name, championship, championships,
     tournament, games, wettkampf, wettbewerb, veranstaltung, competencia, competicion, manifestation, manifestazione,
     competicao, 大会, 大会名, 競技会, 競技会名, レース, соревнование, соревнования, турнир, тэмцээн, тэмцээний нэр`,
  ],
  [
    'venue',
    `venue, location, stadium, site, ort, wettkampfort, stadion, lieu, stade, sede, estadio, luogo, localita, local, 会場,
     場所, 競技場, место проведения, стадион, байршил, газар, болсон газар`,
  ],
  ['city', 'city, town, host city, stadt, ville, ciudad, citta, cidade, 都市, 開催地, 開催都市, город, хот'],
  ['hostCountry', 'host country, competition country, venue country, event country'],
  ['classification', 'classification'],
  ['records', 'record, records, rec'],
  ['status', 'status'],
  [
    'note',
    `note, notes, remark, remarks, comment, comments, qual, qualification, q, bemerkung, bemerkungen, remarque,
     remarques, observaciones, 備考, примечание, примечания, тайлбар`,
  ],
  [
    'ignored',
    `index, idx, no, nr, num, number, id, result id, athlete id, bib, bib no, bib number, startnr, startnummer, dossard,
     dorsal, ゼッケン, ナンバー, 番号, nummer, unnamed 0, results score, result score, score, points, pts, wa points,
     punkte, lane, bahn, couloir, レーン, дорожка, reaction, reaction time, rt, gap, diff, behind, age, alter, age group rank,
     net time, chip time, nettozeit, pace, url, link, source, sources, date precision, edition, category, value, unit,
     disputed, updated, rowid`,
  ],
]

const columnByTitle = new Map<string, Column>(
  TITLES.flatMap(([column, titles]) => titles.split(',').map((title): [string, Column] => [titleKey(title), column])),
)

/** How many rows are looked at. */
const MOST_ROWS = 300

/** No more of a cell is looked at, in characters. */
const LONGEST_CELL = 200

/** A column is what at least this share of its filled cells are. */
const MOSTLY = 0.8

/**
 * What each column is, from the first rows of a table (a few hundred are enough). Titles count first, then the cells;
 * a title whose cells say otherwise ("Place" over names of towns, "Team" over nations) gives way to them.
 */
export function guessColumns(rows: readonly RawRow[]): GuessedColumns {
  const read = rows.slice(0, MOST_ROWS).filter(({ problem }) => problem === null)
  const titles = read[0]?.cells ?? []
  const { header, reason } = guessHeader(
    titles,
    read.slice(1).map(({ cells }) => cells),
  )
  const body = (header ? read.slice(1) : read).map(({ cells }) => cells)
  const width = read.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const samples = Array.from({ length: width }, (_, at) =>
    body.map((cells) => (cells[at] ?? '').slice(0, LONGEST_CELL).trim()).filter((cell) => !EMPTY.test(cell)),
  )
  const columns = samples.map((cells, at): Guess<Column | null> | null => {
    const title = header ? (titles[at] ?? '').trim() : ''
    if (header && title === '' && (isCounting(cells) || isAscending(cells)))
      return { value: 'ignored', reason: 'It has no title and counts the rows.' }
    return title === '' ? null : byTitle(title, cells)
  })
  settleTitles(columns, header ? titles : [])
  marksAmongNotes(columns, samples)
  guessByContent(columns, samples)
  return { header, reason, columns: asOneRace(columns, samples).map((guess) => guess ?? UNKNOWN) }
}

const UNKNOWN: Guess<Column | null> = { value: null, reason: 'Neither a title nor its cells tell what it is.' }

const EMPTY = /^(?:|-+|–|—|\?|n\/a|nan|null|none)$/i

/** What a title says, in words of many languages; null for a title that is not known. */
export function columnOfTitle(title: string): Column | null {
  return columnByTitle.get(titleKey(title)) ?? null
}

/** Lower case, no accents, no signs: "D.O.B." and "dob" differ only in blanks. */
function titleKey(title: string): string {
  return title
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/(?<=[a-zа-яёүө])\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('ү', 'у')
    .replaceAll('ө', 'о')
    .replace(/\((?!m\/s)[^)]*\)/g, ' ')
    .replace(/[^\p{L}\d/]+/gu, ' ')
    .trim()
}

function guessHeader(first: readonly string[], body: readonly string[][]): { header: boolean; reason: string } {
  const filled = first.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const known = filled.filter((cell) => columnOfTitle(cell) !== null)
  const isData = filled.some(
    (cell) => TIME.test(cell) || (/\d/.test(cell.replace(/^\D*$/, '')) && dayOf(cell) !== null),
  )
  const named = known.slice(0, 3).join(', ')
  if (known.length >= 2 && known.length * 2 >= filled.length && !isData) {
    return { header: true, reason: `The first line names the columns ${named}${known.length > 3 ? ' …' : ''}.` }
  }
  if (known.length > 0 && filled.length <= 2 && !isData) {
    return { header: true, reason: `The first line names the column ${named}.` }
  }
  if (isData) return { header: false, reason: 'The first line holds a mark or a date already.' }
  const isNumbered = (cells: readonly string[]) => cells.some((cell) => /\d/.test(cell))
  const othersAre = body.length > 0 && body.slice(0, 20).every(isNumbered)
  if (filled.length >= 2 && !isNumbered(first) && othersAre) {
    return { header: true, reason: 'The first line has no numbers, and all others have.' }
  }
  return { header: false, reason: 'The first line looks like those below it.' }
}

function byTitle(title: string, cells: readonly string[]): Guess<Column | null> | null {
  const named = columnOfTitle(title)
  if (named === null) return null
  const called = (value: Column): Guess<Column> => ({ value, reason: `Its title is “${title}”.` })
  const but = (value: Column, what: string): Guess<Column> => ({
    value,
    reason: `Its title is “${title}”, but its cells are ${what}.`,
  })
  if (cells.length === 0) return called(named)
  const are = (test: (cell: string) => boolean) => share(cells, test) >= MOSTLY
  if (
    named === 'place' &&
    share(cells, isPlace) < 0.3 &&
    are((cell) => /\p{L}{3}/u.test(cell) && !isPlaceOrStatus(cell))
  ) {
    return but('venue', 'names of places')
  }
  if (named === 'mark' && are((cell) => /^\d{1,3}(?:st|nd|rd|th)\b/.test(cell))) return but('place', 'places')
  if (named === 'affiliation' && are(isCountryCode)) return but('country', 'countries')
  if (named === 'discipline' && !are((cell) => disciplineOf(cell) !== null)) {
    if (are((cell) => TIME.test(cell) || DECIMAL.test(cell))) return but('mark', 'marks')
    if (share(cells, (cell) => disciplineOf(cell) !== null) < 0.3 && !are((cell) => cell.length < 4)) {
      return but('competition', 'no disciplines')
    }
  }
  if (named === 'round' && are((cell) => TIME.test(cell))) return but('mark', 'marks')
  if (named === 'round' && !are((cell) => readRound(cell) !== null || /^\d{1,3}$/.test(cell)))
    return but('competition', 'no rounds')
  if (named === 'year' && are((cell) => /\d\D+\d/.test(cell) && dayOf(cell) !== null)) return but('date', 'dates')
  return called(named)
}

/** What titles mean beside each other. */
function settleTitles(columns: (Guess<Column | null> | null)[], titles: readonly string[]): void {
  const at = (column: Column) => columns.findIndex((guess) => guess?.value === column)
  const keys = titles.map(titleKey)
  const settle = (index: number, value: Column, reason: string) => {
    columns[index] = { value, reason: `Its title is “${titles[index]?.trim()}”${reason}.` }
  }
  // "Nom" is a surname beside "Prénom", and a whole name alone.
  for (const [index, key] of keys.entries()) {
    if (['nom', 'noms'].includes(key)) {
      const isFamily = at('givenName') >= 0
      settle(index, isFamily ? 'familyName' : 'name', isFamily ? ', and given names have a column of their own' : '')
    }
    if (['name', 'nombre', 'nome', 'нэр'].includes(key) && at('givenName') >= 0 && at('familyName') < 0) {
      settle(index, 'familyName', ', and given names have a column of their own')
    }
    if (['name', 'nombre', 'nome', 'нэр', 'имя'].includes(key) && at('familyName') >= 0 && at('givenName') < 0) {
      settle(index, 'givenName', ', and surnames have a column of their own')
    }
    if (key === 'имя' && at('familyName') < 0) settle(index, 'name', '')
    // In combined events the points are the mark, unless another column is.
    if (['points', 'pts', 'punkte', 'score'].includes(key) && at('mark') < 0)
      settle(index, 'mark', ', and no other column holds marks')
    if (['net time', 'chip time', 'nettozeit'].includes(key) && at('mark') < 0) settle(index, 'mark', '')
    // "Country" behind the city or the venue is that of the competition, if athletes have one of their own or no name.
    const isBehindCity = ['city', 'venue'].includes(columns[index - 1]?.value ?? '')
    if (
      key === 'country' &&
      isBehindCity &&
      (columns.filter((one) => one?.value === 'country').length > 1 || at('name') < 0)
    ) {
      settle(index, 'hostCountry', ' and it follows the city')
    }
  }
  const seen = new Map<Column, number>()
  for (const [index, guess] of columns.entries()) {
    if (!guess?.value || guess.value === 'ignored' || guess.value === 'note') continue
    const before = seen.get(guess.value)
    if (before === undefined) seen.set(guess.value, index)
    else settle(index, 'ignored', `, but “${titles[before]?.trim()}” is taken for the same`)
  }
}

const TIME = /^(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?[hiA]?$|^\d{1,2}h\d{2}['m:]?\d{2}|^\d{1,3}['′分]\d{2}/
const DECIMAL = /^\d{1,3}[.,]\d{1,3}[hiAwm]{0,2}$/
const INTEGER = /^\d{1,6}(?:\.0)?$/

/** What the cells say of columns whose titles say nothing; every kind of column is given once. */
function guessByContent(columns: (Guess<Column | null> | null)[], samples: readonly (readonly string[])[]): void {
  const isTaken = (column: Column) => columns.some((guess) => guess?.value === column)
  const open = () => samples.flatMap((cells, at) => (columns[at] === null && cells.length > 0 ? [{ cells, at }] : []))
  const give = (at: number, value: Column, what: string) => {
    columns[at] = { value, reason: `Its cells ${what}.` }
  }
  const giveFirst = (column: Column, what: string, test: (cell: string) => boolean, least = MOSTLY) => {
    if (isTaken(column)) return
    const found = open().find(({ cells }) => share(cells, test) >= least)
    if (found) give(found.at, column, what)
  }

  giveFirst('mark', 'are times', (cell) => TIME.test(cell) || isStatus(cell))
  giveFirst('venue', 'name places and their countries', (cell) => /\p{L}.*\([A-Z]{3}\)(?: \(i\))?$/u.test(cell), 0.6)
  giveFirst('country', 'are codes of countries', isCountryCode)
  giveFirst('sex', 'are M and F', (cell) => /^[mfwx男女]$/i.test(cell) || (sexOf(cell) !== null && cell.length < 10))

  // Two columns of dates are of births and of races; races are the later ones.
  const dates = open()
    .filter(({ cells }) => share(cells, (cell) => dayOf(cell) !== null || YEAR.test(cell)) >= MOSTLY)
    .map(({ cells, at }) => ({ at, median: median(cells), areYears: share(cells, (cell) => YEAR.test(cell)) > 0.5 }))
    .sort((a, b) => (a.median < b.median ? 1 : -1))
  for (const { at, areYears } of dates) {
    const column = isTaken('date') || isTaken('year') ? 'birthDate' : areYears ? 'year' : 'date'
    if (!isTaken(column))
      give(at, column, column === 'birthDate' ? 'are the earlier dates' : areYears ? 'are years' : 'are dates')
  }
  giveFirst('discipline', 'name disciplines', (cell) => disciplineOf(cell) !== null)

  // Where no column holds times, marks are the decimals that are not winds.
  const isSigned = (cells: readonly string[]) => cells.some((cell) => /^[+−-]/.test(cell))
  const decimals = () =>
    open().filter(
      ({ cells }) => share(cells, (cell) => DECIMAL.test(cell) || isStatus(cell)) >= MOSTLY && !isSigned(cells),
    )
  if (!isTaken('mark')) {
    const best = decimals().sort((a, b) => figure(b.cells) - figure(a.cells))[0]
    if (best && figure(best.cells) > 2.5 && !isFloats(best.cells)) give(best.at, 'mark', 'are decimal numbers')
  }
  giveFirst(
    'wind',
    'are small decimal numbers',
    (cell) => /^[+−-]?\d[.,]\d(?: ?m\/s)?$/.test(cell) && parseWind(cell) !== null,
  )
  for (const { cells, at } of open()) {
    if (!isCounting(cells) && (share(cells, isPlace) === 0 || share(cells, isPlaceOrStatus) < MOSTLY)) continue
    if (isCounting(cells) || isAscending(cells)) {
      // Of two columns that count, the first one numbers the lines.
      const isIndex = isTaken('rank') || open().some((other) => other.at > at && isAscending(other.cells))
      give(at, isIndex ? 'ignored' : 'rank', isIndex ? 'count the rows' : 'count upwards')
    } else if (figure(cells) > 300 || figure(cells) === 0) {
      if (isTaken('mark')) give(at, 'ignored', 'are scores')
      else give(at, 'mark', 'are points')
    } else if (!isTaken('place')) give(at, 'place', 'are places')
  }
  giveFirst('name', 'are names of people', isName)
}

/** Tables of careers give the mark among the notes. */
function marksAmongNotes(columns: (Guess<Column | null> | null)[], samples: readonly (readonly string[])[]): void {
  if (columns.some((guess) => guess?.value === 'mark')) return
  const isMark = (cell: string) => TIME.test(cell) || DECIMAL.test(cell) || isStatus(cell)
  const at = columns.findIndex((guess, index) => guess?.value === 'note' && share(samples[index] ?? [], isMark) >= 0.5)
  if (at >= 0) columns[at] = { value: 'mark', reason: 'Its title is of notes, but most of its cells are marks.' }
}

/** Where nothing tells of different days or competitions, the table is of one race. */
function asOneRace(
  columns: (Guess<Column | null> | null)[],
  samples: readonly (readonly string[])[],
): (Guess<Column | null> | null)[] {
  const has = (...wanted: Column[]) => columns.some((guess) => guess?.value && wanted.includes(guess.value))
  if (has('date', 'year', 'venue', 'competition')) return columns
  return columns.map((guess, at) => {
    if (guess?.value === 'rank' && !has('place', 'city')) {
      return {
        value: 'place',
        reason: 'Ranks, and as nothing tells of different days or towns, the places of one race.',
      }
    }
    if (guess?.value === 'city' && new Set(samples[at]).size > 1) {
      return { value: 'ignored', reason: 'Towns, but those of one race differ only as the homes of its runners.' }
    }
    return guess
  })
}

const YEAR = /^(?:18[5-9]\d|19\d\d|20\d\d)(?:\.0)?$/

function dayOf(cell: string): string | null {
  if (!/\d/.test(cell) || YEAR.test(cell) || INTEGER.test(cell) || DECIMAL.test(cell)) return null
  return readListDate(cell, { dayOrder: 'DMY', century: 2099 })?.date ?? null
}

/** In the order of years. */
function median(cells: readonly string[]): string {
  const years = cells.map((cell) => dayOf(cell) ?? cell).toSorted()
  return years[Math.floor(years.length / 2)] ?? ''
}

function isCountryCode(cell: string): boolean {
  return /^[A-Z]{3}$/.test(cell) && findCountry(cell) !== null
}

function isStatus(cell: string): boolean {
  return /^(?:DNF|DNS|DQ|DSQ|NM|NH|OTL|ab\.?)$/i.test(cell)
}

function isPlace(cell: string): boolean {
  return (readPlace(cell)?.place ?? null) !== null
}

function isPlaceOrStatus(cell: string): boolean {
  return readPlace(cell) !== null || isStatus(cell)
}

function isName(cell: string): boolean {
  return (
    !/\d/.test(cell) &&
    (/^[\p{L}.'’-]+(?:,? [\p{L}.'’-]+){1,5}(?: \([^()]+\))?$/u.test(cell) ||
      /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー・ 　]{2,12}$/u.test(cell))
  )
}

function isFloats(cells: readonly string[]): boolean {
  return cells.every((cell) => /^\d+\.0$/.test(cell))
}

/** Whole numbers of which nearly each is one more than the one before; lists that were put together begin anew. */
function isCounting(cells: readonly string[]): boolean {
  return cells.every((cell) => INTEGER.test(cell)) && stepsUp(cells.map(Number), (step) => step === 1)
}

/** Places of which nearly none is smaller than the one before. */
function isAscending(cells: readonly string[]): boolean {
  if (!cells.every((cell) => /^=?\d{1,6}(?:\.0|=|\.)?$/.test(cell))) return false
  const numbers = cells.map((cell) => readPlace(cell)?.place ?? 0)
  return numbers.length > 2 && (numbers.at(-1) ?? 0) !== numbers[0] && stepsUp(numbers, (step) => step >= 0)
}

function stepsUp(numbers: readonly number[], isUp: (step: number) => boolean): boolean {
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0))
  return steps.length > 0 && steps.filter(isUp).length / steps.length > 0.9
}

/** The middle one of the cells as a number. */
function figure(cells: readonly string[]): number {
  const numbers = cells
    .map((cell) => Number.parseFloat(cell.replace(',', '.')))
    .filter((number) => !Number.isNaN(number))
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length
}
