import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Suggestion } from '@/lib/record/suggestion'
import { engines, type TestDatabase } from '@/testing/database'
import { anEditor, openLoadedRecord, SER_OD } from '@/testing/record'
import type { Editor } from '../accounts/editor'
import { limitSuggestions } from './limits'
import { editAddress, findSubject } from './subject'
import {
  declineSuggestions,
  findCredits,
  findSuggestion,
  findSuggestionByToken,
  findSuggestions,
  publishSuggestions,
  saveSuggestion,
  takeUp,
} from './suggestions'

const PROFILE = `/athletes/${SER_OD}`

const SUGGESTION: Suggestion = {
  figure: 'birthPlace',
  wrong: null,
  right: 'Ulaanbaatar',
  evidence: 'His own page',
  name: 'Dulmaa',
  email: null,
  wantsCredit: true,
}

describe.each(engines())('suggestions of visitors (%s)', (engine) => {
  let open: TestDatabase
  let editor: Editor
  let forms = 0

  beforeAll(async () => {
    open = await openLoadedRecord(engine)
    editor = await anEditor(open.db, 'Anne')
  })
  afterAll(() => open.close())

  /** @returns the address at which it is followed. */
  async function suggest(path: string, change: Partial<Suggestion> = {}, form = `form-${++forms}`): Promise<string> {
    return saveSuggestion(open.db, await findSubject(open.db, path), form, { ...SUGGESTION, ...change })
  }

  const stateOf = async (token: string) => (await findSuggestionByToken(open.db, token))?.state
  const idOf = async (token: string) => (await findSuggestionByToken(open.db, token))?.id ?? ''

  test('a page is known by its path, with what it shows', async () => {
    const profile = await findSubject(open.db, `${PROFILE}?asOf=2024-08-01`)
    expect(profile).toMatchObject({ path: PROFILE, title: 'Ser-Od Bat-Ochir', row: { entity: 'athletes' } })
    expect(profile.figures).toContainEqual({ name: 'birthDate', value: '1981-10-07' })
    const [result] = await open.db.result.findMany({ where: { mark: '2:08:50' }, take: 1 })
    const figure = await findSubject(open.db, `/results/${result?.id}`)
    expect(figure.row).toEqual({ entity: 'results', id: result?.id })
    expect(figure.figures).toContainEqual({ name: 'mark', value: '2:08:50' })
  })

  test.each(['/admin/people', '//evil.example', '/athletes/nobody', 'x', '/results/none', '/suggest?page=/'])(
    '%s is about nothing in particular',
    async (path) => {
      const subject = await findSubject(open.db, path)
      expect(subject).toMatchObject({ row: null, figures: [] })
      expect(subject.path).toMatch(/^\/(?!\/|admin|suggest)/)
    },
  )

  test('a form that is sent twice is one suggestion', async () => {
    const both = await Promise.all([suggest(PROFILE, {}, 'twice'), suggest(PROFILE, {}, 'twice')])
    expect(both[0]).toBe(both[1])
    expect(await declineSuggestions(open.db, editor, await idOf(both[0]), 'Tried')).toBe(true)
  })

  test('those about one figure are answered together, and their senders see it', async () => {
    const first = await suggest(PROFILE)
    const second = await suggest(PROFILE, { right: 'Ulan Bator' })
    const other = await suggest(PROFILE, { figure: null, wrong: 'A race is missing' })
    expect(await stateOf(first)).toBe('OPEN')

    expect(await takeUp(open.db, editor, await idOf(second))).toBe(true)
    expect([await stateOf(first), await stateOf(second), await stateOf(other)]).toEqual(['TAKEN', 'TAKEN', 'OPEN'])

    const { id } = await open.db.changeSet.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(await publishSuggestions(open.db, editor, await idOf(first), id)).toBe(true)
    expect([await stateOf(first), await stateOf(second), await stateOf(other)]).toEqual([
      'PUBLISHED',
      'PUBLISHED',
      'OPEN',
    ])
    expect(await findCredits(open.db, [id])).toEqual(new Map([[id, ['Dulmaa']]]))

    expect(await declineSuggestions(open.db, editor, await idOf(other), 'It is there')).toBe(true)
    expect(await findSuggestionByToken(open.db, other)).toMatchObject({ editor: 'Anne', answer: 'It is there' })
    expect((await findSuggestions(open.db)).open).toEqual([])
  })

  test('what was answered is not answered again, and no change that does not exist answers it', async () => {
    const token = await suggest(PROFILE, { figure: 'nickname' })
    const id = await idOf(token)
    expect(await publishSuggestions(open.db, editor, id, 999_999)).toBe(false)
    expect(await declineSuggestions(open.db, editor, id, 'No source')).toBe(true)
    expect(await declineSuggestions(open.db, editor, id, 'Another reason')).toBe(false)
    expect(await findSuggestion(open.db, id)).toMatchObject({ answer: 'No source' })
  })

  test('only somebody whom the gate has let in answers', async () => {
    const id = await idOf(await suggest(PROFILE, { figure: 'nickname' }))
    await expect(declineSuggestions(open.db, { ...editor }, id, 'No')).rejects.toThrow()
  })

  test('an address that nobody was given leads to nothing', async () => {
    expect(await findSuggestionByToken(open.db, 'guessed')).toBeNull()
  })

  test('it is corrected in the form of its figure', async () => {
    const suggestion = await findSuggestion(open.db, await idOf(await suggest(PROFILE)))
    expect(suggestion && editAddress(suggestion)).toBe(
      `/admin/things/athlete/${suggestion?.entityId}?suggestion=${suggestion?.id}`,
    )
  })

  test('twenty an hour come from one network', async () => {
    for (let sent = 0; sent < 20; sent++) expect(await limitSuggestions(open.db, '192.0.2.1')).toBe(true)
    expect(await limitSuggestions(open.db, '192.0.2.1')).toBe(false)
    expect(await limitSuggestions(open.db, '192.0.2.2')).toBe(true)
  })
})
