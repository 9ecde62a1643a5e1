import { useState } from 'react'
import { classes } from './classes.ts'
import styles from './control.module.css'
import { Field, type FieldWords } from './Field.tsx'
import { readWhole } from './readNumber.ts'

/** A number, `null` for an empty field, or the text that stands there and is no number. */
export type TypedNumber = number | string | null

interface NumberFieldProps extends FieldWords {
  readonly value: TypedNumber
  readonly onChange: (value: TypedNumber) => void
  /** How the text is understood; figures alone by default. */
  readonly read?: ((text: string) => number | undefined) | undefined
}

/**
 * A whole number, typed with the numeric keyboard. A text box and not a spin button: a wheel or an arrow never
 * changes a figure by accident. Every sign typed stays: dropping one would make another number of it.
 */
export function NumberField({ value, onChange, read = readWhole, ...words }: NumberFieldProps) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: TypedNumber }>()
  const accept = (text: string) => {
    const said = text.trim()
    const understood = said === '' ? null : (read(said) ?? said)
    setTyped({ text, value: understood })
    onChange(understood)
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
          value={typed?.value === value ? typed.text : (value ?? '')}
          className={classes(styles.control, styles.short)}
          onChange={(event) => accept(event.target.value)}
          onBlur={() => setTyped(undefined)}
        />
      )}
    </Field>
  )
}
