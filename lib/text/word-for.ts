/** What a table has for a text from elsewhere. A plain look-up would find `constructor` and `toString` in every table. */
export function wordFor<Value>(table: Readonly<Record<string, Value>>, text: string): Value | undefined {
  return Object.hasOwn(table, text) ? table[text] : undefined
}
