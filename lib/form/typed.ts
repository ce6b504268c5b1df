/**
 * A form as it was typed: every value of every input, in the order of the inputs. It goes back with an answer that
 * saved nothing, so that nothing that was typed is lost.
 */
export type Typed = Record<string, string[]>

/** What the person typed, without the framework's own inputs (`$ACTION_…`) and files. */
export function typedIn(form: FormData): Typed {
  const typed: Typed = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    typed[name] = [...(typed[name] ?? []), value]
  }
  return typed
}
