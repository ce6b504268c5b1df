/** The number in an address: null for what can be none, since the database would not even look it up. */
export function rowNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
