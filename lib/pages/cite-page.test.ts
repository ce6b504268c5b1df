import { expect, test } from 'vitest'
import { citePage } from './cite-page'

const PAGE = {
  name: 'Ser-Od Bat-Ochir',
  slug: 'ser-od-bat-ochir',
  revision: 1234,
  updatedAt: '2024-08-01T22:15:00.000Z',
  origin: 'https://palmares.example',
}

test('a citation leads to the revision that was read, not to the page as it may become', () => {
  const { text, bibtex, link } = citePage(PAGE)
  expect(link).toBe('https://palmares.example/athletes/ser-od-bat-ochir?revision=1234')
  expect(text).toBe(`“Ser-Od Bat-Ochir”. Palmarès, the open record book. Revision 1234, 1 August 2024. ${link}`)
  expect(bibtex).toContain(`  url = {${link}}`)
})

test('BibTeX is dated by the revision and keeps the name as it is written', () => {
  const { bibtex } = citePage(PAGE)
  expect(bibtex).toMatch(/^@misc\{palmares-ser-od-bat-ochir-1234,\n/)
  expect(bibtex).toContain('  title = {{Ser-Od Bat-Ochir}}')
  expect(bibtex).toContain('  year = {2024},\n  month = aug,')
})

test('a name cannot break out of its BibTeX field', () => {
  const { bibtex } = citePage({ ...PAGE, name: 'A} & \\input{b}, 100%' })
  expect(bibtex).toContain('title = {{A  \\&  input b , 100\\%}}')
})
