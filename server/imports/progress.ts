/** How a long run reports its progress, and how it is stopped. */

/** Somebody asked for the import to stop, or another process has taken it over. */
export class Stopped extends Error {
  override name = 'Stopped'
}

/** Says how far the work has come; throws Stopped where it must not go on. */
export type Report = (progress: number) => Promise<void>
