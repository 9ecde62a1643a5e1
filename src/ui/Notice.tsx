import { CircleAlert, CircleCheck, Hand, Info, TriangleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import { Icon, type LucideIcon } from './Icon.tsx'
import styles from './Notice.module.css'

/** `info`: good to know; `ok`: done; `warn`: to resume; `stop`: danger; `help`: somebody calls. */
export type Tone = 'info' | 'ok' | 'warn' | 'stop' | 'help'

const icons: Readonly<Record<Tone, LucideIcon>> = {
  info: Info,
  ok: CircleCheck,
  warn: TriangleAlert,
  stop: CircleAlert,
  help: Hand,
}

interface NoticeProps {
  readonly tone: Tone
  /** The word that carries the tone for who sees no colour: « Attention », « C'est gardé ». */
  readonly title: string
  readonly icon?: LucideIcon | undefined
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** A remark in the page: read in its place, it interrupts nobody. What just happened goes to `announce`. */
export function Notice({ tone, title, icon, actions, children }: NoticeProps) {
  const titleId = useId()
  return (
    <div role="note" aria-labelledby={titleId} className={classes(styles.notice, styles[tone])}>
      <Icon of={icon ?? icons[tone]} />
      <div className={styles.words}>
        <strong id={titleId}>{title}</strong>
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
