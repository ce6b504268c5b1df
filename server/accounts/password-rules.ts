import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

const MIN_LENGTH = 12
const MAX_LENGTH = 200
/** Of 4: "safely unguessable", from 10^8 guesses. */
const MIN_SCORE = 3

let estimator: ZxcvbnFactory | undefined

/**
 * What is wrong with a new password, in a sentence; null where it will do. It is compared to lists of passwords that
 * were stolen elsewhere, which are on this machine: nothing is asked of another.
 *
 * @param own what somebody who knows the person would try first: name, e-mail address.
 */
export function passwordProblem(password: string, own: readonly string[] = []): string | null {
  if (password.length < MIN_LENGTH) return `Use at least ${MIN_LENGTH} characters. Several words make a good password.`
  if (password.length > MAX_LENGTH) return `Use at most ${MAX_LENGTH} characters.`
  const letters = lettersOf(password)
  if (own.some((text) => isMostly(letters, lettersOf(text)))) {
    return 'This is made of your name or your e-mail address. Use several words that do not belong together.'
  }
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  const words = ['palmares', 'palmarès', ...own.flatMap((text) => [text, ...text.split(/[\s@._-]+/)])]
  const { score, sequence } = estimator.check(
    password,
    words.filter((word) => word.length > 2),
  )
  if (score >= MIN_SCORE) return null
  const isStolen = sequence.some(
    (match) => 'dictionaryName' in match && String(match.dictionaryName).startsWith('passwords'),
  )
  return isStolen
    ? 'This is too close to passwords that were stolen elsewhere. Use several words that do not belong together.'
    : 'This is too easy to guess. Use several words that do not belong together.'
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether what somebody knows of the person makes up most of a password, however it is put together. */
function isMostly(password: string, known: string): boolean {
  return known.length >= 6 && password.includes(known) && password.length - known.length < MIN_LENGTH
}
