import { honours } from '@/lib/career/honours'
import type { AffiliationKind, AthleteRecord } from '@/lib/record/athlete'
import { externalAddress } from '@/lib/record/external-id'
import { licenceAddress, type Photo, photoAddress } from '@/lib/record/photo'
import { countryName } from '@/lib/sport/countries'
import { discipline } from '@/lib/sport/disciplines'
import type { PartialDate } from '@/lib/sport/partial-date'
import { ordinal } from '@/lib/text/number-words'
import { competitionAndYear } from '../record/view'

const GENDERS = { M: 'https://schema.org/Male', F: 'https://schema.org/Female', X: undefined }
const TEAMS = new Set<AffiliationKind>(['CLUB', 'CORPORATE_TEAM', 'SCHOOL'])

/** The profile as schema.org knows it: a ProfilePage about a Person, and the Dataset with its downloads. */
export function profileLinkedData(record: AthleteRecord, origin: string): object {
  const { athlete, updatedAt } = record
  const address = `${origin}/athletes/${athlete.slug}`
  const names = new Set([athlete.nativeName, athlete.nickname, ...athlete.names.map(({ text }) => text)])
  names.delete(athlete.displayName)
  return {
    '@graph': [
      {
        '@type': 'ProfilePage',
        '@id': address,
        url: address,
        dateModified: updatedAt,
        mainEntity: {
          '@type': 'Person',
          '@id': `${address}#person`,
          name: athlete.displayName,
          alternateName: [...names].filter((name) => name !== null),
          sameAs: athlete.externalIds.flatMap((externalId) => externalAddress(externalId, athlete.sex) ?? []),
          image: athlete.photos[0] && image(athlete.photos[0], origin),
          gender: GENDERS[athlete.sex],
          birthDate: isoDate(athlete.birthDate),
          deathDate: isoDate(athlete.deathDate),
          birthPlace: athlete.birthPlace ? { '@type': 'Place', name: athlete.birthPlace } : undefined,
          nationality: athlete.countryCode ? { '@type': 'Country', name: countryName(athlete.countryCode) } : undefined,
          height: quantity(athlete.heightCm, 'CMT'),
          weight: quantity(athlete.weightKg, 'KGM'),
          memberOf: athlete.affiliations
            .filter(({ kind }) => TEAMS.has(kind))
            .map(({ name }) => ({ '@type': 'SportsTeam', name })),
          award: honours(record.results)
            .filter(({ kind }) => kind !== 'podium')
            .map(
              ({ place, result }) =>
                `${ordinal(place)}, ${discipline(result.discipline).name}, ${competitionAndYear(result)}`,
            ),
        },
      },
      {
        '@type': 'Dataset',
        '@id': `${address}#data`,
        name: `Results of ${athlete.displayName}`,
        description: `Every result of ${athlete.displayName} known to Palmarès, with places, records, dates and sources.`,
        url: address,
        dateModified: updatedAt,
        isAccessibleForFree: true,
        distribution: [
          download(`${origin}/api/v1/athletes/${athlete.slug}`, 'application/json'),
          download(`${address}/results.csv`, 'text/csv'),
        ],
      },
    ],
  }
}

/** As search engines ask for it, so that they name the author and the licence. */
function image({ fileId, width, height, author, licence, sourceUrl, caption }: Photo, origin: string): object {
  return {
    '@type': 'ImageObject',
    contentUrl: `${origin}${photoAddress(fileId, 'large')}`,
    width,
    height,
    caption: caption ?? undefined,
    creditText: author,
    creator: { '@type': 'Person', name: author },
    license: licenceAddress(licence),
    acquireLicensePage: sourceUrl,
  }
}

function download(contentUrl: string, encodingFormat: string): object {
  return { '@type': 'DataDownload', contentUrl, encodingFormat }
}

function quantity(value: number | null, unitCode: string): object | undefined {
  return value === null ? undefined : { '@type': 'QuantitativeValue', value, unitCode }
}

/** Approximate dates are cut to their year, as in the open data. */
function isoDate(date: PartialDate | null): string | undefined {
  if (date === null) return undefined
  return date.endsWith('~') ? date.slice(0, 4) : date
}
