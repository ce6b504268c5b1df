/**
 * A form as it was typed: every value of every input, in the order of the inputs. An answer that saved nothing sends it
 * back, so that no typing is lost.
 */
export type Typed = Record<string, string[]>

/** What the person typed, without the framework's own inputs (`$ACTION_…`) and files. */
export function typedIn(form: FormData): Typed {
  // By a map, as an input may be called `constructor`.
  const typed = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    const values = typed.get(name)
    if (values) values.push(value)
    else typed.set(name, [value])
  }
  return Object.fromEntries(typed)
}
