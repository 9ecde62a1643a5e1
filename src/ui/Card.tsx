import { type ReactNode, useId } from 'react'
import styles from './Card.module.css'
import { classes } from './classes.ts'
import { Icon, type LucideIcon } from './Icon.tsx'

interface CardProps {
  /** Names the region. */
  readonly heading: string
  readonly level?: 2 | 3 | undefined
  readonly icon?: LucideIcon | undefined
  /** At the end of the line of the heading: a count, a tag. */
  readonly aside?: ReactNode
  /** `help`: somebody calls. */
  readonly tone?: 'plain' | 'help' | undefined
  readonly children?: ReactNode
}

/** A part of the page that stands by itself: a named region with its heading. Only to group. */
export function Card({ heading, level = 2, icon, aside, tone = 'plain', children }: CardProps) {
  const headingId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={classes(styles.card, tone === 'help' && styles.help)} aria-labelledby={headingId}>
      <div className={styles.head}>
        <Heading id={headingId}>
          {icon && <Icon of={icon} />} {heading}
        </Heading>
        {aside}
      </div>
      {children}
    </section>
  )
}
