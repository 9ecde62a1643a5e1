import { ArrowLeft, ArrowRight, LogOut, type LucideIcon, Undo2 } from 'lucide-react'
import { classes } from './classes.ts'
import styles from './Icon.module.css'

export type { LucideIcon } from 'lucide-react'

/** They follow the direction of reading; clocks, ticks and marks do not turn (LANG-4). */
const followReading: ReadonlySet<LucideIcon> = new Set([ArrowLeft, ArrowRight, LogOut, Undo2])

/** A drawing beside a word, never alone and never read aloud. */
export function Icon({ of: Drawing }: { readonly of: LucideIcon }) {
  return (
    <Drawing
      aria-hidden="true"
      focusable="false"
      className={classes(styles.icon, followReading.has(Drawing) && styles.mirrors)}
    />
  )
}
