import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon, type LucideIcon } from './Icon.tsx'
import styles from './Tag.module.css'

interface TagProps {
  readonly tone?: 'plain' | 'ok' | 'warn' | 'stop' | undefined
  readonly icon?: LucideIcon | undefined
  readonly children: ReactNode
}

/** A state in one or two words: the colour repeats the word and never replaces it. */
export function Tag({ tone = 'plain', icon, children }: TagProps) {
  return (
    <span className={classes(styles.tag, styles[tone])}>
      {icon && <Icon of={icon} />}
      {children}
    </span>
  )
}
