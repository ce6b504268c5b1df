/** Processes that are killed while people read and save: what was acknowledged is there, and nobody is left waiting. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PROFILE, resultAt, sendMark } from '../desk'
import { expect, signInByForm, test } from '../fixtures'
import { serveData } from '../site'

/** The processes that a site's first one has started, by their scripts. */
function processesOf(pid: number): Map<string, number> {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
  const found = children.map((child): [string, number] => {
    const script = readFileSync(`/proc/${child}/cmdline`, 'utf8')
      .split('\0')
      .find((part) => /scripts\/\w+\.ts$/.test(part))
    return [script?.split('/').at(-1) ?? '', child]
  })
  return new Map(found)
}

/** The page once it answers. */
async function reachable(address: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(address).catch(() => null)
    if (answer?.status === 200) return answer
    await sleep(100)
  }
}

test('the edge, the application and the owner of the database are killed, one after the other', async ({ browser }) => {
  test.slow()
  const data = mkdtempSync(join(tmpdir(), 'palmares-killed-'))
  cpSync(`${process.env.PALMARES_E2E_RECORDS}/writing`, data, { recursive: true })
  let site = await serveData(data)
  try {
    const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
    const page = await context.newPage()
    await signInByForm(page, 'oyuna')
    const { id } = await resultAt(page, '2019-world-athletics-championships')
    let saves = 0
    let mark = ''
    const save = async () => {
      saves++
      const next = `3:00:${String(saves).padStart(2, '0')}`
      await sendMark(page, id, next)
      mark = next
    }
    const shows = async () => expect(await (await reachable(site.url + PROFILE)).text()).toContain(mark)
    const failed: number[] = []
    const read = (path: string) => fetch(site.url + path).then(({ status }) => status !== 200 && failed.push(status))

    await save()
    await shows()
    // What is kept is read on while nobody can make a page, and what is not kept waits.
    process.kill(processesOf(site.pid).get('application.ts') ?? 0, 'SIGKILL')
    await Promise.all([read(PROFILE), read('/athletes'), read('/series')])
    expect(failed).toEqual([])
    await save()
    await shows()

    process.kill(processesOf(site.pid).get('web.ts') ?? 0, 'SIGKILL')
    await shows()
    await save()
    await shows()

    // With the owner of the database everything ends; started again, it has what was acknowledged.
    const { port } = new URL(site.url)
    const others = [...processesOf(site.pid).values()]
    process.kill(site.pid, 'SIGKILL')
    const isRunning = (pid: number) => {
      try {
        return process.kill(pid, 0)
      } catch {
        return false
      }
    }
    await expect.poll(() => others.filter(isRunning)).toEqual([])
    site = await serveData(data, Number(port))
    await shows()
    await save()
    await shows()
    await context.close()
  } finally {
    await site.stop()
    rmSync(data, { recursive: true, force: true })
  }
})
