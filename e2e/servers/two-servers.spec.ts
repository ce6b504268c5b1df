/** Two servers of one PostgreSQL, the second with a clock that is behind: what one saves, the other shows. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startCluster } from '../../testing/cluster'
import { PROFILE, resultAt, sendMark } from '../desk'
import { expect, signInByForm, test } from '../fixtures'
import { PASSWORD, USERS } from '../people'
import { type Site, serveDatabase } from '../site'

const SAVES = 6
/** What the other server may need to hear of a save and to make the page. */
const SOON_MS = 10_000

test('each shows its own saves at once and the other’s soon, and neither goes back to what was before', async ({
  browser,
}) => {
  test.slow()
  const cluster = await startCluster()
  test.skip(cluster === null, 'There is no PostgreSQL on this machine.')
  if (!cluster) return
  const sites: Site[] = []
  try {
    const common = { PALMARES_ADMIN_EMAIL: USERS.admin.email, PALMARES_ADMIN_PASSWORD: PASSWORD }
    sites.push(await serveDatabase(cluster.url, { ...common, WEB_CONCURRENCY: '2' }))
    const behind = `--import=${join(import.meta.dirname, '..', 'clock-behind.mjs')}`
    sites.push(await serveDatabase(cluster.url, { ...common, NODE_OPTIONS: behind }))
    const editors: Page[] = []
    for (const { url } of sites) {
      const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false })
      editors.push(await context.newPage())
    }
    for (const editor of editors) await signInByForm(editor, 'admin')
    const [first] = editors
    if (!first) throw new Error('Nobody is signed in.')
    const { id } = await resultAt(first, '2019-world-athletics-championships')

    // The saves are counted in a mark of three hours, which he has nowhere else.
    const shownBy = async ({ url }: Site) => {
      const found = /\b3:00:(\d\d)\b/.exec(await (await fetch(url + PROFILE)).text())
      return found ? Number(found[1]) : 0
    }
    for (let saves = 1; saves <= SAVES; saves++) {
      const [own, other] = saves % 2 === 1 ? [0, 1] : [1, 0]
      const [editor, here, there] = [editors[own], sites[own], sites[other]]
      if (!editor || !here || !there) throw new Error('There are two servers.')
      await sendMark(editor, id, `3:00:${String(saves).padStart(2, '0')}`)
      expect(await shownBy(here), 'the server that has saved').toBe(saves)
      await expect.poll(() => shownBy(there), { message: 'the other server', timeout: SOON_MS }).toBe(saves)
      for (let asked = 0; asked < 4; asked++) expect(await shownBy(here)).toBe(saves)
    }
  } finally {
    for (const site of sites) await site.stop()
    await cluster.stop()
  }
})
