/**
 * A number that grows with every save. A page whose render began under an older number is never served again, so a
 * render that started before a save and ended after it cannot survive.
 *
 * It belongs to the process, because the edge and the application are bundled apart and must see the same one.
 */
const state = globalThis as { palmaresGeneration?: number }

export function currentGeneration(): number {
  return state.palmaresGeneration ?? 0
}

/** Called after a save has been committed and before it is acknowledged. */
export function advanceGeneration(): void {
  state.palmaresGeneration = currentGeneration() + 1
}
