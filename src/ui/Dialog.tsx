import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly heading: string
  /** Escape, and the button named by `closeLabel`. */
  readonly onClose: () => void
  /** Without it, leaving goes through Escape and the actions only. */
  readonly closeLabel?: string | undefined
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/**
 * Open as long as it is rendered: `{asks && <Dialog …>}`. The rest of the page cannot be reached meanwhile, nor can its
 * messages be heard: say what goes wrong inside. Focus starts on `[data-autofocus]`, else on the heading, and returns
 * to what opened it, else to the title of the page.
 */
export function Dialog({ heading, onClose, closeLabel, actions, children }: DialogProps) {
  const headingId = useId()
  const ref = useOpenModal()
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={headingId}
      onCancel={(event) => {
        // A file picker and a nested dialog also send `cancel`, and it bubbles.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onClose={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.head}>
        <h2 id={headingId} tabIndex={-1}>
          {heading}
        </h2>
        {closeLabel && (
          <Button look="quiet" icon={X} onClick={onClose}>
            {closeLabel}
          </Button>
        )}
      </div>
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </dialog>
  )
}

function useOpenModal() {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    const opener = document.activeElement
    dialog.showModal()
    const start = dialog.querySelector<HTMLElement>('[data-autofocus]') ?? dialog.querySelector('h2')
    start?.focus()
    return () => {
      dialog.close()
      const back = opener?.isConnected && opener !== document.body ? opener : document.querySelector('h1')
      if (back instanceof HTMLElement) back.focus()
    }
  }, [])
  return ref
}
