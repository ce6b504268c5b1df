import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export interface Look {
  width: number
  colorScheme: 'light' | 'dark'
}

/** Both widths and both colour schemes: what every page is looked at in. */
export const LOOKS: Look[] = [
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
]

/** The first page of a kind is looked at in the other two combinations as well. */
export const EVERY_LOOK: Look[] = [...LOOKS, { width: 390, colorScheme: 'light' }, { width: 1280, colorScheme: 'dark' }]

/** Opens a page and expects it to be accessible in each look. */
export async function expectAccessibleAt(page: Page, path: string, looks = LOOKS): Promise<void> {
  expect((await page.goto(path))?.status(), path).toBe(200)
  await expectAccessibleIn(page, looks, path)
}

/** Expects the open page to be accessible in each look. */
export async function expectAccessibleIn(page: Page, looks: Look[], what: string): Promise<void> {
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page, `${what}, ${width} px, ${colorScheme}`)
  }
}

/**
 * Expects of the page as it is now what every page must be: axe finds nothing in it, and nothing runs over its edge.
 * `what` names it where a test looks at several.
 */
export async function expectAccessible(page: Page, what?: string): Promise<void> {
  // Only violations are reported in full, and no page has frames of other origins, so that axe can end its run in the
  // page itself: on thousands of cells, both together take two thirds of the time away.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`),
    what,
  ).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, what).toBe(0)
}
