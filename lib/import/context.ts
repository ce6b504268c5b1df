/**
 * What headings and names of files say of the rows below them: "Men's 200 m Final", "women/half-marathon.csv".
 * Federations use one name for races on the track and on the road, so names are mapped to our own slugs here, at the
 * border (DOMAIN.md, rule 13).
 */
import { type DisciplineSlug, isDisciplineSlug } from '../sport/disciplines'
import type { Sex } from '../sport/performance'
import type { RowContext } from './listing'
import { readRound } from './place'

const LONGEST_TEXT = 300

const METRES: Readonly<Record<string, DisciplineSlug>> = {
  60: '60-metres',
  100: '100-metres',
  200: '200-metres',
  300: '300-metres',
  400: '400-metres',
  600: '600-metres',
  800: '800-metres',
  1000: '1000-metres',
  1500: '1500-metres',
  2000: '2000-metres',
  3000: '3000-metres',
  5000: '5000-metres',
  10000: '10000-metres',
}

const HURDLES: Readonly<Record<string, DisciplineSlug>> = {
  60: '60-metres-hurdles',
  100: '100-metres-hurdles',
  110: '110-metres-hurdles',
  300: '300-metres-hurdles',
  400: '400-metres-hurdles',
}

const STEEPLECHASES: Readonly<Record<string, DisciplineSlug>> = {
  2000: '2000-metres-steeplechase',
  3000: '3000-metres-steeplechase',
}

const ROAD: Readonly<Record<string, DisciplineSlug>> = {
  5: '5k-road',
  10: '10k-road',
  15: '15k-road',
  20: '20k-road',
  25: '25k-road',
  30: '30k-road',
  50: '50k-road',
  100: '100k-road',
}

const WALKS: Readonly<Record<string, DisciplineSlug>> = {
  '3000m': '3000-metres-race-walk',
  '5000m': '5000-metres-race-walk',
  '10000m': '10000-metres-race-walk',
  '20000m': '20000-metres-race-walk',
  '50000m': '50000-metres-race-walk',
  '10km': '10k-race-walk',
  '20km': '20k-race-walk',
  '35km': '35k-race-walk',
  '50km': '50k-race-walk',
}

