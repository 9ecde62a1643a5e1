import { ChevronDown, Plus } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Button } from './Button.tsx'
import styles from './Details.module.css'
import { Icon } from './Icon.tsx'

/** An explanation that stays folded until asked for. */
export function Details({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        <Icon of={ChevronDown} />
        {summary}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  )
}

interface MoreProps {
  readonly label: string
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  readonly children: ReactNode
}

/** More of a form. A button, because what it shows is part of what is being filled in, and the screen remembers it. */
export function More({ label, open, onToggle, children }: MoreProps) {
  const bodyId = useId()
  return (
    <div className={styles.more}>
      <Button
        look="quiet"
        icon={open ? ChevronDown : Plus}
        aria-expanded={open}
        aria-controls={open ? bodyId : undefined}
        onClick={() => onToggle(!open)}
      >
        {label}
      </Button>
      {open && <div id={bodyId}>{children}</div>}
    </div>
  )
}
