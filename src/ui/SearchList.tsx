import { Check, Search } from 'lucide-react'
import { classes } from './classes.ts'
import control from './control.module.css'
import { Field } from './Field.tsx'
import { Icon } from './Icon.tsx'
import styles from './SearchList.module.css'

export interface SearchResult {
  readonly value: string
  readonly label: string
  readonly detail?: string | undefined
}

interface SearchListProps {
  readonly id?: string | undefined
  readonly label: string
  readonly hint?: string | undefined
  readonly query: string
  readonly onQuery: (query: string) => void
  /** What matches, best first, no more than can be read. */
  readonly results: readonly SearchResult[]
  /** Already taken: pressing again gives it back. */
  readonly picked: readonly string[]
  readonly onPick: (value: string) => void
  /** How many match, or that nothing does and what to try; said aloud as it changes. */
  readonly summary: string
}

/** A search field above a list of buttons: no home-made combobox (LOOK-12). Enter takes the first result. */
export function SearchList({
  id,
  label,
  hint,
  query,
  onQuery,
  results,
  picked,
  onPick,
  summary,
}: SearchListProps) {
  const first = results[0]
  return (
    <div className={styles.search}>
      <Field id={id} label={label} hint={hint}>
        {(wiring) => (
          <div className={styles.field}>
            <Icon of={Search} />
            <input
              {...wiring}
              type="search"
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              data-autofocus
              value={query}
              className={classes(control.control, styles.input)}
              onChange={(event) => onQuery(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                event.preventDefault() // it would submit the form around
                if (first && query.trim() !== '') onPick(first.value)
              }}
            />
          </div>
        )}
      </Field>
      <p className={styles.summary} aria-live="polite">
        {summary}
      </p>
      <ul className={styles.results}>
        {results.map((result) => (
          <li key={result.value}>
            <ResultButton result={result} isPicked={picked.includes(result.value)} onPick={onPick} />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ResultButtonProps {
  readonly result: SearchResult
  readonly isPicked: boolean
  readonly onPick: (value: string) => void
}

function ResultButton({ result, isPicked, onPick }: ResultButtonProps) {
  return (
    <button
      type="button"
      className={styles.result}
      aria-pressed={isPicked}
      onClick={() => onPick(result.value)}
    >
      <span className={styles.tick}>{isPicked && <Icon of={Check} />}</span>
      <span>
        {result.label}
        {result.detail && <span className={styles.detail}> {result.detail}</span>}
      </span>
    </button>
  )
}
