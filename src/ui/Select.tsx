import styles from './control.module.css'
import { Field, type FieldWords } from './Field.tsx'

export interface SelectOption {
  readonly value: string
  readonly label: string
}

interface SelectProps extends FieldWords {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Include the empty choice, with its word, when the field may be left empty. */
  readonly options: readonly SelectOption[]
}

/** The browser's own list: known by every assistive technology, every keyboard and every phone. */
export function Select({ value, onChange, options, ...words }: SelectProps) {
  return (
    <Field {...words}>
      {(wiring) => (
        <select
          {...wiring}
          value={value}
          className={styles.control}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
