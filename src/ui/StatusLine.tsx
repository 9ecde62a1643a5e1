import { Link } from 'react-router'
import { classes } from './classes.ts'
import { Icon, type LucideIcon } from './Icon.tsx'
import { VisuallyHidden } from './Layout.tsx'
import styles from './StatusLine.module.css'

interface StatusLineProps {
  readonly to: string
  /** Heard, not shown, at the start of the name: « Envoi : ». */
  readonly prefix: string
  readonly icon: LucideIcon
  /** The fact: « 14 fiches à envoyer ». */
  readonly title: string
  readonly detail?: string | undefined
  /** `stop` only for data at risk: no network is no error (STATE-3). */
  readonly tone: 'ok' | 'plain' | 'stop'
}

/** Facts about data, never about the network. Made for the navigation bar, whose colours it takes. */
export function StatusLine({ to, prefix, icon, title, detail, tone }: StatusLineProps) {
  return (
    <Link to={to} className={classes(styles.line, tone === 'stop' && styles.stop)}>
      <VisuallyHidden>{prefix} </VisuallyHidden>
      <strong className={styles.title}>
        <Icon of={icon} /> {title}
      </strong>
      {detail && <span> {detail}</span>}
    </Link>
  )
}
