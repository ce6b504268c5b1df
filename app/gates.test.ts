/** Who may do something is asked in the action itself: a new action, or address for programs, that forgets it fails. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const APP = import.meta.dirname
/** `answerCiting` asks by `withAuthor`. */
const GATE =
  /\b(with(Author|Editor|Reason|Evidence|AuthorEvidence)|answerCiting|require(Author|Editor|Admin|Person|Fresh)(OrForm)?|current(Author|Editor|Person))(<\w+>)?\(/

/** What somebody may do who is not signed in: sign in, and suggest a correction. */
const FOR_STRANGERS = [
  'sign-in/actions.ts signInAction',
  'sign-in/actions.ts secondStepAction',
  'sign-in/actions.ts askPasskeyAction',
  'sign-in/actions.ts passkeyAction',
  'sign-in/actions.ts forgotAction',
  'sign-in/actions.ts linkAction',
  'suggest/actions.ts suggestAction',
]

const files = (readdirSync(APP, { recursive: true }) as string[]).sort()
const actionFiles = files.filter((path) => path.endsWith('actions.ts'))
const deskRoutes = files.filter((path) => /^(admin|account)\/.*route\.ts$/.test(path))

/** The functions of a file by name, each with its text. */
function functionsOf(path: string): { name: string; text: string; isExported: boolean }[] {
  const parts = readFileSync(join(APP, path), 'utf8').split(/^(?=(?:export )?(?:async )?function |export const )/m)
  return parts.flatMap((text) => {
    const [, exported, name] = /^(export )?(?:async )?(?:function|const) (\w+)/.exec(text) ?? []
    return name ? [{ name, text, isExported: exported !== undefined }] : []
  })
}

/** The functions of a file that ask who it is, themselves or by another of the same file. */
function gatedIn(path: string): Set<string> {
  const functions = functionsOf(path)
  const gated = new Set(functions.flatMap(({ name, text }) => (GATE.test(text) ? [name] : [])))
  for (const { name, text } of functions) {
    if ([...gated].some((other) => other !== name && text.includes(`${other}(`))) gated.add(name)
  }
  return gated
}

describe('every action asks who it is', () => {
  test.each(actionFiles)('%s', (path) => {
    const gated = gatedIn(path)
    const open = functionsOf(path).flatMap(({ name, isExported }) =>
      isExported && !gated.has(name) ? [`${path} ${name}`] : [],
    )
    expect(open).toEqual(FOR_STRANGERS.filter((action) => action.startsWith(`${path} `)))
  })
})

describe('every address for the programs of the desk asks who it is', () => {
  test.each(deskRoutes)('%s', (path) => {
    const handlers = functionsOf(path).flatMap(({ name }) => (/^(GET|POST|PUT|DELETE|PATCH)$/.test(name) ? [name] : []))
    expect(handlers.length).toBeGreaterThan(0)
    const gated = gatedIn(path)
    expect(handlers.filter((handler) => !gated.has(handler))).toEqual([])
  })
})

test('there are actions and addresses to look at', () => {
  expect(actionFiles.length).toBeGreaterThan(20)
  expect(deskRoutes.length).toBeGreaterThan(5)
})
