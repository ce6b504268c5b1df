import type { Place, Result } from '@/lib/record/result'
import { ordinal } from '@/lib/text/number-words'
import { Unknown } from '../ui/unknown'
import { Disputed } from './disputed'
import { classificationName } from './labels'
import type { DisputeView } from './view'

/** "8th"; "1=" for a shared place, as result lists write it. */
export function placeText({ place, tied }: Pick<Place, 'place' | 'tied'>): string {
  return tied ? `${place}=` : ordinal(place)
}

/** The place in the race, and under it the places in other classifications; with a view, disputed ones are marked. */
export function Places({ result, view }: { result: Result; view?: DisputeView }) {
  const overall = result.places.find(({ classification }) => classification === 'overall')
  const others = result.places.filter((place) => place !== overall)
  if (!overall && others.length === 0) {
    return result.status ? <Unknown what="no place" /> : <Unknown what="place unknown" />
  }
  const dagger = ({ classification }: Place) =>
    view && <Disputed result={result} field={`place:${classification}`} view={view} />
  return (
    <>
      {overall && (
        <>
          <PlaceNow place={overall} />
          {dagger(overall)}
        </>
      )}
      {others.map((place) => (
        <span key={place.id} className="place-in">
          {placeText(place)} {classificationName(place.classification)}
          {dagger(place)}
        </span>
      ))}
    </>
  )
}

/** A place that moved says where it stood when it was published. */
function PlaceNow({ place }: { place: Place }) {
  const then = place.placeAsPublished
  if (then === null || then === place.place) return placeText(place)
  return <abbr title={`published as ${ordinal(then)}`}>{placeText(place)}</abbr>
}
