/**
 * Cells that a spreadsheet would run as a formula (OWASP, "CSV injection"): led by an apostrophe on the way out, and
 * freed of it on the way in, so that what was exported comes back to the letter. Signed numbers are no formulas.
 */
const LEADS_TO_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/

/** The text as a cell that no spreadsheet takes for a formula: "'=1+1" for "=1+1", but "-0.3" as it is. */
export function escapeFormula(text: string): string {
  return LEADS_TO_FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

/** The text that `escapeFormula` was given. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && LEADS_TO_FORMULA.test(text) ? text.slice(1) : text
}
