import styles from './SkipLink.module.css'

/** First link of the page. Moves focus without touching the address, which belongs to the router. */
export function SkipLink({ label, targetId }: { readonly label: string; readonly targetId: string }) {
  return (
    <a
      className={styles.skip}
      href={`#${targetId}`}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(targetId)?.focus()
      }}
    >
      {label}
    </a>
  )
}
