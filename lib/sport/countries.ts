/**
 * Countries and teams as World Athletics and the IOC write them: Mongolia is MGL, where ISO 3166-1 says MNG. An athlete
 * represented a country *that day*, so those that are gone stay in the table under the code they had.
 *
 * The table is plain text on purpose. Components may import it, and the package it is checked against in the tests
 * would weigh more than the page.
 */

/** The six area associations of World Athletics, each of which keeps area records and championships. */
export type Area = 'Africa' | 'Asia' | 'Europe' | 'NACAC' | 'South America' | 'Oceania'

export interface Country {
  /** Three letters, as World Athletics and the IOC write it. */
  code: string
  name: string
  /** ISO 3166-1 alpha-2, upper case; null for teams, parts of a country and countries of the past. */
  alpha2: string | null
  /** Name of the SVG flag: "mn", "gb-eng"; null where there is none to show. */
  flag: string | null
  /** The area its federation belongs to; null for teams and for territories without a federation. */
  area: Area | null
}

/** Code, flag ("-" for none) and name; a flag of two letters is the alpha-2 code. */
const TABLE: readonly (readonly [Area | null, string])[] = [
  [
    'Africa',
    `
    ALG DZ Algeria, ANG AO Angola, BDI BI Burundi, BEN BJ Benin, BOT BW Botswana, BUR BF Burkina Faso,
    CAF CF Central African Republic, CGO CG Congo, CHA TD Chad, CIV CI Ivory Coast, CMR CM Cameroon, COD CD DR Congo,
    COM KM Comoros, CPV CV Cape Verde, DJI DJ Djibouti, EGY EG Egypt, ERI ER Eritrea, ETH ET Ethiopia, GAB GA Gabon,
    GAM GM Gambia, GBS GW Guinea-Bissau, GEQ GQ Equatorial Guinea, GHA GH Ghana, GUI GN Guinea, KEN KE Kenya,
    LBA LY Libya, LBR LR Liberia, LES LS Lesotho, MAD MG Madagascar, MAR MA Morocco, MAW MW Malawi, MLI ML Mali,
    MOZ MZ Mozambique, MRI MU Mauritius, MTN MR Mauritania, NAM NA Namibia, NGR NG Nigeria, NIG NE Niger,
    RSA ZA South Africa, RWA RW Rwanda, SEN SN Senegal, SEY SC Seychelles, SLE SL Sierra Leone, SOM SO Somalia,
    SSD SS South Sudan, STP ST São Tomé and Príncipe, SUD SD Sudan, SWZ SZ Eswatini, TAN TZ Tanzania, TOG TG Togo,
    TUN TN Tunisia, UGA UG Uganda, ZAM ZM Zambia, ZIM ZW Zimbabwe,
    DAH - Dahomey, RHO - Rhodesia, UAR - United Arab Republic, VOL - Upper Volta, ZAI - Zaire`,
  ],
  [
    'Asia',
    `
    AFG AF Afghanistan, BAN BD Bangladesh, BHU BT Bhutan, BRN BH Bahrain, BRU BN Brunei, CAM KH Cambodia,
    CHN CN China, HKG HK Hong Kong, INA ID Indonesia, IND IN India, IRI IR Iran, IRQ IQ Iraq, JOR JO Jordan,
    JPN JP Japan, KAZ KZ Kazakhstan, KGZ KG Kyrgyzstan, KOR KR South Korea, KSA SA Saudi Arabia, KUW KW Kuwait,
    LAO LA Laos, LBN LB Lebanon, MAC MO Macau, MAS MY Malaysia, MDV MV Maldives, MGL MN Mongolia, MYA MM Myanmar,
    NEP NP Nepal, OMA OM Oman, PAK PK Pakistan, PHI PH Philippines, PLE PS Palestine, PRK KP North Korea,
    QAT QA Qatar, SGP SG Singapore, SRI LK Sri Lanka, SYR SY Syria, THA TH Thailand, TJK TJ Tajikistan,
    TKM TM Turkmenistan, TLS TL Timor-Leste, TPE TW Chinese Taipei, UAE AE United Arab Emirates, UZB UZ Uzbekistan,
    VIE VN Vietnam, YEM YE Yemen,
    BIR - Burma, CEY - Ceylon, MAL - Malaya`,
  ],
  [
    'Europe',
    `
    ALB AL Albania, AND AD Andorra, ARM AM Armenia, AUT AT Austria, AZE AZ Azerbaijan, BEL BE Belgium,
    BIH BA Bosnia and Herzegovina, BLR BY Belarus, BUL BG Bulgaria, CRO HR Croatia, CYP CY Cyprus, CZE CZ Czechia,
    DEN DK Denmark, ESP ES Spain, EST EE Estonia, FIN FI Finland, FRA FR France, GBR GB Great Britain, GEO GE Georgia,
    GER DE Germany, GIB GI Gibraltar, GRE GR Greece, HUN HU Hungary, IRL IE Ireland, ISL IS Iceland, ISR IL Israel,
    ITA IT Italy, KOS XK Kosovo, LAT LV Latvia, LIE LI Liechtenstein, LTU LT Lithuania, LUX LU Luxembourg,
    MDA MD Moldova, MKD MK North Macedonia, MLT MT Malta, MNE ME Montenegro, MON MC Monaco, NED NL Netherlands,
    NOR NO Norway, POL PL Poland, POR PT Portugal, ROU RO Romania, RUS RU Russia, SLO SI Slovenia, SMR SM San Marino,
    SRB RS Serbia, SUI CH Switzerland, SVK SK Slovakia, SWE SE Sweden, TUR TR Türkiye, UKR UA Ukraine,
    ENG GB-ENG England, NIR GB-NIR Northern Ireland, SCO GB-SCT Scotland, WAL GB-WLS Wales,
    BOH - Bohemia, EUA - United Team of Germany, EUN - Unified Team, FRG - West Germany, GDR - East Germany,
    SAA - Saarland, SCG - Serbia and Montenegro, TCH - Czechoslovakia, URS - Soviet Union, YUG - Yugoslavia`,
  ],
  [
    'NACAC',
    `
    AIA AI Anguilla, ANT AG Antigua and Barbuda, ARU AW Aruba, BAH BS Bahamas, BAR BB Barbados, BER BM Bermuda,
    BIZ BZ Belize, CAN CA Canada, CAY KY Cayman Islands, CRC CR Costa Rica, CUB CU Cuba, DMA DM Dominica,
    DOM DO Dominican Republic, ESA SV El Salvador, GRN GD Grenada, GUA GT Guatemala, HAI HT Haiti, HON HN Honduras,
    ISV VI United States Virgin Islands, IVB VG British Virgin Islands, JAM JM Jamaica, LCA LC Saint Lucia,
    MEX MX Mexico, MNT MS Montserrat, NCA NI Nicaragua, PUR PR Puerto Rico, SKN KN Saint Kitts and Nevis,
    TKS TC Turks and Caicos Islands, TTO TT Trinidad and Tobago, USA US United States,
    VIN VC Saint Vincent and the Grenadines,
    AHO - Netherlands Antilles, BWI - British West Indies`,
  ],
  [
    'South America',
    `
    ARG AR Argentina, BOL BO Bolivia, BRA BR Brazil, CHI CL Chile, COL CO Colombia, ECU EC Ecuador, GUY GY Guyana,
    PAN PA Panama, PAR PY Paraguay, PER PE Peru, SUR SR Suriname, URU UY Uruguay, VEN VE Venezuela`,
  ],
  [
    'Oceania',
    `
    ASA AS American Samoa, AUS AU Australia, COK CK Cook Islands, FIJ FJ Fiji, FSM FM Micronesia, GUM GU Guam,
    KIR KI Kiribati, MHL MH Marshall Islands, NCL NC New Caledonia, NFI NF Norfolk Island,
    NMI MP Northern Mariana Islands, NRU NR Nauru, NZL NZ New Zealand, PLW PW Palau, PNG PG Papua New Guinea,
    PYF PF French Polynesia, SAM WS Samoa, SOL SB Solomon Islands, TGA TO Tonga, TUV TV Tuvalu, VAN VU Vanuatu,
    ANZ - Australasia`,
  ],
  [
    null,
    `
    CUR CW Curaçao, FLK FK Falkland Islands, FRO FO Faroe Islands, GGY GG Guernsey, GLP GP Guadeloupe,
    GRL GL Greenland, GUF GF French Guiana, IOM IM Isle of Man, JEY JE Jersey, MTQ MQ Martinique, MYT YT Mayotte,
    NIU NU Niue, REU RE Réunion, SHN SH Saint Helena, SPM PM Saint Pierre and Miquelon, SXM SX Sint Maarten,
    VAT VA Vatican City, WLF WF Wallis and Futuna,
    AIN - Individual Neutral Athletes, ANA - Authorised Neutral Athletes, ART - Athlete Refugee Team,
    EOR - Refugee Olympic Team, IOA - Independent Olympic Athletes, IOP - Independent Olympic Participants, ROC - ROC`,
  ],
]

