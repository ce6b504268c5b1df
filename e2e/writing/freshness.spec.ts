import { API, formOf, giveReason, PROFILE, resultAt } from '../desk'
import { expect, test } from '../fixtures'

/** Enough to see an old page; for a long run: `PALMARES_SAVES=100 npx playwright test freshness`. */
const SAVES = Number(process.env.PALMARES_SAVES || 25)
const READERS = 8

test('while eight readers ask without pause, no answer after a save shows the old page', async ({
  signIn,
  baseURL,
}) => {
  test.setTimeout(60_000 + SAVES * 10_000)
  const editor = await signIn('oyuna', { javaScriptEnabled: false })
  const { id } = await resultAt(editor, '2019-world-athletics-championships')
  const form = `/admin/results/${id}`
  await editor.goto(form)

  // The number that the last acknowledged save wrote; every answer to a later question must show it, or a later one.
  let saved = 0
  let reading = true
  const stale: string[] = []
  let answers = 0
  // The saves are counted in a mark of three hours, which he has nowhere else: save 61 makes it 3:01:01.
  const markOf = (number: number) =>
    `3:${String(Math.floor(number / 60)).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}`
  const numberIn = (text: string) => {
    const shown = /\b3:(\d\d):(\d\d)\b/.exec(text)
    return shown ? Number(shown[1]) * 60 + Number(shown[2]) : 0
  }
  const readers = Array.from({ length: READERS }, async (_, reader) => {
    while (reading) {
      const least = saved
      const answer = await fetch(`${baseURL}${reader % 2 === 0 ? PROFILE : API}`)
      const shown = numberIn(await answer.text())
      answers++
      if (answer.status !== 200) stale.push(`status ${answer.status}`)
      if (shown < least) stale.push(`${shown} after ${least} was saved`)
    }
  })

  for (let number = 1; number <= SAVES; number++) {
    await editor.goto(form)
    await editor.getByLabel('Mark', { exact: true }).fill(markOf(number))
    await giveReason(editor, `Save ${number}`)
    const answer = await editor.request.post(form, {
      multipart: await formOf(editor, 'Save'),
      headers: { origin: baseURL ?? '' },
      maxRedirects: 0,
    })
    expect(answer.headers().location, `save ${number}`).toMatch(/\/admin\/saved\//)
    saved = number
  }
  reading = false
  await Promise.all(readers)
  expect(stale).toEqual([])
  expect(answers).toBeGreaterThan(SAVES)

  // Nor later: no page that was being made during a save has been kept.
  for (const path of [PROFILE, API, PROFILE]) {
    expect(numberIn(await (await fetch(`${baseURL}${path}`)).text()), path).toBe(SAVES)
  }
})
