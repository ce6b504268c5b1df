import { readdirSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const output = process.env.PALMARES_TEST_OUTPUT

/** Each file is a project of its own, and so has workers and served records of its own: it sees no other file's writes. */
const projects = readdirSync('e2e')
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => ({ name: file.replace('.spec.ts', ''), testMatch: file }))

export default defineConfig({
  testDir: 'e2e',
  projects,
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
      executablePath: process.env.PALMARES_CHROMIUM ?? '/usr/bin/chromium',
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
