import type { LucideIcon } from 'lucide-react'
import { classes } from './classes.ts'
import styles from './Icon.module.css'

export type { LucideIcon } from 'lucide-react'

/**
 * A drawing beside a word, never alone and never read aloud.
 * @param mirrors for arrows and anything that follows the direction of reading; clocks and ticks do not turn
 */
export function Icon({
  of: Drawing,
  mirrors = false,
}: {
  readonly of: LucideIcon
  readonly mirrors?: boolean
}) {
  return (
    <Drawing
      aria-hidden="true"
      focusable="false"
      className={classes(styles.icon, mirrors && styles.mirrors)}
    />
  )
}
