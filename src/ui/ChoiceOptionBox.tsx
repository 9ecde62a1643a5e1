import type { ChoiceOption } from './Choice.tsx'
import styles from './ChoiceOptionBox.module.css'
import { Icon } from './Icon.tsx'

interface BoxProps {
  readonly id: string | undefined
  readonly group: string
  readonly kind: 'radio' | 'checkbox'
  readonly look: 'chips' | 'rows'
  readonly option: ChoiceOption
  readonly chosen: boolean
  readonly onToggle: () => void
}

/** One native input under its words: in a chip the input is the whole chip, so what is pressed is what is read. */
export function ChoiceOptionBox({ id, group, kind, look, option, chosen, onToggle }: BoxProps) {
  return (
    <label className={look === 'chips' ? styles.chip : styles.row}>
      <input
        id={id}
        type={kind}
        name={group}
        value={option.value}
        checked={chosen}
        onChange={onToggle}
        aria-label={option.name}
        aria-keyshortcuts={option.keyHint}
        className={look === 'chips' ? styles.whole : styles.mark}
      />
      {option.icon && <Icon of={option.icon} />}
      <span className={styles.words}>
        {option.label}
        {option.hint && <span className={styles.hint}>{option.hint}</span>}
        {option.french && (
          <span className={styles.hint} lang="fr" dir="ltr">
            {option.french}
          </span>
        )}
      </span>
      {option.keyHint && (
        <span className={styles.key} aria-hidden="true">
          {option.keyHint}
        </span>
      )}
    </label>
  )
}