/** Codes that were changed while the country stayed the same, so that old lists still find it. */
const FORMER_CODES: Readonly<Record<string, string>> = {
  BSH: 'BIH',
  CUW: 'CUR',
  GUE: 'GGY',
  HOL: 'NED',
  IRN: 'IRI',
  JER: 'JEY',
  LIB: 'LBN',
  MSR: 'MNT',
  NCG: 'NCA',
  NFK: 'NFI',
  ROM: 'ROU',
  ROT: 'EOR',
  SAF: 'RSA',
  SAL: 'ESA',
  SIN: 'SGP',
  TCA: 'TKS',
  TMP: 'TLS',
  TRI: 'TTO',
}

/** Every country and team, today's and those of the past, by name. */
export const COUNTRIES: readonly Country[] = TABLE.flatMap(([area, rows]) =>
  rows.split(',').map((row): Country => {
    const [code = '', flag = '', ...name] = row.trim().split(' ')
    return {
      code,
      name: name.join(' '),
      alpha2: flag.length === 2 ? flag : null,
      flag: flag === '-' ? null : flag.toLowerCase(),
      area,
    }
  }),
).sort((a, b) => a.name.localeCompare(b.name, 'en'))

const byCode = new Map(COUNTRIES.map((country) => [country.code, country]))
for (const [former, code] of Object.entries(FORMER_CODES)) {
  const country = byCode.get(code)
  if (country) byCode.set(former, country)
}

