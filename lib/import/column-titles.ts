/** What columns are, by their titles in the languages of the lists that reach us. */
import {
  DECIMAL,
  dayOf,
  isCountryCode,
  isPlace,
  isPlaceOrStatus,
  isStatus,
  MOSTLY,
  share,
  TIME,
  YEAR,
} from './column-cells'
import { disciplineOf } from './context'
import type { Column, Guess } from './listing'
import { readRound } from './place'
import { PARTS } from './split-cells'

export type GuessedColumn = Guess<Column | null>

/** Titles as `titleKey` leaves them, separated by commas. A title of ours counts as much as anybody else's. */
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
     distance cleared, height, finals, finals time, finals mark, prelims, prelim time, gun, guntime, zeit, leistung, ergebnis, bruttozeit, endzeit, weite, hohe, temps, chrono, performances,
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
    'round, phase, stage, race, heat, heat no, h, hnum, flight, section, series, runde, lauf, tour, serie, ronda, turno, fase, ラウンド, 組, 予決, раунд, круг, забег, шат',
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
  ['month', 'month, monat, mois, mes, mese, 月, месяц, сар'],
  ['hours', 'hours, hour, hrs, hr, stunden, std, heures, horas, ore, 時間, часы'],
  ['minutes', 'minutes, minute, mins, min, minuten, minutos, minuti, 分, минуты, мин'],
  ['seconds', 'seconds, secs, sec, sekunden, sek, secondes, segundos, secondi, 秒, секунды, сек'],
  ['hundredths', 'hundredths, 1/100, centiseconds, hundertstel, centièmes, centesimas'],
  ['paraClass', 'para class, sport class, impairment class'],
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
     net time, chip time, chip, chiptime, net, nettozeit, seed, seed time, seed mark, entry, entry mark, qualifying mark,
     wind legal, splits, yr, grade, pace, url, link, source, sources, finishers, won by, date precision, edition, race city, race country,
    not before, not after, category, value, unit,
     disputed, updated, rowid, flags, implement, list, rule broken, timing, attempts, team score`,
  ],
]

const columnByTitle = new Map<string, Column>(
  TITLES.flatMap(([column, titles]) => titles.split(',').map((title): [string, Column] => [titleKey(title), column])),
)

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

/** What a column is by its title; a title whose cells say otherwise ("Place" over names of towns) gives way to them. */
export function columnByTitleAndCells(title: string, cells: readonly string[]): GuessedColumn | null {
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
  // "Min" may be the least of something, and "Month" that of a birth: only numbers that can be are parts.
  const part = PART[named]
  if (part && !are(part)) return null
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
  // In schools, the year is that of the class: "SR", "12".
  if (named === 'year' && share(cells, (cell) => YEAR.test(cell) || dayOf(cell) !== null) < 0.3)
    return but('ignored', 'no years')
  if (named === 'year' && are((cell) => /\d\D+\d/.test(cell) && dayOf(cell) !== null)) return but('date', 'dates')
  return called(named)
}

/** What a part of a date or of a mark looks like. */
const PART: Partial<Record<Column, (cell: string) => boolean>> = {
  month: (cell) => /^(?:0?[1-9]|1[0-2])(?:\.0?|月)?$|^\p{L}{3,}\.?$/u.test(cell),
  hours: (cell) => /^\d{1,2}(?:\.0| ?h)?$/.test(cell) || isStatus(cell),
  minutes: (cell) => /^\d{1,3}(?:\.0|[:'′]| ?m(?:in)?)?$/.test(cell) || isStatus(cell),
  seconds: (cell) => /^\d{1,2}(?:[.,]\d{1,3})?["″]?(?: .*)?$/.test(cell) || isStatus(cell),
  hundredths: (cell) => /^\d{1,2}(?:\.0)?$/.test(cell) || isStatus(cell),
}
const isShortYear = (cell: string) => /^['’]?\d{2}$/.test(cell)
const isDay = (cell: string) => /^(?:0?[1-9]|[12]\d|3[01])(?:\.0?|日)?$/.test(cell)

/** What titles mean beside each other. */
export function settleTitles(
  columns: (GuessedColumn | null)[],
  titles: readonly string[],
  samples: readonly (readonly string[])[],
): void {
  const at = (column: Column) => columns.findIndex((guess) => guess?.value === column)
  const settle = (index: number, value: Column, reason: string) => {
    columns[index] = { value, reason: `Its title is “${titles[index]?.trim()}”${reason}.` }
  }
  settleParts(columns, titles, samples)
  const hasMark = () => at('mark') >= 0 || at('seconds') >= 0
  for (const [index, title] of titles.entries()) {
    const key = titleKey(title)
    const name = nameByTitle(key, at)
    if (name) settle(index, ...name)
    // In combined events the points are the mark, unless another column is.
    if (['points', 'pts', 'punkte', 'score'].includes(key) && !hasMark())
      settle(index, 'mark', ', and no other column holds marks')
    if (['net time', 'chip time', 'chip', 'chiptime', 'net', 'nettozeit'].includes(key) && !hasMark())
      settle(index, 'mark', ', and there is no gun time')
    // "Country" behind the city or the venue is that of the competition, if athletes have one of their own or no name.
    const isBehindCity = ['city', 'venue'].includes(columns[index - 1]?.value ?? '')
    const isOfAthletes = at('name') >= 0 && columns.filter((one) => one?.value === 'country').length <= 1
    if (key === 'country' && isBehindCity && !isOfAthletes) settle(index, 'hostCountry', ' and it follows the city')
  }
  preferTitles(columns, titles)
  const taken = new Map<Column, number>()
  for (const [index, guess] of columns.entries()) {
    if (!guess?.value || guess.value === 'ignored' || guess.value === 'note') continue
    const before = taken.get(guess.value)
    if (before === undefined) taken.set(guess.value, index)
    else settle(index, 'ignored', `, but “${titles[before]?.trim()}” is taken for the same`)
  }
}

/**
 * Dates and marks in several columns: a day beside a month, "h", "m" and "s" beside each other. Where the whole has a
 * column of its own, its parts say nothing more.
 */
function settleParts(
  columns: (GuessedColumn | null)[],
  titles: readonly string[],
  samples: readonly (readonly string[])[],
): void {
  const at = (column: Column) => columns.findIndex((guess) => guess?.value === column)
  const give = (index: number, value: Column, why = '') => {
    columns[index] = { value, reason: `Its title is “${titles[index]?.trim()}”${why}.` }
  }
  const days = titles.flatMap((_, index) =>
    columns[index]?.value === 'date' && share(samples[index] ?? [], isDay) >= MOSTLY ? [index] : [],
  )
  if (at('month') >= 0) {
    for (const index of days.slice(0, 1)) give(index, 'day', ', and the month stands beside it')
    const short = titles.findIndex(
      (title, index) => columnOfTitle(title) === 'year' && share(samples[index] ?? [], isShortYear) >= MOSTLY,
    )
    if (short >= 0) give(short, 'year', ', and the month stands beside it')
  }
  const keys = titles.map(titleKey)
  if (keys.includes('m') && keys.includes('s')) {
    for (const [key, part] of [
      ['h', 'hours'],
      ['m', 'minutes'],
      ['s', 'seconds'],
    ] as const) {
      const index = keys.indexOf(key)
      if (index >= 0 && share(samples[index] ?? [], PART[part] ?? isDay) >= MOSTLY) give(index, part)
    }
  }
  for (const whole of ['date', 'mark'] as const) {
    if (at(whole) < 0) continue
    for (const part of PARTS[whole]) {
      const index = at(part)
      if (index >= 0) give(index, 'ignored', `, and the ${whole} stands whole in “${titles[at(whole)]?.trim()}”`)
    }
  }
}

/** Of several columns of marks, which one is the result: the gun's time, and what came of the final. */
const FIRST_MARKS: readonly RegExp[] = [
  /^(?:gun ?time|gun|bruttozeit)$/,
  /^(?:finals?|finals (?:time|mark)|final time)$/,
]

function preferTitles(columns: (GuessedColumn | null)[], titles: readonly string[]): void {
  for (const wanted of FIRST_MARKS) {
    const chosen = titles.findIndex((title, at) => columns[at]?.value === 'mark' && wanted.test(titleKey(title)))
    if (chosen < 0) continue
    for (const [at, guess] of columns.entries()) {
      if (guess?.value !== 'mark' || at === chosen) continue
      columns[at] = {
        value: 'ignored',
        reason: `Its title is “${titles[at]?.trim()}”, and “${titles[chosen]?.trim()}” is the result.`,
      }
    }
    return
  }
}

const GIVEN_APART = ', and given names have a column of their own'
const WHOLE_NAMES = ['name', 'nombre', 'nome', 'нэр']

/** "Nom" is a surname beside "Prénom", and a whole name alone; null for the title of any other column. */
function nameByTitle(key: string, at: (column: Column) => number): [column: Column, reason: string] | null {
  const hasGiven = at('givenName') >= 0
  const hasFamily = at('familyName') >= 0
  if (['nom', 'noms'].includes(key)) return hasGiven ? ['familyName', GIVEN_APART] : ['name', '']
  if (WHOLE_NAMES.includes(key) && hasGiven && !hasFamily) return ['familyName', GIVEN_APART]
  if ([...WHOLE_NAMES, 'имя'].includes(key) && hasFamily && !hasGiven) {
    return ['givenName', ', and surnames have a column of their own']
  }
  return key === 'имя' && !hasFamily ? ['name', ''] : null
}
