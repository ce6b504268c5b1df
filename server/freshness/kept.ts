/** Values in memory, each for as long as nothing that it was made from has been touched. */
import { LRUCache } from 'lru-cache'
import { isInTransaction } from '../db'
import { collectSubjects, dependsOn, mustBeFresh } from './depends-on'
import { touched } from './watch'

interface Kept<T> {
  value: T
  subjects: readonly string[]
  /** The last change that was known when it was begun. */
  number: number
}

/**
 * A reader whose answers are kept. Those who ask at the same time share one reading; what it declares with `dependsOn`
 * is declared to each of them. Whoever gets a value must not change it. In it, no reader is asked that React caches for a
 * request: what such a one declared before, it does not declare again.
 *
 * @param most how many answers.
 * @param read makes the answer to a key; what else it is given does not tell answers apart.
 */
export function kept<T, With extends unknown[]>(
  most: number,
  read: (key: string, ...given: With) => Promise<T>,
): (key: string, ...given: With) => Promise<T> {
  const answers = new LRUCache<string, Promise<Kept<T>>>({ max: most })
  const make = async (number: number, key: string, given: With): Promise<Kept<T>> => {
    const { value, subjects } = await collectSubjects(() => read(key, ...given))
    return { value, subjects, number }
  }
  return async (key, ...given) => {
    const view = touched()
    // What a draft would make of the record is for whoever has it open alone.
    if (!view || mustBeFresh() || isInTransaction()) return read(key, ...given)
    const number = view.number
    const known = await answers.get(key)?.catch(() => null)
    if (known && view.isUntouched(known.subjects, known.number)) {
      dependsOn(...known.subjects)
      return known.value
    }
    const making = make(number, key, given)
    answers.set(key, making)
    try {
      const { value, subjects } = await making
      dependsOn(...subjects)
      return value
    } catch (error) {
      if (answers.peek(key) === making) answers.delete(key)
      throw error
    }
  }
}
