/**
 * Devices from which somebody has signed in before. A signed cookie says so for a year, whoever signs out: failures
 * elsewhere do not hold such a device up (sign-in-limits.ts). It opens nothing by itself.
 */
import 'server-only'
import { decode, encode } from '@auth/core/jwt'
import { nanoid } from 'nanoid'
import { cookies } from 'next/headers'
import { accountKey } from './sign-in-limits'
import { isSecure, secrets } from './signing'

const YEAR = 365 * 24 * 60 * 60
const SALT = 'palmares-device'
/** Several people may share a device; the ones who used it last are known. */
const MOST_ACCOUNTS = 8

interface Device {
  id: string
  /** As `accountKey` names them, the last first. */
  accounts: string[]
}

export function deviceCookie(): string {
  return isSecure() ? '__Host-palmares-device' : 'palmares-device'
}

/** The device in this cookie's value, if we signed it. */
export async function readDevice(value: string | undefined): Promise<Device | null> {
  if (!value) return null
  const token = await decode({ token: value, secret: secrets(), salt: SALT }).catch(() => null)
  if (!token || typeof token.device !== 'string' || !Array.isArray(token.accounts)) return null
  return { id: token.device, accounts: token.accounts.filter((account) => typeof account === 'string') }
}

/** The cookie's value after this account has signed in. */
export async function writeDevice(known: Device | null, email: string): Promise<string> {
  const account = accountKey(email)
  const accounts = [account, ...(known?.accounts ?? []).filter((other) => other !== account)].slice(0, MOST_ACCOUNTS)
  return encode({ token: { device: known?.id ?? nanoid(), accounts }, secret: secrets(), salt: SALT, maxAge: YEAR })
}

/** The device that is asking, where this account has signed in from it before. */
export async function knownDevice(email: string): Promise<string | null> {
  const device = await requestedDevice()
  return device?.accounts.includes(accountKey(email)) ? device.id : null
}

/** Whether anybody has signed in from the device that is asking. */
export async function isKnownDevice(): Promise<boolean> {
  return (await requestedDevice()) !== null
}

/** Remembers that this account has signed in from the device that is asking. */
export async function rememberDevice(email: string): Promise<void> {
  const value = await writeDevice(await requestedDevice(), email)
  const options = { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge: YEAR } as const
  ;(await cookies()).set(deviceCookie(), value, options)
}

async function requestedDevice(): Promise<Device | null> {
  return readDevice((await cookies()).get(deviceCookie())?.value)
}
