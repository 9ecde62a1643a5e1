import { classes } from './classes.ts'
import styles from './control.module.css'
import { Field, type FieldWords } from './Field.tsx'

interface NumberFieldProps extends FieldWords {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  /** Longest number that can be typed; 3 by default (minutes of a visit stay under 480). */
  readonly digits?: number | undefined
}

/**
 * A whole number, typed with the numeric keyboard. A text box and not a spin button: a wheel or an arrow
 * never changes a figure by accident. Anything but digits is not taken, so a pasted « 1 h 30 » never reads 130.
 */
export function NumberField({ value, onChange, digits = 3, ...words }: NumberFieldProps) {
  const accept = (typed: string) => {
    const text = typed.trim()
    if (text === '') onChange(null)
    else if (/^\d+$/.test(text) && text.length <= digits) onChange(Number(text))
  }
  return (
    <Field {...words}>
      {(wiring) => (
        <input
          {...wiring}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          value={value ?? ''}
          className={classes(styles.control, styles.short)}
          onChange={(event) => accept(event.target.value)}
        />
      )}
    </Field>
  )
}
