/** A real SMTP server, for tests of what is mailed. */
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  mails: { to: string; text: string }[]
  close(): Promise<void>
}

/** Starts one, and makes it the application's by SMTP_URL until it is closed. */
export async function openMailServer(): Promise<MailServer> {
  const mails: MailServer['mails'] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      void text(stream).then((message) => {
        // Long lines are wrapped on the way.
        const body = message.replace(/=\r\n/g, '').replace(/=3D/g, '=')
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text: body })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.server.address()
  process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    mails,
    close: () => {
      delete process.env.SMTP_URL
      return new Promise((closed) => server.close(closed))
    },
  }
}
