/**
 * Whatever is sent by the forms of those who work together (proposals, reviews, drafts, suggestions, accounts): it is
 * answered, every change that comes of it has its revisions, and the public pages open.
 */
import { test as base, expect, type Page } from '@playwright/test'
import fc from 'fast-check'
import { Client } from 'pg'
import { giveReason, PROFILE, resultAt } from '../desk'
import { type Person, signInByForm } from '../fixtures'
import { type Site, startSite } from '../site'

/** A site of its own: what is accepted would be in the way of other tests. */
const test = base.extend<{ site: Site; opened: (who: Person | null) => Promise<Page> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  site: async ({}, use) => {
    const site = await startSite(`${process.env.PALMARES_E2E_RECORDS}/writing`)
    await use(site)
    await site.stop()
  },
  opened: async ({ browser, site }, use) => {
    await use(async (who) => {
      const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
      const page = await context.newPage()
      if (who) await signInByForm(page, who)
      return page
    })
  },
})

const VALUE = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...[
        '',
        ' ',
        '\0',
        '\u202e',
        '💣',
        '<script>',
        "' OR 1=1 --",
        '{{7*7}}',
        '../..',
        '//elsewhere.example',
        'javascript:x',
      ],
      ...['NaN', '-1', '0', '1', '1e9', '99999999999999999999', 'null', '{}', '[[[[', '{"draft":{},"version":1}'],
      ...['2:10:10', '2014-12-07', '2014-13-99', 'mark', 'results/x/mark', 'Asahi newspaper', 'yes', 'constructor'],
      ...['__proto__', 'x'.repeat(5000), 'line\r\nline', '2147483648', '0.deadbeef'],
    ),
  },
)

interface SentForm {
  /** Every input by name, with its value; the button that is pressed comes last. */
  fields: { name: string; value: string; isOurs: boolean }[]
  button: string
}

/** The forms of the open page that are posted, once for each of their buttons. */
async function formsOn(page: Page): Promise<SentForm[]> {
  return page.locator('form').evaluateAll((forms) =>
    (forms as HTMLFormElement[]).flatMap((form) => {
      if (form.method !== 'post' || form.action.endsWith('/sign-out')) return []
      const buttons = [...form.querySelectorAll('button')].filter(({ type }) => type === 'submit')
      return buttons.map((button) => ({
        button: button.textContent ?? '',
        fields: [...new FormData(form, button)].map(([name, value]) => ({
          name,
          value: String(value),
          // By these the server knows which form it is.
          isOurs: name.startsWith('$ACTION'),
        })),
      }))
    }),
  )
}

/** What would end the test itself. */
const LEFT_OUT = /^(End |Deactivate|Close |Reset|Unlock|Make a link)/

/** Sends each form of a page with generated values. @returns how many were sent, and what failed. */
async function fuzz(page: Page, address: string, rounds: number, seed: number) {
  const failed: string[] = []
  let sent = 0
  for (let round = 0; round < rounds; round++) {
    const answer = await page.goto(address)
    if (answer?.status() !== 200) return { sent, failed }
    const forms = await formsOn(page)
    for (const [nth, { fields, button }] of forms.entries()) {
      if (LEFT_OUT.test(button.trim())) continue
      const values = fc.sample(VALUE, { numRuns: fields.length, seed: seed + 1000 * round + nth })
      const form = new FormData()
      for (const [index, { name, value, isOurs }] of fields.entries()) {
        // In the first round what is hidden stays, so that what is typed is read at all.
        const isKept = isOurs || (index + round) % 3 === 0
        form.append(name, isKept ? value : (values[index] ?? ''))
      }
      const response = await page.request.post(address, { multipart: form, maxRedirects: 0 })
      sent++
      const text = await response.text()
      if (response.status() >= 500 || /__next_error__|could not be made/.test(text)) {
        failed.push(`${response.status()} ${address} “${button.trim()}” ${JSON.stringify([...form]).slice(0, 400)}`)
      }
    }
  }
  return { sent, failed }
}

test('forms of proposals, reviews, drafts, suggestions and accounts survive generated input', async ({
  site,
  opened,
}) => {
  test.setTimeout(600_000)
  const visitor = await opened(null)
  const { id } = await resultAt(visitor, '2014-fukuoka-marathon')
  const carol = await opened('carol')
  const oyuna = await opened('oyuna')
  const brett = await opened('brett')
  const admin = await opened('admin')
  await carol.goto(`/admin/results/${id}`)
  await carol.getByLabel('Mark', { exact: true }).fill('2:10:10')
  await giveReason(carol)
  await carol.getByRole('button', { name: 'Save', exact: true }).click()
  const proposal = new URL(carol.url()).pathname.split('/').at(-1)
  await brett.goto('/admin/drafts')
  await brett.getByRole('button', { name: 'Start a draft' }).click()
  await visitor.goto(`/results/${id}`)
  const suggest = await visitor.getByRole('link', { name: 'Suggest a correction' }).getAttribute('href')

  const asked: readonly (readonly [Page, string])[] = [
    [visitor, suggest ?? ''],
    [visitor, '/sign-in'],
    [visitor, '/sign-in/forgot'],
    [carol, '/account'],
    [carol, '/account/email'],
    [carol, '/account/password'],
    [carol, `/admin/results/${id}`],
    [oyuna, `/admin/review/${proposal}`],
    [oyuna, '/admin/suggestions'],
    [oyuna, `/admin/protect/result/${id}`],
    [oyuna, `/admin/watch/athlete/anything`],
    [oyuna, '/admin/watched'],
    [oyuna, '/admin/patrol'],
    [brett, `/admin/results/${id}`],
    [brett, `/admin/results/${id}/citations`],
    [brett, '/admin/drafts'],
    [carol, `/admin/proposals/${proposal}`],
    [carol, '/admin/proposals'],
    [carol, '/admin/drafts'],
    [admin, '/admin/people'],
  ]
  const failed: string[] = []
  let sent = 0
  for (const [index, [page, address]] of asked.entries()) {
    const answers = await fuzz(page, address, 5, 2026 + index)
    sent += answers.sent
    failed.push(...answers.failed)
  }
  expect(failed).toEqual([])
  // Otherwise it would prove nothing.
  expect(sent).toBeGreaterThan(100)

  const database = new Client({ host: site.data, user: 'postgres', database: 'postgres' })
  await database.connect()
  const { rows: empty } = await database.query(`SELECT id FROM change_sets c
    WHERE NOT EXISTS (SELECT FROM revisions r WHERE r."changeSetId" = c.id)`)
  const { rows: changes } = await database.query('SELECT id FROM change_sets ORDER BY id DESC LIMIT 20')
  await database.end()
  expect(empty).toEqual([])
  const pages = [
    PROFILE,
    `${PROFILE}/history`,
    '/',
    '/changes',
    '/athletes',
    ...changes.map(({ id }) => `/changes/${id}`),
  ]
  for (const path of pages) expect((await visitor.request.get(path)).status(), path).toBe(200)
})
