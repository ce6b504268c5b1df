/**
 * Rows that the database refuses to take, although they were read. A batch that cannot be written is tried in smaller
 * ones, down to the one row, which is refused with its reason; all others are written. A row is written whole or not at all.
 */
import type { Client } from '@/prisma/client'
import { Stopped } from './progress'
import { refuseRow } from './row-state'

/** More rows than these, and it is not the rows. */
const MOST_REFUSED = 50

/** Nothing of an import could be written: it is as it was before it was accepted. */
export class NothingWritten extends Error {
  override name = 'NothingWritten'
}

/** Too many rows could not be written. What was written stays. */
export class TooMuchTrouble extends Error {
  override name = 'TooMuchTrouble'
}

export class Trouble {
  private readonly refused: { line: number; reason: string }[] = []
  /** How many rows are tried at once while a row that cannot be written is looked for. */
  private tried: number | null = null

  constructor(
    private readonly db: Client,
    private readonly importId: string,
    /** The first line after a line that is still to be written. */
    private readonly nextLine: (after: number) => Promise<number | null>,
  ) {}

  sizeOf(usual: number): number {
    return this.tried === null ? usual : Math.min(this.tried, usual)
  }

  /** @returns null: go on, with fewer rows or without the one that was refused. @throws what is no fault of a row's. */
  async meet(error: unknown, { after, size }: { after: number; size: number }): Promise<null> {
    if (error instanceof Stopped) throw error
    if (size > 1) {
      this.tried = Math.floor(size / 2)
      return null
    }
    const line = await this.nextLine(after)
    if (line === null) throw error
    const rule = ruleIn(error)
    if (rule === null) console.error(error)
    const reason = rule ? `it breaks the rule “${rule}” of the record` : 'the database did not take it'
    await refuseRow(this.db, this.importId, line, reason)
    this.refused.push({ line, reason })
    if (this.refused.length > MOST_REFUSED) throw new TooMuchTrouble(this.inWords())
    this.tried = null
    return null
  }

  /** @param written how many rows were written in all. */
  report(written: number): string | null {
    if (this.refused.length === 0) return null
    if (written === 0) throw new NothingWritten(this.inWords())
    return this.inWords()
  }

  private inWords(): string {
    const lines = this.refused.slice(0, 5).map(({ line, reason }) => `line ${line} (${reason})`)
    const more = this.refused.length - lines.length
    return `Not written: ${lines.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Each is listed below with its reason.`
  }
}

/** The rule of the database that a row breaks, as it is called there; null for any other error. */
function ruleIn(error: unknown): string | null {
  const text = error instanceof Error ? error.message : ''
  return /constraint:? [`"'\\]*([a-z_]+)/i.exec(text)?.[1]?.replaceAll('_', ' ') ?? null
}
