import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'
import { Icon } from './Icon.tsx'

/** What makes a control named, explained and marked as wrong: to be spread on exactly one native control. */
export interface FieldWiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

export interface FieldWords {
  /** Also what a link of the error summary points at. */
  readonly id?: string | undefined
  readonly label: string
  readonly hint?: string | undefined
  /** What happened, what is safe, what to do. Shown on submit only. */
  readonly error?: string | undefined
  /** The word that says so, shown beside the label; absent when the field may be left empty. */
  readonly required?: string | undefined
}

/** The only place where a label, a hint and an error meet their control. */
export function Field({
  id,
  label,
  hint,
  error,
  required,
  children,
}: FieldWords & { readonly children: (wiring: FieldWiring) => ReactNode }) {
  const own = useId()
  const fieldId = id ?? own
  const described = [hint && `${fieldId}-hint`, error && `${fieldId}-error`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={fieldId}>
        {label}
        {required && <span className={styles.required}> {required}</span>}
      </label>
      {hint && (
        <p className={styles.hint} id={`${fieldId}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${fieldId}-error`} text={error} />}
      {children({
        id: fieldId,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required ? true : undefined,
      })}
    </div>
  )
}

export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p className={styles.error} id={id}>
      <Icon of={CircleAlert} />
      <span>{text}</span>
    </p>
  )
}
