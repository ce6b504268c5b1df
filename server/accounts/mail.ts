/** Mail, where SMTP_URL names a server that takes it. Without one nothing is sent, and links are handed over by hand. */
import { createTransport } from 'nodemailer'

export interface Mail {
  to: string
  subject: string
  text: string
}

export function isMailSetUp(): boolean {
  return Boolean(process.env.SMTP_URL)
}

/**
 * Sends a mail. A server that does not take it is reported to the log and not to the visitor: what the mail is about has
 * been done already, and an answer must not depend on who has an account.
 *
 * @returns whether a server has taken it.
 */
export async function sendMail(mail: Mail): Promise<boolean> {
  if (!process.env.SMTP_URL) return false
  const transport = createTransport(process.env.SMTP_URL)
  try {
    await transport.sendMail({ from: sender(), ...mail })
    return true
  } catch (error) {
    console.error('A mail could not be sent:', (error as Error).message)
    return false
  } finally {
    transport.close()
  }
}

function sender(): string {
  const { hostname } = new URL(process.env.PALMARES_URL || 'http://localhost')
  return process.env.MAIL_FROM || `Palmarès <palmares@${hostname}>`
}
