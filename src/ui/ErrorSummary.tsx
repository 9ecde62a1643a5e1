import { CircleAlert } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import styles from './ErrorSummary.module.css'
import { Icon } from './Icon.tsx'

export interface FieldProblem {
  /** The `id` given to the field. */
  readonly fieldId: string
  readonly message: string
}

interface ErrorSummaryProps {
  readonly heading: string
  readonly problems: readonly FieldProblem[]
  /** Grows at each refused submit, so that focus comes back even when the problems are the same. */
  readonly attempt: number
}

/** At the top of a form that was refused: takes the focus, and each line leads to its field (STATE-5). */
export function ErrorSummary({ heading, problems, attempt }: ErrorSummaryProps) {
  const headingId = useId()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (problems.length === 0) return null
  return (
    <section ref={box} className={styles.summary} tabIndex={-1} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        <Icon of={CircleAlert} /> {heading}
      </h2>
      <ul className={styles.list}>
        {problems.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault() // the address belongs to the router
                document.getElementById(fieldId)?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
