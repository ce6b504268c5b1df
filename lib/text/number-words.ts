const CARDINALS = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** 1 as "1st", 12 as "12th", 23 as "23rd". */
export function ordinal(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13
  const suffix = isTeen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]
  return `${number}${suffix ?? 'th'}`
}

/** As prose writes a count: in words up to twelve, in figures beyond. */
export function inWords(number: number): string {
  return CARDINALS[number] ?? String(number)
}

/** A rank among marks as prose writes it: "best", "third-best", "11th-best". */
export function rankInWords(rank: number): string {
  return rank === 1 ? 'best' : `${ORDINALS[rank - 1] ?? ordinal(rank)}-best`
}