/** Events that have words of their own; the first that is found is meant, so longer names stand before shorter ones. */
const WORDS: readonly (readonly [RegExp, DisciplineSlug])[] = [
  [
    /high jump|hochsprung|saut en hauteur|\bhauteur\b|salto de altura|salto in alto|走高跳|走り高跳|прыж\p{L}* в высоту|өндр\p{L}* харайлт/u,
    'high-jump',
  ],
  [
    /pole vault|stabhoch|perche|pértiga|pertiga|salto con l.asta|棒高跳|прыж\p{L}* с шестом|савуурт\p{L}* харайлт/u,
    'pole-vault',
  ],
  [
    /long jump|weitsprung|saut en longueur|\blongueur\b|salto de longitud|\blongitud\b|salto in lungo|走幅跳|走り幅跳|прыж\p{L}* в длину|урт\p{L}* харайлт/u,
    'long-jump',
  ],
  [/triple jump|dreisprung|triple saut|triple salto|salto triplo|三段跳|тройно\p{L}* прыж/u, 'triple-jump'],
  [/shot ?put|kugelsto|lancer du poids|lanzamiento de (?:peso|bala)|getto del peso|砲丸投|ядр/u, 'shot-put'],
  [/discus|diskus|lancer du disque|lanzamiento de disco|lancio del disco|円盤投|диск/u, 'discus-throw'],
  [/hammer|marteau|martillo|martello|ハンマー投|молот/u, 'hammer-throw'],
  [/javelin|speerwurf|javelot|jabalina|giavellotto|やり投|槍投|копь/u, 'javelin-throw'],
  [/d[eé]cathl?on|zehnkampf|decatlón|decatlon|十種競技|десятибор/u, 'decathlon'],
  [/heptathlon.*(?:short track|indoor)|(?:short track|indoor).*heptathlon/u, 'heptathlon-short-track'],
  [/heptathl?on|siebenkampf|heptatlón|eptathlon|七種競技|семибор/u, 'heptathlon'],
  [/pentathlon|fünfkampf|pentatlón|五種競技|пятибор/u, 'pentathlon'],
  [/cross[- ]?country|\bcross\b|クロスカントリー|кросс/u, 'cross-country'],
  [/club ?throw|keulenwurf|lancer de massue/u, 'club-throw'],
  [/distance medley|\bdmr\b/u, 'distance-medley-relay'],
  [/sprint medley|\bsmr\b/u, 'sprint-medley-relay'],
  [/swedish (?:medley|relay)|schwedenstaffel|100.200.300.400/u, 'swedish-medley-relay'],
  [/one hour|1 hour|stundenlauf|l'heure/u, 'one-hour'],
  [/24[- ]?(?:hours?|stunden|heures|h)\b/u, '24-hours'],
  [/mountain (?:race|running)|berglauf|course de montagne/u, 'mountain-race'],
  [/\btrail\b/u, 'trail-race'],
  [/ekiden|駅伝|road relay/u, 'road-relay'],
]

const ABBREVIATIONS: Readonly<Record<string, DisciplineSlug>> = {
  hj: 'high-jump',
  pv: 'pole-vault',
  lj: 'long-jump',
  tj: 'triple-jump',
  sp: 'shot-put',
  dt: 'discus-throw',
  ht: 'hammer-throw',
  jt: 'javelin-throw',
  dec: 'decathlon',
  hep: 'heptathlon',
  pen: 'pentathlon',
  mar: 'marathon',
  hmar: 'half-marathon',
  hm: 'half-marathon',
  xc: 'cross-country',
  mile: 'mile',
}

const MARATHON = /marat(?:h|)on|maratón|maratona|マラソン|марафон|42[.,]195/u
const HALF = /half|halb|semi[- ]?marat|media|mezza|meia|ハーフ|полумарафон|хагас|21[.,](?:0975|1|097)/u
const WALK = /walk|\bmarche\b|gehen|\bmarcha\b|marcia|競歩|ходьб|алхалт|\brw\b|(?<=\d ?k?m? ?)w\b/u
const HURDLE =
  /hurdle|hürden|haies|vallas|ostacoli|barreiras|ハードル|барьер|саад|(?<=\d ?m? ?)(?:hurd|hs|h|mh)\b|с\/б/u
const STEEPLE =
  /steeple|hindernis|obst[aá]cul|siepi|障害|препятств|стипль|с\/п|(?<=\d ?m? ?)(?:st|sc|msc|s\.c\.?)(?!\p{L})/u
const RELAY = /(\d) ?[x×*] ?(\d{2,4})/u
const ON_ROAD = /road|route|straße|strasse|ruta|strada|ロード|шоссе/u

/**
 * The discipline that a heading, a cell or a slug names, in its usual spellings and languages; null where there is none
 * or where the record has no such discipline. "10K" and "10 km" are road races, "10,000 m" is the track.
 */
export function disciplineOf(text: string): DisciplineSlug | null {
  const plain = plainHeading(text)
  if (isDisciplineSlug(plain)) return plain
  const bare = plain.replaceAll('-', ' ')
  const abbreviated = ABBREVIATIONS[withoutSex(bare)]
  if (Object.hasOwn(ABBREVIATIONS, withoutSex(bare)) && abbreviated) return abbreviated

  const relay = RELAY.exec(bare)
  if (relay) return relayOf(relay, bare)
  const word = WORDS.find(([pattern]) => pattern.test(bare))
  if (word) return word[1]
  if (MARATHON.test(bare) && !/ultra/.test(bare)) {
    const isHalf = HALF.test(bare)
    if (WALK.test(bare)) return isHalf ? 'half-marathon-race-walk' : 'marathon-race-walk'
    return isHalf ? 'half-marathon' : 'marathon'
  }
  if (HALF.test(bare) && /21[.,]/.test(bare)) return 'half-marathon'
  return distanceOf(bare)
}

/** What must be said where a name can mean two disciplines; null for the others. */
export function disciplineNote(text: string): string | null {
  return /^\d+ ?k$/.test(withoutSex(plainHeading(text)).replaceAll('-', ' '))
    ? `“${text.trim()}” was read as the race on the road; on the track it is written in metres.`
    : null
}

function relayOf([, legs, metres]: RegExpExecArray, text: string): DisciplineSlug | null {
  const slug = `${sexOf(text) === 'X' ? 'mixed-' : ''}${legs}x${metres}-metres-relay`
  return isDisciplineSlug(slug) ? slug : null
}

const DISTANCE =
  /(?<![\d.,:])(\d{1,3}|\d{4,5})(?:\.0)? ?(kilomet\p{L}+|km|k|км|キロ|met(?:er|re|ro)s?|mètres?|mts?|metri|m|м(?:етр\p{L}*)?|メートル|miles?|mi|マイル|мил\p{L}*)?(?=$|[^\d\p{L}]|h|s|w|競|障|ハ|走|決|予|準|с\/|r)/gu

type Kind = 'walk' | 'steeplechase' | 'hurdles' | 'race'

function kindOf(text: string): Kind {
  if (WALK.test(text)) return 'walk'
  if (STEEPLE.test(text) && !/ハードル/.test(text)) return 'steeplechase'
  return HURDLE.test(text) ? 'hurdles' : 'race'
}

function distanceOf(text: string): DisciplineSlug | null {
  const kind = kindOf(text)
  for (const [whole, digits = '', unit = ''] of text.matchAll(DISTANCE)) {
    // A number without a unit is a distance only where it is alone, or with what is run over.
    if (unit === '' && kind === 'race' && withoutSex(text) !== whole.trim()) continue
    const found = ofKind(kind, digits, unit, ON_ROAD.test(text))
    if (found) return found
  }
  return /(?<!\p{L})(?:mile|マイル|миля)(?!\p{L})/u.test(text) ? mile(ON_ROAD.test(text)) : null
}

/** The discipline of a distance, as it is written with its unit; undefined where the record has none. */
function ofKind(kind: Kind, digits: string, unit: string, isOnRoad: boolean): DisciplineSlug | null | undefined {
  const isKilometres = /^(?:k|к|キ)/.test(unit)
  if (/^(?:mi|マイル|мил)/.test(unit)) {
    if (digits === '10') return '10-miles-road'
    if (digits === '2') return isOnRoad ? null : '2-miles'
    if (digits === '100') return '100-miles-road'
    return digits === '1' ? mile(isOnRoad) : null
  }
  if (kind === 'walk') return walkOf(digits, unit, isKilometres)
  if (kind === 'steeplechase') return STEEPLECHASES[isKilometres ? `${digits}000` : digits]
  if (kind === 'hurdles') return HURDLES[digits]
  if (isKilometres) return ROAD[digits]
  return isOnRoad ? ROAD[String(Number(digits) / 1000)] : METRES[digits]
}

/** A walk without a unit is of metres or, where there is none of so many, of kilometres. */
function walkOf(digits: string, unit: string, isKilometres: boolean): DisciplineSlug | undefined {
  const walk = WALKS[`${digits}${isKilometres ? 'km' : 'm'}`]
  return walk ?? (unit === '' ? WALKS[`${digits}km`] : undefined)
}

function mile(isOnRoad: boolean): DisciplineSlug {
  return isOnRoad ? 'mile-road' : 'mile'
}

/** Lower case, one kind of digits and blanks, thousands together: "10,000 Metres" is "10000 metres". */
function plainHeading(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’´`]/g, "'")
    .replaceAll('_', ' ')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/(?<![\d.,])(\d{1,3})[,.'](000|500)(?!\d)/g, '$1$2')
    .replace(/(?<![\d.,])(1|2|3|5|10) (000|500)(?!\d)/g, '$1$2')
    .replace(/(?<!\d)(\d{1,2})万 ?(?=m|メ)/g, '$10000')
    .replace(/\s+/g, ' ')
    .trim()
}

const WOMEN =
  /(?<![\p{L}])(?:wom[ae]n'?s?|females?|ladies'?|girls?'?|frauen|damen|weiblich|femmes|dames|féminine?s?|filles|mujeres|femeni[nl]o?|femenina|donne|femminile|mulheres|feminino|w\d{2}|fu?\d{2})(?![\p{L}\d])|女|жен|девуш|эмэгтэй/u
const MEN =
  /(?<![\p{L}])(?:m[ae]n'?s?|males?|boys?'?|herren|männer|männlich|hommes|messieurs|masculine?s?|garçons|hombres|varones|masculin[oa]|uomini|maschile|homens)(?![\p{L}\d])|男|муж|юнош|эрэгтэй/u
const MIXED = /(?<!\p{L})(?:mixed|mixte|mixto|misto|gemischt)(?!\p{L})|混合|смешан|холимог/u

const PARA_FIELD = /(?<![\p{L}\d])f(?:1[1-3]|20|3[1-8]|4[0-7]|5[1-7]|6[1-4])(?!\d)/gu
const LETTERS: Readonly<Record<string, Sex>> = {
  m: 'M',
  f: 'F',
  w: 'F',
  x: 'X',
  h: 'M',
  д: 'F',
  ж: 'F',
  м: 'M',
  эр: 'M',
  эм: 'F',
}

/** M, F, or X for mixed races, as a cell or a heading says; a letter counts only where it stands alone. */
export function sexOf(text: string): Sex | null {
  const plain = plainHeading(text)
  if (Object.hasOwn(LETTERS, plain)) return LETTERS[plain] ?? null
  if (MIXED.test(plain)) return 'X'
  // "F46" is a class of para athletics, for men as well.
  const words = plain.replace(PARA_FIELD, ' ')
  const [women, men] = [WOMEN.test(words), MEN.test(words)]
  // A heading over both says nothing of either.
  if (women === men) return null
  return women ? 'F' : 'M'
}

function withoutSex(text: string): string {
  return text
    .replace(new RegExp(WOMEN, 'gu'), ' ')
    .replace(new RegExp(MEN, 'gu'), ' ')
    .replace(/'s\b|子/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** U18, U20, U23, and masters' bands from M35 to W100. */
export function ageGroupOf(text: string): string | null {
  const plain = plainHeading(text)
  const under =
    /(?<!\p{L})u-?(1[3-9]|2[0-3])(?!\d)/u.exec(plain)?.[1] ?? /under[- ](1[3-9]|2[0-3])(?!\d)/.exec(plain)?.[1]
  return under === undefined ? null : `U${under}`
}

const PARA_CLASS = /(?<![\p{L}\d])([TF])(1[1-3]|20|3[1-8]|4[0-7]|5[1-7]|6[1-4])(?!\d)/u

/** T and F classes of para athletics: "T54". */
export function paraClassOf(text: string): string | null {
  const found = PARA_CLASS.exec(text.slice(0, LONGEST_TEXT))
  return found ? `${found[1]}${found[2]}` : null
}

/**
 * What the name of a file says: "men-110-metres-hurdles.csv", "women_marathon_2023.csv". A folder says nothing: it is
 * called as somebody keeps things. The year of a list of all times or of bests is the list's own, and no result's.
 */
export function contextOfFileName(path: string): Partial<RowContext> {
  const name = (path.slice(-LONGEST_TEXT).split(/[/\\]/).at(-1) ?? '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll('_', ' ')
  const spaced = name.replaceAll('-', ' ')
  const discipline = disciplineOf(name) ?? disciplineOf(spaced)
  const sex = sexOf(spaced) ?? sexOf(/(?:^| )([mwf])(?= |$)/i.exec(spaced)?.[1] ?? '')
  const ageGroup = ageGroupOf(spaced)
  const paraClass = paraClassOf(spaced)
  const round = /heat|semi|quarter|final|qualif/i.test(spaced) ? (readRound(spaced)?.round ?? null) : null
  const isAllTime = /all[- ]?time|toplist|top[- ]?\d|records?|bests?/i.test(name)
  const year = isAllTime ? undefined : /(?<!\d)(?:18[89]\d|19\d\d|20\d\d)(?!\d)/.exec(name)?.[0]
  return {
    ...(discipline && {
      discipline: discipline === 'heptathlon' && sex === 'M' ? 'heptathlon-short-track' : discipline,
    }),
    ...(sex && { sex }),
    ...(ageGroup && { ageGroup }),
    ...(paraClass && { paraClass }),
    ...(round && { round }),
    ...(year && { date: year }),
  }
}
