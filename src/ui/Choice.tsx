import { useId } from 'react'
import styles from './Choice.module.css'
import { ChoiceOptionBox } from './ChoiceOptionBox.tsx'
import { classes } from './classes.ts'
import { FieldError, type FieldWords } from './Field.tsx'
import type { LucideIcon } from './Icon.tsx'

export interface ChoiceOption<V extends string = string> {
  readonly value: V
  readonly label: string
  /** The whole name, when the label is a shorter text contained in it (« 18 à 25 » of « 18 à 25 ans »). */
  readonly name?: string | undefined
  readonly hint?: string | undefined
  readonly icon?: LucideIcon | undefined
  /** The key that toggles it, shown as a badge; the screen owns the shortcut. */
  readonly keyHint?: string | undefined
  /** The same words in French below a translation. */
  readonly french?: string | undefined
}

interface SharedProps<V extends string> extends FieldWords {
  readonly options: readonly ChoiceOption<V>[]
  readonly look?: 'chips' | 'rows' | undefined
  /** After the last option: « Autre démarche ». */
  readonly after?: React.ReactNode
}

interface OneProps<V extends string> extends SharedProps<V> {
  readonly value: V | null
  readonly onChange: (value: V) => void
}

interface ManyProps<V extends string> extends SharedProps<V> {
  readonly values: readonly V[]
  /** In the order of the options, whatever the order of the presses. */
  readonly onChange: (values: readonly V[]) => void
}

/** One among several: native radios, so arrows move and Tab leaves. */
export function ChoiceOne<V extends string>({ value, onChange, ...shared }: OneProps<V>) {
  return <Options {...shared} kind="radio" isChosen={(option) => option === value} onToggle={onChange} />
}

/** Any number among several: native checkboxes. */
export function ChoiceMany<V extends string>({ values, onChange, ...shared }: ManyProps<V>) {
  const toggle = (toggled: V) => {
    const isIn = (option: V) => (option === toggled ? !values.includes(option) : values.includes(option))
    onChange(shared.options.map((option) => option.value).filter(isIn))
  }
  return (
    <Options {...shared} kind="checkbox" isChosen={(option) => values.includes(option)} onToggle={toggle} />
  )
}

interface OptionsProps<V extends string> extends SharedProps<V> {
  readonly kind: 'radio' | 'checkbox'
  readonly isChosen: (value: V) => boolean
  readonly onToggle: (value: V) => void
}

function Options<V extends string>({
  id,
  label,
  hint,
  error,
  required,
  options,
  look = 'chips',
  after,
  kind,
  isChosen,
  onToggle,
}: OptionsProps<V>) {
  const own = useId()
  const groupId = id ?? own
  const described = [hint && `${groupId}-hint`, error && `${groupId}-error`].filter(Boolean).join(' ')
  const isRadio = kind === 'radio'
  return (
    <fieldset
      role={isRadio ? 'radiogroup' : 'group'}
      className={styles.choice}
      aria-labelledby={`${groupId}-label`}
      aria-describedby={described || undefined}
      {...(isRadio && {
        'aria-required': required ? true : undefined,
        'aria-invalid': error ? true : undefined,
      })}
    >
      <legend className={styles.legend}>
        <span id={`${groupId}-label`}>{label}</span>
        {required && <span className={styles.hint}> {required}</span>}
        {hint && (
          <span className={styles.hint} id={`${groupId}-hint`}>
            {' '}
            {hint}
          </span>
        )}
      </legend>
      {error && <FieldError id={`${groupId}-error`} text={error} />}
      <div className={classes(styles.options, styles[look])}>
        {options.map((option, index) => (
          <ChoiceOptionBox
            key={option.value}
            id={index === 0 ? groupId : undefined}
            group={own}
            kind={kind}
            look={look}
            option={option}
            chosen={isChosen(option.value)}
            onToggle={() => onToggle(option.value)}
          />
        ))}
        {after}
      </div>
    </fieldset>
  )
}
