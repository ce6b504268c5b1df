import type { Typed } from './typed'

/** A form as a browser sends it. */
export function formWith(typed: Typed): FormData {
  const form = new FormData()
  for (const [name, values] of Object.entries(typed)) for (const value of values) form.append(name, value)
  return form
}
