/** Pictures of an athlete: the licences under which one may be shown, and what an upload must be. */

import type { PartialDate } from '../sport/partial-date'

export interface Photo {
  id: string
  /** Names the bytes, which never change: see photoAddress. */
  fileId: string
  /** Of the larger size, in pixels. */
  width: number
  height: number
  author: string
  licence: Licence
  /** Where it was published under that licence. */
  sourceUrl: string
  caption: string | null
  takenOn: PartialDate | null
}

/** The widths in which a picture is kept, in pixels; one that was uploaded smaller is not enlarged. */
export const PHOTO_WIDTHS = { small: 320, large: 960 } as const
export type PhotoSize = keyof typeof PHOTO_WIDTHS

export function photoAddress(fileId: string, size: PhotoSize): string {
  return `/photos/${fileId}/${PHOTO_WIDTHS[size]}.webp`
}

/** The size that the last part of such an address asks for; null where there is none of that name. */
export function photoSize(name: string): PhotoSize | null {
  if (name === `${PHOTO_WIDTHS.small}.webp`) return 'small'
  return name === `${PHOTO_WIDTHS.large}.webp` ? 'large' : null
}

export type Licence =
  | 'CC0'
  | 'PUBLIC_DOMAIN'
  | `CC_BY_${'2_0' | '2_5' | '3_0' | '4_0'}`
  | `CC_BY_SA_${'2_0' | '2_5' | '3_0' | '4_0'}`

export const LICENCE: Record<Licence, string> = {
  CC_BY_SA_4_0: 'CC BY-SA 4.0',
  CC_BY_SA_3_0: 'CC BY-SA 3.0',
  CC_BY_SA_2_5: 'CC BY-SA 2.5',
  CC_BY_SA_2_0: 'CC BY-SA 2.0',
  CC_BY_4_0: 'CC BY 4.0',
  CC_BY_3_0: 'CC BY 3.0',
  CC_BY_2_5: 'CC BY 2.5',
  CC_BY_2_0: 'CC BY 2.0',
  CC0: 'CC0',
  PUBLIC_DOMAIN: 'Public domain',
}

/** Where the licence is to be read. */
export function licenceAddress(licence: Licence): string {
  if (licence === 'CC0') return 'https://creativecommons.org/publicdomain/zero/1.0/'
  if (licence === 'PUBLIC_DOMAIN') return 'https://creativecommons.org/publicdomain/mark/1.0/'
  const [, kind = '', version = ''] = /^CC_(BY|BY_SA)_(\d_\d)$/.exec(licence) ?? []
  return `https://creativecommons.org/licenses/${kind.toLowerCase().replace('_', '-')}/${version.replace('_', '.')}/`
}

/** An upload may not be larger; in bytes. */
export const LARGEST_UPLOAD = 8 * 1024 * 1024

/** How a picture is encoded. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif'

/** The format of a file by its first bytes, whatever its name is; null where it is none that is taken. */
export function pictureFormat(file: Uint8Array): PictureFormat | null {
  const text = String.fromCharCode(...file.subarray(0, 32))
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^RIFF.{4}WEBP/s.test(text)) return 'webp'
  // ISO 14496-12: the brand comes after the length and "ftyp"; HEIC is the same container, with another brand.
  return /^.{4}ftypavi[fs]/s.test(text) ? 'avif' : null
}
