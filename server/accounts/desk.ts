/** Accounts as pages read and change them, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as links from './account-links'
import * as audit from './audit'
import * as factors from './factors'
import * as own from './own-account'
import * as passkeys from './passkeys'
import * as people from './people'
import * as codes from './recovery-codes'
import * as sessions from './sessions'
import * as totp from './totp'

export const findLink = onDatabase(links.findLink)
export const requestReset = onDatabase(links.requestReset)

export const changeName = onDatabase(own.changeName)
export const changeEmail = onDatabase(own.changeEmail)
export const changePassword = onDatabase(own.changePassword)
export const closeAccount = onDatabase(own.closeAccount)
export const exportOwnData = onDatabase(own.exportOwnData)

export const findSessions = onDatabase(sessions.findSessions)
export const endOwnSessions = onDatabase(own.endOwnSessions)

export const findFactors = onDatabase(factors.findFactors)
export const beginApp = onDatabase(totp.beginApp)
export const findAppSetup = onDatabase(totp.findAppSetup)
export const confirmApp = onDatabase(totp.confirmApp)
export const removeApp = onDatabase(totp.removeApp)
export const removePasskey = onDatabase(passkeys.removePasskey)
export const makeRecoveryCodes = onDatabase(codes.makeRecoveryCodes)

export const findPeople = onDatabase(people.findPeople)
export const findPerson = onDatabase(people.findPerson)
export const invite = onDatabase(people.invite)
export const withdrawInvitation = onDatabase(people.withdrawInvitation)
export const changeRole = onDatabase(people.changeRole)
export const deactivate = onDatabase(people.deactivate)
export const reactivate = onDatabase(people.reactivate)
export const endAllSessions = onDatabase(people.endAllSessions)
export const unlock = onDatabase(people.unlock)
export const resetPassword = onDatabase(people.resetPassword)
export const requireFactors = onDatabase(people.requireFactors)
export const findEvents = onDatabase(audit.findEvents)
