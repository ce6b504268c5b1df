import { expect, test } from 'vitest'
import { RenderQueue, TooBusy } from './render-queue'

/** Works that end when the test says so. */
function works(queue: RenderQueue) {
  const began: string[] = []
  const ends: (() => void)[] = []
  const ask = (network: string, name: string) =>
    queue.run(network, () => {
      began.push(name)
      return new Promise<string>((done) => ends.push(() => done(name)))
    })
  /** Ends the work that has run longest, and lets what follows begin. */
  const endOne = async () => {
    ends.shift()?.()
    await new Promise(setImmediate)
  }
  return { began, ask, endOne }
}

test('no more render at the same time than is allowed, and the others follow', async () => {
  const { began, ask, endOne } = works(new RenderQueue({ atOnce: 2, waiting: 10, waitingOfOne: 10 }))
  const answers = ['1', '2', '3', '4'].map((name) => ask('a', name))
  expect(began).toEqual(['1', '2'])
  await endOne()
  expect(began).toEqual(['1', '2', '3'])
  for (let ended = 0; ended < 3; ended++) await endOne()
  expect(await Promise.all(answers)).toEqual(['1', '2', '3', '4'])
})

test('networks take turns, however much one of them asks for', async () => {
  const { began, ask, endOne } = works(new RenderQueue({ atOnce: 1, waiting: 10, waitingOfOne: 10 }))
  const answers = ['1', '2', '3', '4'].map((name) => ask('crowd', name))
  answers.push(ask('reader', 'page'))
  await endOne()
  await endOne()
  expect(began).toEqual(['1', '2', 'page'])
  for (let ended = 0; ended < 3; ended++) await endOne()
  await Promise.all(answers)
})

test('who asks when too many wait is told so at once, and there is room again later', async () => {
  const { ask, endOne } = works(new RenderQueue({ atOnce: 1, waiting: 3, waitingOfOne: 2 }))
  const answers = [ask('a', '1'), ask('a', '2'), ask('a', '3')]
  await expect(ask('a', '4')).rejects.toThrow(TooBusy)
  answers.push(ask('b', '5'))
  await expect(ask('c', '6')).rejects.toThrow(TooBusy)
  for (let ended = 0; ended < 4; ended++) await endOne()
  await Promise.all(answers)
  const late = ask('c', '7')
  await endOne()
  expect(await late).toBe('7')
})

test('a work that fails gives its place on', async () => {
  const queue = new RenderQueue({ atOnce: 1, waiting: 1, waitingOfOne: 1 })
  await expect(queue.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await queue.run('a', async () => 'fine')).toBe('fine')
})

test('while something is saved no render begins, and those that waited follow', async () => {
  const queue = new RenderQueue({ atOnce: 2, waiting: 10, waitingOfOne: 10 })
  const { began, ask, endOne } = works(queue)
  const running = ask('a', '1')
  let saved = () => {}
  const saving = queue.runAhead(() => new Promise<void>((done) => (saved = done)))
  const later = ask('a', '2')
  expect(began).toEqual(['1'])
  saved()
  await saving
  expect(began).toEqual(['1', '2'])
  await endOne()
  await endOne()
  expect(await Promise.all([running, later])).toEqual(['1', '2'])
})

test('what is sent for ever keeps nobody waiting for ever', async () => {
  const queue = new RenderQueue({ atOnce: 1, waiting: 10, waitingOfOne: 10 })
  void queue.runAhead(() => new Promise<void>(() => {}))
  void queue.runAhead(() => new Promise<void>(() => {}))
  expect(await queue.run('a', async () => 'a page')).toBe('a page')
  expect(await queue.run('a', async () => 'another')).toBe('another')
})
