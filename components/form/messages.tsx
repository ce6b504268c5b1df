import type { ReactNode } from 'react'

interface Message {
  id?: string
  children: ReactNode
}

/** What helps to fill in an input, in small print under it. */
export function Hint({ className = '', ...rest }: Message & { className?: string }) {
  return <p className={`mt-0.75 text-xs leading-snug text-quiet ${className}`.trimEnd()} {...rest} />
}

/** What is wrong with an input. */
export function ErrorMessage(message: Message) {
  return <p className="mt-0.75 text-sm leading-snug font-semibold text-champ" {...message} />
}

/** What looks wrong and may be right. */
export function Warning(message: Message) {
  return <p className="mt-0.75 text-sm leading-snug text-gold" {...message} />
}
