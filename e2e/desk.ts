/** The desk as an editor uses it: the few things that every test of it does. */
import { expect, type Locator, type Page } from '@playwright/test'

export const PROFILE = '/athletes/ser-od-bat-ochir'
/** Its pages on which all results are, and the whole biography. */
export const RESULTS = `${PROFILE}/results`
export const BIOGRAPHY = `${PROFILE}/biography`
export const API = '/api/v1/athletes/ser-od-bat-ochir'

/** The start of the name of a source of the first record, as an editor types it, and the address that it has. */
export const SOURCE = 'Asahi newspaper'
export const SOURCE_SLUG = 'asahi-2014'

export interface OpenResult {
  id: string
  mark: string | null
  year: number
  date: string
  competition: { slug: string; name: string }
  places: { classification: string; place: number }[]
  citations: { field: string; asserts: string | null; accepted: boolean; source: string }[]
}

/** The athlete's one result at a competition, from the open data. */
export async function resultAt(page: Page, competition: string): Promise<OpenResult> {
  const { results } = (await (await page.request.get(API)).json()) as { results: OpenResult[] }
  const [found, ...others] = results.filter((result) => result.competition.slug === competition)
  if (!found || others.length > 0) throw new Error(`${found ? 'Several results' : 'No result'} at ${competition}.`)
  return found
}

/** Fills in what every save must say, on the page or in one form of several. */
export async function giveReason(page: Page | Locator, reason = 'The organiser’s result sheet says so'): Promise<void> {
  await page.getByLabel('Reason', { exact: true }).fill(reason)
  await page.getByLabel('Source', { exact: true }).fill(SOURCE)
  await page.getByLabel('Where in the source', { exact: true }).fill('page 1')
}

/** @returns the number of the change. */
export async function save(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  return expectSaved(page)
}

/**
 * Expects that a save was made: the notice of it on the public page that shows it, or the page of the change where no
 * single place does.
 *
 * @param words how it begins: "Restored" of an undo, "Withdrawn" of what is off the public pages.
 * @returns the number of the change.
 */
export async function expectSaved(page: Page, words: 'Saved' | 'Restored' | 'Withdrawn' = 'Saved'): Promise<string> {
  const notice = page.locator('#saved').filter({ hasText: new RegExp(`^${words}\\b`) })
  await expect(notice.or(page.getByRole('heading', { level: 1, name: words, exact: true }))).toBeVisible()
  const address = new URL(page.url())
  return address.searchParams.get('saved') ?? address.pathname.split('/').at(-1) ?? ''
}

/** Opens a folded part of a form by its name. */
export async function unfold(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('summary').filter({ hasText: name }).click()
}

/** Cites a source that has another mark than the record, and keeps the record as it is. */
export async function citeOtherMark(editor: Page, id: string, mark: string, locator = 'page 1'): Promise<void> {
  await editor.goto(`/admin/results/${id}/citations?field=mark`)
  const form = editor.getByRole('region', { name: 'Cite a source' })
  await form.getByLabel('What the source says').fill(mark)
  await form.getByRole('radio', { name: /Keep our value/ }).check()
  await form.getByLabel('Why it is not followed').selectOption({ label: 'a misprint' })
  await giveReason(form, 'The list printed on the day')
  await form.getByLabel('Where in the source').fill(locator)
  await form.getByRole('button', { name: 'Cite this source' }).click()
  await expectSaved(editor)
}

/** Saves another mark of a result by its form, as a browser without JavaScript sends it. Returns once it is acknowledged. */
export async function sendMark(page: Page, id: string, mark: string): Promise<void> {
  await page.goto(`/admin/results/${id}`)
  await page.getByLabel('Mark', { exact: true }).fill(mark)
  await giveReason(page, `Mark of ${mark}`)
  const multipart = await formOf(page, 'Save')
  const headers = { origin: new URL(page.url()).origin }
  const answer = await page.request.post(`/admin/results/${id}`, { multipart, headers, maxRedirects: 0 })
  expect(answer.headers().location).toMatch(/\/admin\/saved\//)
}

/** A form as a browser without JavaScript would send it. */
export async function formOf(page: Page, button: string): Promise<FormData> {
  const entries = await page.getByRole('button', { name: button, exact: true }).evaluate((element) => {
    const submitter = element as HTMLButtonElement
    return submitter.form
      ? [...new FormData(submitter.form, submitter)].map(([name, value]) => [name, String(value)])
      : []
  })
  const form = new FormData()
  for (const [name = '', value = ''] of entries) form.append(name, value)
  return form
}
