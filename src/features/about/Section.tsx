import type { ReactNode } from 'react'
import styles from './about.module.css'

/** A heading and what it is about. */
export function Section({
  heading,
  level = 2,
  children,
}: {
  readonly heading: string
  readonly level?: 2 | 3
  readonly children: ReactNode
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={styles.section}>
      <Heading>{heading}</Heading>
      {children}
    </section>
  )
}
