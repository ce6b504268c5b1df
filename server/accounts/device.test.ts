import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readDevice, writeDevice } from './device'
import { accountKey } from './sign-in-limits'

const [OLD, NEW] = ['an old key of more than 32 characters', 'a new key of more than 32 characters']
const OWNER = 'owner@palmares.example'

beforeEach(() => void vi.stubEnv('PALMARES_SECRET', OLD))
afterEach(() => void vi.unstubAllEnvs())

test('a device knows the accounts that have signed in from it, the last first, and no more than eight', async () => {
  let device = await readDevice(await writeDevice(null, OWNER))
  const { id } = device ?? {}
  for (let number = 1; number <= 8; number++) {
    device = await readDevice(await writeDevice(device, `${number}@palmares.example`))
  }
  device = await readDevice(await writeDevice(device, '3@palmares.example'))
  expect(device?.id).toBe(id)
  expect(device?.accounts).toHaveLength(8)
  expect(device?.accounts[0]).toBe(accountKey('3@palmares.example'))
  expect(device?.accounts).not.toContain(accountKey(OWNER))
})

test('a cookie that we did not sign says nothing', async () => {
  const [value, other] = [await writeDevice(null, OWNER), await writeDevice(null, 'other@palmares.example')]
  expect(await readDevice(`${value.slice(0, -4)}AAAA`)).toBeNull()
  expect(await readDevice([...value.split('.').slice(0, 4), other.split('.')[4]].join('.'))).toBeNull()
  for (const made of ['', 'x', 'a.b.c.d.e', undefined]) expect(await readDevice(made)).toBeNull()
})

test('after the key was replaced, what the old one signed is valid until it is no longer listed', async () => {
  const value = await writeDevice(null, OWNER)
  vi.stubEnv('PALMARES_SECRET', `${NEW},${OLD}`)
  expect((await readDevice(value))?.accounts).toEqual([accountKey(OWNER)])
  const renewed = await writeDevice(await readDevice(value), OWNER)
  vi.stubEnv('PALMARES_SECRET', NEW)
  expect(await readDevice(value)).toBeNull()
  expect((await readDevice(renewed))?.accounts).toEqual([accountKey(OWNER)])
})
