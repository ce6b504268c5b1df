import { expect, test } from 'vitest'
import { readSeedFiles } from './load'
import { citedFacts, coverageInMarkdown, factsOf, placesIn, readDocuments } from './source-coverage'

const documents = await readDocuments()
const facts = citedFacts(await readSeedFiles())
const sentences = documents.flatMap((document) => document.sentences)

test('a locator names single places', () => {
  expect(placesIn('paragraphs 2 and 5')).toEqual(['paragraph 2', 'paragraph 5'])
  expect(
    placesIn('Career, After 2012, paragraphs 4 and 5; Statistics, International competition, rows 2 to 4'),
  ).toEqual([
    ...['Career, After 2012, paragraph 4', 'Career, After 2012, paragraph 5'],
    ...[2, 3, 4].map((row) => `Statistics, International competition, row ${row}`),
  ])
  expect(placesIn("Men's 200 m Final, 1")).toEqual(["Men's 200 m Final, 1"])
})

test('every sentence of the four documents is in the record, or says why nothing of it is', () => {
  const bare = sentences.filter((one) => factsOf(one, facts).length > 0 === (one.none !== undefined))
  expect(bare.map(({ source, at, says }) => `${source}, ${at}: ${says}`)).toEqual([])
})

test('every citation of the four documents belongs to a sentence', () => {
  const sources = new Set(sentences.map(({ source }) => source))
  const covered = new Set(sentences.flatMap((one) => factsOf(one, facts).map((where) => `${one.source} | ${where}`)))
  const lost = facts.filter(({ source, where }) => sources.has(source) && !covered.has(`${source} | ${where}`))
  expect(lost.map(({ source, at, where }) => `${source}, ${at}: ${where}`)).toEqual([])
})

test('docs/sources.md is made from them', async () => {
  await expect(coverageInMarkdown(documents, facts)).toMatchFileSnapshot('../../docs/sources.md')
})
