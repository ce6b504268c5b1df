/**
 * The shape of the data files in prisma/seed/data: the first record, written by hand for people to read.
 * A thing is named by its slug; a result by a key of its own (`2014-fukuoka-marathon`), unique in its athlete's file.
 * Ids are derived from those names, so that loading the files again adds nothing twice.
 */
import { z } from 'zod'
import { CATEGORIES } from '../../lib/sport/championships'

const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?~?$/, 'a date cut to what is known: 2014, 2014-12, 2014-12-07')
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const country = z.string().regex(/^[A-Z]{3}$/, 'a World Athletics country code')

/** What one source asserts of one field. Without `asserts`, the source supports the thing as a whole. */
export const citation = z.strictObject({
  source: slug,
  /** Where in the source. */
  at: z.string().min(1),
  field: z.string().min(1),
  asserts: z.string().min(1).optional(),
  accepted: z.boolean().default(true),
  rejection: z
    .enum(['SUPERSEDED', 'MISPRINT', 'OTHER_CLASSIFICATION', 'STALE', 'LESS_PRECISE', 'CONTRADICTED'])
    .optional(),
  reason: z.string().optional(),
})
const cite = z.array(citation).default([])

export const sourceFile = z.array(
  z.strictObject({
    slug,
    publication: z.string(),
    title: z.string(),
    author: z.string().optional(),
    translator: z.string().optional(),
    date: partialDate.optional(),
    language: z.string().optional(),
    url: z.url().optional(),
  }),
)

const category = z.enum(CATEGORIES)

export const seriesFile = z.array(z.strictObject({ slug, name: z.string(), category }))

export const competitionFile = z.array(
  z.strictObject({
    slug,
    series: slug.optional(),
    name: z.string(),
    /** Only where it differs from the name. */
    officialName: z.string().optional(),
    year: z.int(),
    startDate: partialDate.optional(),
    endDate: partialDate.optional(),
    city: z.string().optional(),
    venue: z.string().optional(),
    country: country.optional(),
    /** Of the city, to two decimals: for the map. */
    latitude: z.number().optional(),
    longitude: z.number().optional(),
    category,
    /** The competition within which this one was decided, and what its places are called there. */
    within: slug.optional(),
    classification: slug.optional(),
    cite,
  }),
)

export const seedResult = z.strictObject({
  key: slug,
  competition: slug,
  discipline: slug,
  round: z.enum(['FINAL', 'SEMIFINAL', 'QUARTERFINAL', 'HEAT', 'QUALIFICATION']).default('FINAL'),
  raceNumber: z.int().optional(),
  /** As published, "2:08:50"; left out where unknown. */
  mark: z.string().optional(),
  timing: z.enum(['ELECTRONIC', 'HAND', 'GUN', 'NET']).optional(),
  status: z.enum(['DNF', 'DNS', 'DQ', 'NM', 'NH', 'OTL', 'ENTERED']).optional(),
  /** Metres a second as published: "+0.7". */
  wind: z.string().optional(),
  date: partialDate.optional(),
  /** Of the race, where no source gives its day. */
  notBefore: partialDate.optional(),
  notAfter: partialDate.optional(),
  /** Where the race was, if elsewhere than its competition. */
  venue: z.strictObject({ city: z.string(), country, latitude: z.number(), longitude: z.number() }).optional(),
  country: country.optional(),
  club: z.string().optional(),
  note: z.string().optional(),
  /** A team's result: its name, and the leg this athlete ran. */
  team: z.string().optional(),
  leg: z.int().optional(),
  places: z.array(z.strictObject({ in: slug.default('overall'), place: z.int().min(1), cite })).default([]),
  records: z
    .array(
      z.strictObject({
        code: z.string(),
        scope: z.string().optional(),
        authority: z.string().optional(),
        equalled: z.boolean().optional(),
        cite,
      }),
    )
    .default([]),
  cite,
})

export const athleteFile = z.strictObject({
  slug,
  displayName: z.string(),
  sortName: z.string(),
  nativeName: z.string().optional(),
  nameOrder: z.enum(['GIVEN_FAMILY', 'FAMILY_GIVEN', 'PATRONYMIC_GIVEN']).default('GIVEN_FAMILY'),
  nickname: z.string().optional(),
  sex: z.enum(['M', 'F', 'X']),
  birthDate: partialDate.optional(),
  birthPlace: z.string().optional(),
  country: country.optional(),
  heightCm: z.int().optional(),
  weightKg: z.int().optional(),
  /** On the athlete's own fields: birthDate, birthPlace, weightKg, nickname … */
  cite,
  names: z
    .array(
      z.strictObject({
        text: z.string(),
        script: z.string().length(4),
        language: z.string().optional(),
        usedBy: z.string().optional(),
        cite,
      }),
    )
    .default([]),
  affiliations: z
    .array(
      z.strictObject({
        kind: z.enum(['CLUB', 'CORPORATE_TEAM', 'COACH', 'SCHOOL', 'SPONSOR']),
        name: z.string(),
        place: z.string().optional(),
        note: z.string().optional(),
        startDate: partialDate.optional(),
        endDate: partialDate.optional(),
        cite,
      }),
    )
    .default([]),
  representations: z
    .array(z.strictObject({ country, startDate: partialDate.optional(), endDate: partialDate.optional() }))
    .default([]),
  results: z.array(seedResult).default([]),
  /** Bodies use the bindings of lib/career/biography.ts, with a result's key for RESULT. */
  biography: z.array(z.strictObject({ title: z.string(), body: z.string() })).default([]),
})

/**
 * What a source claims of something that the record computes (an age, a count, a rank): not a citation, but a claim to check.
 * `number` is a count, an age or a place; `text` a mark or a difference as the record writes it, "about" before it where
 * the source rounds.
 */
export const claimFile = z.array(
  z.strictObject({
    source: slug,
    at: z.string().min(1),
    /** The athlete. */
    subject: slug,
    kind: z.enum([
      'age-on',
      'nth-consecutive-appearance',
      'times-olympian',
      'appearances',
      'nth-best-of-career',
      'improvement',
      'improvement-more-than',
      'course-record',
      'within-course-record',
      'behind-winner',
      'winning-margin',
      'first-in-top',
      'marathons-run',
      'finished-all',
      'never-better-than',
      'personal-best',
      'season-best',
      'streak',
    ]),
    /** A result's key, a series or a discipline. */
    about: slug.optional(),
    /** At which competitions it looks: `world` is the Olympic Games and World Championships, `regional` a continent's. */
    level: z.enum(['world', 'regional']).optional(),
    number: z.int().optional(),
    text: z.string().min(1).optional(),
    /** From when it counts: '2010' for "the fifth that year". */
    since: partialDate.optional(),
    /** When the claim was made, or the date that it is about. */
    asOf: partialDate.optional(),
  }),
)

export type SeedAthlete = z.infer<typeof athleteFile>
export type SeedCompetition = z.infer<typeof competitionFile>[number]
export type SeedCitation = z.infer<typeof citation>
export type SeedResult = z.infer<typeof seedResult>
export type SeedClaim = z.infer<typeof claimFile>[number]
