import type { ReactNode } from 'react'
import styles from './transfers.module.css'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Facts one below the other, each with its name. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
