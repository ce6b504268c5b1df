import type { ComponentProps } from 'react'

const LOOKS = {
  plain: 'button',
  /** The one thing that a form is for. */
  primary: 'button button-primary',
  /** What takes something away. */
  danger: 'button button-danger',
}

export function Button({
  look = 'plain',
  type = 'submit',
  ...rest
}: Omit<ComponentProps<'button'>, 'className'> & { look?: keyof typeof LOOKS }) {
  return <button type={type} className={LOOKS[look]} {...rest} />
}
