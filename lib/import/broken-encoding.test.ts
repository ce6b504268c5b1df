import { expect, test } from 'vitest'
import { hasLostLetter, repaired } from './broken-encoding'

/** UTF-8 read as Windows-1252. */
const broken = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))

test.each(['Emil Zátopek', 'ZÁTOPEK', 'Ñandú', 'Jürgen Straße', 'Łódź', 'Кросс', '“Words” – 5'])(
  '%s is put together again',
  (text) => {
    expect(repaired(broken(text))).toBe(text)
    expect(repaired(text)).toBe(text)
  },
)

test.each(['João GUIMARÃES', 'SÃO Paulo', 'Ã', 'Ã©tat, и дальше', 'plain'])('%s stays as it is', (text) => {
  expect(repaired(text)).toBe(text)
})

test('a letter of which half was lost is told from one that belongs there', () => {
  expect(['ZÃTOPEK', 'JOÃO', 'GUIMARÃES', 'São', 'Zátopek'].map(hasLostLetter)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})
