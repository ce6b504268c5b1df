import { describe, expect, test } from 'vitest'
import { Touched, type TouchedBy } from './touched'

/** A database of changes, and a view on it that begins now. */
function watch(most?: number) {
  const changes: TouchedBy[] = []
  let cleared = 0
  let reads = 0
  const view = new Touched(
    async (since) => {
      reads++
      await Promise.resolve()
      return { last: changes.length, touches: changes.filter(({ number }) => number > Math.max(since, cleared)) }
    },
    0,
    most,
  )
  const save = (...subjects: string[]) => changes.push({ number: changes.length + 1, subjects })
  return { view, save, clear: () => (cleared = changes.length), reads: () => reads }
}

describe('what has been touched', () => {
  test('what was read is true until something that it depends on is touched', async () => {
    const { view, save } = watch()
    save('athlete/a')
    await view.catchUp()
    expect(view.isUntouched(['athlete/a'], 0)).toBe(false)
    expect(view.isUntouched(['athlete/b'], 0)).toBe(true)
    expect(view.isUntouched(['athlete/b', 'athlete/a'], 0)).toBe(false)
    expect(view.isUntouched(['athlete/a'], 1)).toBe(true)
  })

  test('what depends on nothing in particular depends on everything', async () => {
    const { view, save } = watch()
    save('athlete/a')
    await view.catchUp()
    expect(view.isUntouched([], 0)).toBe(false)
    expect(view.isUntouched([], 1)).toBe(true)
  })

  test('"everything" touches everything from before, and nothing from after', async () => {
    const { view, save } = watch()
    save('*')
    save('athlete/a')
    await view.catchUp()
    expect(view.isUntouched(['athlete/b'], 0)).toBe(false)
    expect(view.isUntouched(['athlete/b'], 1)).toBe(true)
  })

  test('of more subjects than are remembered, nothing from before is believed', async () => {
    const { view, save } = watch(2)
    for (const id of ['a', 'b', 'c']) save(`athlete/${id}`)
    await view.catchUp()
    expect(view.isUntouched(['athlete/a'], 0)).toBe(false)
    expect(view.isUntouched(['athlete/x'], 0)).toBe(false)
    expect(view.isUntouched(['athlete/x'], 1)).toBe(true)
    expect(view.isUntouched(['athlete/b'], 1)).toBe(false)
  })

  test('nor where changes have been cleared away before they were read', async () => {
    const { view, save, clear } = watch()
    save('athlete/a')
    clear()
    save('athlete/b')
    await view.catchUp()
    expect(view.isUntouched(['athlete/x'], 1)).toBe(false)
    expect(view.isUntouched(['athlete/x'], 2)).toBe(true)
  })

  test('whoever asks while it is being read gets what was committed before the question', async () => {
    const { view, save, reads } = watch()
    save('athlete/a')
    const first = view.catchUp()
    save('athlete/b')
    const others = [view.catchUp(), view.catchUp(), view.reach(2)]
    await Promise.all([first, ...others])
    expect(view.number).toBe(2)
    expect(reads()).toBe(2)
  })
})