/** The country or team of a code, under today's code where it was changed (SIN is SGP); null for an unknown code. */
export function country(code: string): Country | null {
  return byCode.get(code) ?? null
}

/** The name to show. An unknown code is shown unchanged, a missing one as "unknown". */
export function countryName(code: string | null): string {
  if (code === null) return 'unknown'
  return country(code)?.name ?? code
}

/** ISO 3166-1 alpha-3 where it differs from the sport's code and is not the sport's code of another country. */
const ISO_ALPHA3 = `
  ABW ARU, AGO ANG, ARE UAE, ASM ASA, ATG ANT, BFA BUR, BGD BAN, BGR BUL, BHR BRN, BHS BAH, BLZ BIZ, BMU BER, BRB BAR,
  BTN BHU, BWA BOT, CHE SUI, CHL CHI, COG CGO, CRI CRC, CYM CAY, DEU GER, DNK DEN, DZA ALG, FJI FIJ, GIN GUI, GMB GAM,
  GNB GBS, GNQ GEQ, GRC GRE, GRD GRN, GTM GUA, HND HON, HRV CRO, HTI HAI, IDN INA, IMN IOM, KHM CAM, KNA SKN, KWT KUW,
  LBY LBA, LKA SRI, LSO LES, LVA LAT, MCO MON, MDG MAD, MMR MYA, MNG MGL, MNP NMI, MRT MTN, MUS MRI, MWI MAW, MYS MAS,
  NER NIG, NGA NGR, NIC NCA, NLD NED, NPL NEP, OMN OMA, PHL PHI, PRI PUR, PRT POR, PRY PAR, PSE PLE, SAU KSA, SDN SUD,
  SLB SOL, SLV ESA, SVN SLO, SYC SEY, TCD CHA, TGO TOG, TON TGA, TWN TPE, TZA TAN, URY URU, VCT VIN, VGB IVB, VIR ISV,
  VNM VIE, VUT VAN, WSM SAM, XKX KOS, ZAF RSA, ZMB ZAM, ZWE ZIM`

