import type { ComponentProps } from 'react'
import { buttonClass } from '../ui/button-class'

export function Button({
  look = 'plain',
  type = 'submit',
  ...rest
}: Omit<ComponentProps<'button'>, 'className'> & {
  /** `primary` is the one thing that a form is for; `danger` takes something away. */
  look?: keyof typeof buttonClass
}) {
  return <button type={type} className={buttonClass[look]} {...rest} />
}
