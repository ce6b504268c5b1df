/** How far a change of many things has come, for the page of whoever waits for it. Kept in memory, for this process alone. */
import 'server-only'

export interface Progress {
  done: number
  total: number
}

// On the process, because Next bundles actions and routes apart.
const keep = globalThis as { palmaresProgress?: Map<string, Progress> }

function running(): Map<string, Progress> {
  keep.palmaresProgress ??= new Map()
  return keep.palmaresProgress
}

/** @param job a name that the page has given it. */
export function progressOf(job: string): Progress | null {
  return running().get(job) ?? null
}

/** Runs work that reports how far it has come. */
export async function withProgress<T>(
  job: string,
  work: (report: (progress: Progress) => void) => Promise<T>,
): Promise<T> {
  try {
    return await work((progress) => running().set(job, progress))
  } finally {
    running().delete(job)
  }
}
