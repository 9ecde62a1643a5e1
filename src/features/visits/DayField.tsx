import control from '#ui/control.module.css'
import { Field, type FieldWords } from '#ui/Field.tsx'
import styles from './visitForm.module.css'

interface DayFieldProps extends FieldWords {
  /** `YYYY-MM-DD`, or empty while it is being typed. */
  readonly value: string
  readonly onChange: (day: string) => void
  readonly max?: string | undefined
}

/** The browser's own date field: written in the order the person knows, read as a civil day. */
export function DayField({ value, onChange, max, ...words }: DayFieldProps) {
  return (
    <Field {...words}>
      {(wiring) => (
        <input
          {...wiring}
          type="date"
          autoComplete="off"
          max={max}
          value={value}
          className={`${control.control} ${styles.dayField}`}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
