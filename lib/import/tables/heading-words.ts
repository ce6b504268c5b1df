import { squeeze } from './table'

/** Stands where words were taken, so that those on either side do not join. */
const TAKEN = '¶'

/** The words of a heading, of which those that are understood are taken one after another. */
export class HeadingWords {
  /** What has not been taken yet. */
  rest: string

  constructor(text: string) {
    this.rest = squeeze(text.normalize('NFKC').replace(/[\u2019\u2018]/g, "'"))
  }

  /** Takes the first words that match. */
  take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.rest)
    if (match) this.cut(match.index, match.index + match[0].length)
    return match
  }

  cut(start: number, end: number) {
    this.rest = squeeze(`${this.rest.slice(0, start)} ${TAKEN} ${this.rest.slice(end)}`)
  }
}
