/** How a name that a list prints is shown and sorted. Lists set the family name in capitals: "Hicham EL GUERROUJ". */

export interface PersonName {
  /** "Hicham El Guerrouj" */
  displayName: string
  /** "El Guerrouj, Hicham"; as printed where nothing shows the family name. */
  sortName: string
}

/** Capitals of any script, apostrophes and hyphens: at least two letters, so that an initial is no family name. */
const IN_CAPITALS = /^(?=(?:.*\p{L}){2})[\p{Lu}\p{Lm}\p{Lo}\p{M}'’.-]*(?:M[aá]?c\p{Lu}+)?[\p{Lu}\p{M}'’.-]*$/u
const HAS_CASE = /\p{Lu}|\p{Ll}/u

/**
 * Reads a name as printed. What is in capitals is the family name and is written as names are; the order of the words
 * stays as it is in the list. Where all or none of it is in capitals, the family name is not known.
 */
export function readPersonName(printed: string): PersonName {
  const text = printed.trim().replace(/\s+/g, ' ')
  const [last = '', ...given] = text.split(/\s*,\s*/)
  if (given.length === 1 && last !== '' && given[0]) {
    return {
      displayName: `${inLetters(given[0])} ${inLetters(last)}`,
      sortName: `${inLetters(last)}, ${inLetters(given[0])}`,
    }
  }
  const words = text.split(' ')
  const family = words.filter(isFamily)
  const displayName = words.map(inLetters).join(' ')
  if (family.length === 0 || family.length === words.length) return { displayName, sortName: displayName }
  const others = words.filter((word) => !isFamily(word))
  return { displayName, sortName: `${family.map(inLetters).join(' ')}, ${others.map(inLetters).join(' ')}` }
}

function isFamily(word: string): boolean {
  return HAS_CASE.test(word) && IN_CAPITALS.test(word)
}

/** "EL-MOUTAWAKIL" → "El-Moutawakil", "McKENZIE" → "McKenzie", "O'SULLIVAN" → "O'Sullivan"; anything else as it is. */
function inLetters(word: string): string {
  if (!isFamily(word)) return word
  return word
    .split(/(?<=['’.-])/)
    .map((part) => {
      const prefix = /^Ma?c(?=\p{Lu})/u.exec(part)?.[0] ?? ''
      const rest = part.slice(prefix.length)
      return prefix + rest.slice(0, 1) + rest.slice(1).toLocaleLowerCase('en')
    })
    .join('')
}