/** Names used in lists that differ from the name in the table. */
const OTHER_NAMES = `
  GBR Great Britain & N.I., GBR Great Britain and Northern Ireland, GBR GB & NI, GBR United Kingdom, GBR UK, GBR Britain,
  USA United States of America, USA U.S.A., USA U.S., KOR Korea, KOR Republic of Korea, KOR Korea Republic, KOR Korea Rep,
  PRK DPR Korea, PRK Korea DPR, PRK Democratic People's Republic of Korea, RUS Russian Federation, CHN PR China,
  CHN P.R. China, CHN People's Republic of China, TPE Taiwan, TUR Turkey, CZE Czech Republic, CIV Cote d'Ivoire,
  SWZ Swaziland, MKD Macedonia, MKD FYR Macedonia, CPV Cabo Verde, COD Democratic Republic of the Congo, COD Congo DR,
  COD DR of the Congo, CGO Republic of the Congo, HKG Hong Kong China, HKG Hong Kong SAR, MAC Macao, IRI Islamic Republic of Iran,
  IRI IR Iran, MDA Republic of Moldova, TAN United Republic of Tanzania, SYR Syrian Arab Republic, VIE Viet Nam,
  LAO Lao PDR, NED Holland, NED The Netherlands, GAM The Gambia, BAH The Bahamas, PHI The Philippines, TLS East Timor,
  BRU Brunei Darussalam, ISV US Virgin Islands, IVB British Virgin Islands, FSM Federated States of Micronesia,
  URS USSR, URS U.S.S.R., GDR German Democratic Republic, FRG Federal Republic of Germany, BIH Bosnia,
  BIH Bosnia & Herzegovina, ANT Antigua & Barbuda, TTO Trinidad & Tobago, TTO Trinidad, SKN St Kitts & Nevis,
  VIN St Vincent & the Grenadines, LCA St Lucia, KGZ Kyrgyz Republic, UAE UAE, STP Sao Tome & Principe,
  AIN Individual Neutral Athlete, ANA Authorised Neutral Athlete, ART Refugee Team, EOR Refugee Olympic Athletes,
  USA 米国, GBR 英国, AUS 豪州`

/** Languages of country names in imported lists; the runtime knows the names. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'ja', 'ru', 'mn']

let byText: ReadonlyMap<string, Country> | null = null

/**
 * The country that a list means: by the sport's code of today or of former days, by ISO 3166-1 alpha-3 where that is
 * no code of the sport (MNG is Mongolia, but BRN is Bahrain), or by its name in the languages of the lists. Null for
 * anything else.
 */
export function findCountry(text: string): Country | null {
  if (text.length > LONGEST_NAME) return null
  const plain = text.trim()
  if (/^[A-Za-z]{3}$/.test(plain)) {
    const known = byCode.get(plain.toUpperCase())
    if (known) return known
  }
  byText ??= countriesByText()
  return byText.get(nameKey(plain)) ?? null
}

const LONGEST_NAME = 80

function countriesByText(): Map<string, Country> {
  const found = new Map<string, Country>()
  const add = (text: string | undefined, country: Country | undefined) => {
    const key = nameKey(text ?? '')
    // The first entry wins: the table before the runtime, English before the rest.
    if (country && key !== '' && !found.has(key)) found.set(key, country)
  }
  for (const one of COUNTRIES) add(one.name, one)
  for (const [iso, code] of wordsOf(ISO_ALPHA3)) add(iso, byCode.get(code))
  for (const [code, name] of wordsOf(OTHER_NAMES)) add(name, byCode.get(code))
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const one of COUNTRIES) if (one.alpha2) add(names.of(one.alpha2), one)
  }
  return found
}

/** The first word of each entry, and the rest of it. */
function wordsOf(table: string): [first: string, rest: string][] {
  return table.split(',').map((entry) => {
    const [first = '', ...rest] = entry.trim().split(/\s+/)
    return [first, rest.join(' ')]
  })
}

/** Letters alone, without accents, so that "Côte d’Ivoire" and "Cote d'Ivoire" match. */
function nameKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/\bst\.? /g, 'saint ')
    .replace(/[^\p{L}]/gu, '')
}
