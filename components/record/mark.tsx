import type { Result } from '@/lib/record/result'
import { displayMark, type Marked } from '@/lib/sport/display-mark'
import { formatWind } from '@/lib/sport/marks'
import { statusCode, statusInWords } from '@/lib/sport/status'
import { Unknown } from '../ui/unknown'

/** What of a result is needed to show its mark with its letters, or the status in its place. */
export type ShownMark = Marked & Pick<Result, 'status'>

/** The mark as the record writes it, with the letters that go with it: "2:08:50", "13.9h", "8.12w". */
export function markText(result: Omit<ShownMark, 'status'>): string | null {
  const mark = displayMark(result)
  if (mark === null || result.value === null) return mark
  return mark + result.flags.filter((flag) => flag !== 'h').join('')
}

/** A mark, or the status in its place, or a dash. */
export function Mark({ result }: { result: ShownMark }) {
  const { status } = result
  const text = markText(result)
  if (status === 'DQ' && text) {
    return (
      <>
        <s>{text}</s> <abbr title={statusInWords(status)}>DQ</abbr>
      </>
    )
  }
  if (status) return <abbr title={statusInWords(status)}>{statusCode(status)}</abbr>
  return text ? <b>{text}</b> : <Unknown what="mark unknown" />
}

/** "+0.7 m/s", small and quiet; nothing where no wind was read. */
export function Wind({ wind }: { wind: number | null }) {
  return wind === null ? null : <span className="wind">{formatWind(wind)}</span>
}
