/** What a change to many things would do to each of them. */

export interface ManyRow {
  id: string
  title: string
  before: string
  after: string
  /** Why it cannot be saved; null where it can. */
  refusal: string | null
}

export interface ManyPreview {
  /** Those that are refused first; without those that stand like that already. */
  rows: ManyRow[]
  changed: number
  refused: number
  /** Of those that were chosen, how many stand like that already. */
  same: number
  /** Of what is not listed here. */
  more: number
  /** Another one where anything that it says is not so any more. */
  token: string
}

/** Something that can be chosen. */
export interface ListedThing {
  id: string
  title: string
  detail: string
  href: string
  /** What the field that is to be changed holds now. */
  value: string
}
