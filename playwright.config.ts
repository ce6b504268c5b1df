import { defineConfig } from '@playwright/test'
import type { WorkerOptions } from './e2e/fixtures'
import { installedChromium } from './scripts/chromium.mjs'

const output = process.env.PALMARES_TEST_OUTPUT

// A worker starts one server for all tests of its project, but for those that compare servers, which start their own.
// The desk's tests come first: they take longest.
export default defineConfig<object, WorkerOptions>({
  projects: [
    { name: 'writing', testDir: 'e2e/writing', use: { record: 'writing' } },
    { name: 'servers', testDir: 'e2e/servers' },
    { name: 'reading', testDir: 'e2e/reading', use: { record: 'reading' } },
  ],
  outputDir: 'test-results/browser',
  globalSetup: './e2e/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: output ? [['list'], ['json', { outputFile: output }]] : [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    timezoneId: 'Asia/Kathmandu',
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: installedChromium(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
