import type { ListedMark } from '@/lib/pages/mark-list'
import { CountryLink } from '../record/links'
import { Wind } from '../record/mark'
import { MarkLink } from '../record/mark-link'
import { RecordTags } from '../record/tags'
import { SheetFlag } from '../ui/flag-sheet'
import { Unknown } from '../ui/unknown'

/** The mark with its wind and the records that it was. */
export function MarkCell({
  mark,
  tagged,
}: {
  mark: ListedMark
  /** Whether any mark of the table has a record beside it, so that all of them keep room for one. */
  tagged: boolean
}) {
  return (
    <td className="num nowrap">
      <MarkLink result={mark} />
      <Wind wind={mark.wind} />
      {tagged && (
        <span className="ml-[0.35rem] inline-block min-w-[2.4rem] text-left">
          <RecordTags records={mark.records} />
        </span>
      )}
    </td>
  )
}

/** Whose mark it is: an athlete's or a team's. */
export function Holder({ mark: { athlete, team } }: { mark: ListedMark }) {
  return athlete ? <a href={`/athletes/${athlete.slug}`}>{athlete.displayName}</a> : (team ?? <Unknown />)
}

/** Whose mark it is, and for which country. */
export function HolderAndCountry({ mark }: { mark: ListedMark }) {
  const { countryCode } = mark
  return (
    <>
      <Holder mark={mark} />{' '}
      {countryCode && (
        <span className="nowrap font-normal">
          <CountryLink code={countryCode}>
            <SheetFlag code={countryCode} /> {countryCode}
          </CountryLink>
        </span>
      )}
    </>
  )
}
