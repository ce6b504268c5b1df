import 'server-only'
import sharp from 'sharp'
import { LARGEST_UPLOAD, PHOTO_WIDTHS, pictureFormat } from '@/lib/record/photo'

/** More pixels than any camera's picture of 8 MB has; a small file may claim to have any number. */
const MOST_PIXELS = 64_000_000
/** A picture narrower than its place on the page by so much would be a blur. */
const LEAST_SIDE = 80
/** In seconds; a picture of an honest camera takes two. */
const LONGEST = 20

/** The upload is no picture that is taken here; the message says why. */
export class RefusedPicture extends Error {
  override name = 'RefusedPicture'
}

export const TOO_LARGE = `The file is larger than ${LARGEST_UPLOAD / 1024 / 1024} MB: make it smaller first.`
const NO_PICTURE = 'This is no JPEG, PNG, WebP or AVIF picture, whatever its name says.'
const BROKEN = 'The picture cannot be read: it is damaged, or has far too many pixels.'

export interface EncodedPicture {
  width: number
  height: number
  large: Uint8Array<ArrayBuffer>
  small: Uint8Array<ArrayBuffer>
}

/**
 * An uploaded picture as it is kept: upright, in both sizes, WebP without the metadata of the camera, such as where the
 * photographer stood.
 *
 * @throws RefusedPicture
 */
export async function encodePicture(file: Uint8Array): Promise<EncodedPicture> {
  if (file.length > LARGEST_UPLOAD) throw new RefusedPicture(TOO_LARGE)
  const format = pictureFormat(file)
  if (!format) throw new RefusedPicture(NO_PICTURE)
  try {
    const { data, info } = await resized(file, PHOTO_WIDTHS.large)
    const small = await resized(data, PHOTO_WIDTHS.small)
    if (Math.min(info.width, info.height) < LEAST_SIDE) {
      throw new RefusedPicture(`The picture is smaller than ${LEAST_SIDE} pixels: nobody could be seen in it.`)
    }
    return { width: info.width, height: info.height, large: new Uint8Array(data), small: new Uint8Array(small.data) }
  } catch (error) {
    if (error instanceof RefusedPicture) throw error
    throw new RefusedPicture(BROKEN, { cause: error })
  }
}

/** sharp keeps no metadata and turns colours into sRGB unless it is asked otherwise. */
function resized(file: Uint8Array, width: number) {
  return sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width, height: 2 * width, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .timeout({ seconds: LONGEST })
    .toBuffer({ resolveWithObject: true })
}
