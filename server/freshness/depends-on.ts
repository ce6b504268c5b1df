/**
 * What is being read says what it depends on, and whoever keeps the answer asks for it afterwards: the edge for a page,
 * `kept` for a value. The two meet in an asynchronous context, so that no reader passes anything on.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

interface Reading {
  subjects: Set<string>
  /** Whether nothing may come from memory. */
  isFresh: boolean
}

// On the process, because Next bundles pages and the server around them apart.
const state = globalThis as { palmaresDeclared?: AsyncLocalStorage<Reading> }
state.palmaresDeclared ??= new AsyncLocalStorage()
const reading = state.palmaresDeclared

/**
 * Declares what the answer that is being made shows. An answer for which nothing is declared depends on everything.
 *
 * @param subjects as server/freshness/subjects.ts names them.
 */
export function dependsOn(...subjects: readonly string[]): void {
  const declared = reading.getStore()?.subjects
  if (declared) for (const subject of subjects) declared.add(subject)
}

/** Runs `work` and collects what it declares, without telling whoever reads around it. */
export async function collectSubjects<T>(work: () => T | Promise<T>): Promise<{ value: T; subjects: string[] }> {
  const own = { subjects: new Set<string>(), isFresh: mustBeFresh() }
  const value = await reading.run(own, work)
  return { value, subjects: [...own.subjects] }
}

/** Begins to collect for the rest of this asynchronous context. */
export function beginCollecting(isFresh: boolean): ReadonlySet<string> {
  const subjects = new Set<string>()
  reading.enterWith({ subjects, isFresh })
  return subjects
}

/** Whether nothing may come from memory: a test holds kept pages against such an answer. */
export function mustBeFresh(): boolean {
  return reading.getStore()?.isFresh === true
}
