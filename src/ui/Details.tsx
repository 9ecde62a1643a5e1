import { ChevronDown, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
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

interface MoreButtonProps {
  readonly label: string
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  /** The `id` of what it shows. */
  readonly controls: string
}

/** More of a form: a button and not a fold, because the screen remembers it and may put it elsewhere than its content. */
export function MoreButton({ label, open, onToggle, controls }: MoreButtonProps) {
  return (
    <Button
      look="quiet"
      icon={open ? Minus : Plus}
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={() => onToggle(!open)}
    >
      {label}
    </Button>
  )
}
