import type { ComponentProps } from 'react'
import styles from './Button.module.css'
import { classes } from './classes.ts'
import { Icon, type LucideIcon } from './Icon.tsx'

/** `primary`: the one main action; `quiet`: beside it; `help`: calls a human; `danger`: loses something; `chip`: after chips. */
export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'help' | 'danger' | 'chip'

export interface ButtonShape {
  readonly look?: ButtonLook | undefined
  readonly big?: boolean | undefined
  readonly icon?: LucideIcon | undefined
  /** After the word: « C’est fait, étape suivante → ». */
  readonly iconAfter?: LucideIcon | undefined
}

export function buttonClass({ look = 'plain', big = false }: ButtonShape): string {
  return classes(styles.button, styles[look], big && styles.big)
}

/** A native button; what it does is its text. It submits only when `type="submit"` says so. */
export function Button({
  look,
  big,
  icon,
  iconAfter,
  children,
  ...native
}: Omit<ComponentProps<'button'>, 'className'> & ButtonShape) {
  return (
    <button type="button" {...native} className={buttonClass({ look, big })}>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
      {iconAfter && <Icon of={iconAfter} />}
    </button>
  )
}
