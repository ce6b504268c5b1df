import type { ComponentProps } from 'react'

const LOOKS = {
  plain: 'button',
  /** The one thing that a form is for. */
  chief: 'button button-chief',
  /** What takes something away. */
  grave: 'button button-grave',
}

export function Button({
  look = 'plain',
  type = 'submit',
  ...rest
}: Omit<ComponentProps<'button'>, 'className'> & { look?: keyof typeof LOOKS }) {
  return <button type={type} className={LOOKS[look]} {...rest} />
}
