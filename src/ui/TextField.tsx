import type { HTMLAttributes, Ref } from 'react'
import { classes } from './classes.ts'
import styles from './control.module.css'
import { Field, type FieldWords } from './Field.tsx'

interface TextFieldProps extends FieldWords {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | undefined
  readonly inputMode?: HTMLAttributes<HTMLElement>['inputMode']
  /** `off` unless said: on a shared computer the browser would keep what was typed, in clear. */
  readonly autoComplete?: string | undefined
  readonly maxLength?: number | undefined
  /** Rows of a longer text. */
  readonly rows?: number | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** Free text takes the direction of what is typed. */
export function TextField({
  value,
  onChange,
  type = 'text',
  inputMode,
  autoComplete = 'off',
  maxLength,
  rows,
  ref,
  ...words
}: TextFieldProps) {
  const shared = { value, autoComplete, maxLength, inputMode, dir: 'auto', spellCheck: false } as const
  return (
    <Field {...words}>
      {(wiring) =>
        rows === undefined ? (
          <input
            {...wiring}
            {...shared}
            ref={ref}
            type={type}
            className={classes(styles.control, styles.text, type === 'password' && styles.secret)}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <textarea
            {...wiring}
            {...shared}
            rows={rows}
            className={classes(styles.control, styles.lines)}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}
