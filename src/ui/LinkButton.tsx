import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type ButtonShape, buttonClass } from './Button.tsx'
import { Icon } from './Icon.tsx'

/** A move that looks like a button. It is announced, opened in a tab and copied as the link it is. */
export function LinkButton({
  to,
  look,
  big,
  icon,
  iconAfter,
  children,
}: ButtonShape & { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link to={to} data-print="no" className={buttonClass({ look, big })}>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
      {iconAfter && <Icon of={iconAfter} />}
    </Link>
  )
}
