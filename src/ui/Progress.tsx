import { useId } from 'react'
import styles from './Progress.module.css'

/** How far, in words and as a bar: « Étape 4 sur 9 ». The label is the name and the text that is read. */
export function Progress({
  label,
  value,
  max,
}: {
  readonly label: string
  readonly value: number
  readonly max: number
}) {
  const id = useId()
  return (
    <div className={styles.progress}>
      <label htmlFor={id}>{label}</label>
      <progress id={id} className={styles.bar} value={value} max={max} aria-valuetext={label} />
    </div>
  )
}
