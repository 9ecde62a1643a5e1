import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type ButtonShape, buttonClass } from './Button.tsx'
import { Icon } from './Icon.tsx'

interface LinkButtonProps extends ButtonShape {
  readonly to: string
  /** What a screen reader says when the text alone would not tell which: it begins with the text. */
  readonly name?: string | undefined
  readonly children: ReactNode
}

/** A move that looks like a button. It is announced, opened in a tab and copied as the link it is. */
export function LinkButton({ to, look, big, icon, iconAfter, name, children }: LinkButtonProps) {
  return (
    <Link to={to} aria-label={name} data-print="no" className={buttonClass({ look, big })}>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
      {iconAfter && <Icon of={iconAfter} />}
    </Link>
  )
}
