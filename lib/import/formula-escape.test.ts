import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeFormula, unescapeFormula } from './formula-escape'

test('what a spreadsheet would run is led by an apostrophe', () => {
  const formulas = ['=HYPERLINK("https://example.org")', '+1+1', '-1:23', '@SUM(A1)', '\t=1', '\r=1', '=NR', '＝1']
  expect(formulas.map(escapeFormula)).toEqual(formulas.map((text) => `'${text}`))
})

test('numbers with a sign, and names with an apostrophe, stay as they are', () => {
  const plain = ['-0.3', '+0.7', '-0,3', '0.0', "'A Havea", "O'Flann", '', "'"]
  expect(plain.map(escapeFormula)).toEqual(plain)
  expect(plain.map(unescapeFormula)).toEqual(plain)
})

test('a number that another program defused is a number again', () => {
  expect(unescapeFormula("'-0.3")).toBe('-0.3')
})

test('what was defused comes back to the letter, and a spreadsheet never meets a formula', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '1', '.', 'a') })
  fc.assert(
    fc.property(text, (given) => {
      expect(unescapeFormula(escapeFormula(given))).toBe(given)
      expect(escapeFormula(given)).toMatch(/^(?![=+\-@\t])|^[+-]\d+(?:\.\d+)?$/)
    }),
  )
})
