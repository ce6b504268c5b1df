import { LICENCE, licenceAddress, PHOTO_WIDTHS, type Photo, photoAddress } from '@/lib/record/photo'
import { webAddress } from '@/lib/text/web-address'
import { EditLink } from '../record/edit-link'

/**
 * The athlete's picture, with who took it and under which licence, as that demands. Its place is kept while it loads.
 *
 * @param others earlier pictures, which only editors get to.
 */
export function Portrait({
  photo,
  others,
  name,
  desk,
}: {
  photo: Photo
  others: readonly Photo[]
  name: string
  desk: boolean
}) {
  const { id, fileId, width, height, author, licence, sourceUrl, caption } = photo
  return (
    <figure className="w-28 shrink-0 sm:w-44 print:w-[32mm]">
      {/* biome-ignore lint/performance/noImgElement: both sizes are made when a picture is added. */}
      <img
        src={photoAddress(fileId, 'small')}
        srcSet={`${photoAddress(fileId, 'small')} ${Math.min(PHOTO_WIDTHS.small, width)}w, ${photoAddress(fileId, 'large')} ${width}w`}
        sizes="(min-width: 40rem) 11rem, 7rem"
        width={width}
        height={height}
        alt={caption ?? name}
        loading="eager"
        decoding="async"
        className="h-auto w-full rounded-sm"
      />
      <figcaption className="mt-1 text-xs text-quiet leading-snug">
        {caption && <span className="block">{caption}</span>}
        <a href={webAddress(sourceUrl) ?? undefined} rel="external noopener">
          {author}
        </a>
        ,{' '}
        <a href={licenceAddress(licence)} rel="license noopener">
          {LICENCE[licence]}
        </a>
        {desk && (
          <span className="block">
            <EditLink kind="photo" id={id} what={`the picture by ${author}`} />
            {others.map((other) => (
              <span key={other.id} className="block">
                <EditLink kind="photo" id={other.id} what={`by ${other.author}`} word="Edit an earlier picture" />
              </span>
            ))}
          </span>
        )}
      </figcaption>
    </figure>
  )
}
