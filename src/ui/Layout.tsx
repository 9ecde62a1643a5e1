import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Layout.module.css'

/** One below the other. */
export function Stack({
  gap = 'm',
  children,
}: {
  readonly gap?: 's' | 'm' | 'l'
  readonly children: ReactNode
}) {
  return <div className={classes(styles.stack, styles[gap])}>{children}</div>
}

/** Side by side, wrapping; `apart` pushes the first and the last to the edges. */
export function Row({ apart = false, children }: { readonly apart?: boolean; readonly children: ReactNode }) {
  return <div className={classes(styles.row, apart && styles.apart)}>{children}</div>
}

/** Read aloud, not shown. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>
}
