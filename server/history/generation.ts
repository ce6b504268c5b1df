/**
 * A number that every save advances. A page whose rendering began under an older number is never served again, so one
 * that began before a save and ended after it is not kept.
 *
 * It is kept on globalThis, because the edge and the application are bundled separately and must see the same number.
 */
const state = globalThis as { palmaresGeneration?: number }

export function currentGeneration(): number {
  return state.palmaresGeneration ?? 0
}

/** Called after a save has been committed and before it is acknowledged. */
export function advanceGeneration(): void {
  state.palmaresGeneration = currentGeneration() + 1
}
