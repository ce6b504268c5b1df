import type { ComponentProps } from 'react'
import { buttonClass } from './button-class'

export function LinkButton({
  look = 'plain',
  ...rest
}: Omit<ComponentProps<'a'>, 'className'> & { look?: keyof typeof buttonClass }) {
  return <a className={buttonClass[look]} {...rest} />
}
