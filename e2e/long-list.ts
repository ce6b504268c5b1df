import { runScript } from './site'

export const FINISHERS = 250
export const LONG_RACE = 'long-list-games'

/** Adds a marathon of 250 finishers to the record in a data folder, so that lists have several pages. */
export function addLongList(folder: string): void {
  runScript('e2e/make-long-list.ts', folder)
}
