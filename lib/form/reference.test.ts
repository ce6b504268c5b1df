import { expect, test } from 'vitest'
import { decodeReferences, encodeReference, referenceFor } from './reference'

const fukuoka = { slug: '2014-fukuoka-marathon', text: 'Fukuoka Marathon 2014', isChosen: false }

test('a reference is read as it was written, and nothing else is', () => {
  const values = ['', 'nonsense', '{"slug":1,"text":"x","isChosen":true}', '[]', encodeReference(fukuoka)]
  expect(decodeReferences(values)).toEqual([fukuoka])
  const none = { slug: null, text: '“a”, \\b', isChosen: true }
  expect(decodeReferences([encodeReference(none)])).toEqual([none])
})

test('of several for one text the last counts, and it counts for no other text', () => {
  const chosen = { ...fukuoka, slug: '2014-fukuoka-half', isChosen: true }
  const other = { ...fukuoka, text: 'fukuoka' }
  expect(referenceFor([fukuoka, chosen, other], 'Fukuoka Marathon 2014')).toEqual(chosen)
  expect(referenceFor([fukuoka], 'Fukuoka Marathon')).toBeUndefined()
})
