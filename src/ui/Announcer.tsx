import { CircleAlert, CircleCheck } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import styles from './Announcer.module.css'
import { type Announcement, announcements } from './announce.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

/** Long enough to hear the message, find the button and press it, twice what UX-13 asks for. */
const shownMilliseconds = 20_000

/**
 * The only `status` and the only `alert` of the page, there from the start because a region that is born with its
 * message is not read. Render it once, just before the main content.
 */
export function Announcer() {
  const shown = useSyncExternalStore(announcements.subscribe, announcements.current)
  const [held, setHeld] = useState(false)
  const cameFrom = useRef<Element | null>(null)
  useExpiry(shown, held)

  const act = () => {
    shown?.action?.onPress()
    if (shown) announcements.expire(shown.id)
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus()
    else document.querySelector('h1')?.focus()
  }
  const message = shown && <Message key={shown.id} shown={shown} onAct={act} />
  return (
    <div
      role="presentation"
      className={styles.announcer}
      onFocus={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) cameFrom.current = event.relatedTarget
        setHeld(true)
      }}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <div role="status">{shown?.kind === 'status' && message}</div>
      <div role="alert">{shown?.kind === 'alert' && message}</div>
    </div>
  )
}

function Message({ shown, onAct }: { readonly shown: Announcement; readonly onAct: () => void }) {
  return (
    <div className={shown.kind === 'alert' ? styles.alert : styles.status} data-announced>
      <Icon of={shown.kind === 'alert' ? CircleAlert : CircleCheck} />
      <span className={styles.text}>{shown.text}</span>
      {shown.action && <Button onClick={onAct}>{shown.action.label}</Button>}
    </div>
  )
}

/** Time does not run while the message is pointed at or holds the focus; an error waits to be replaced. */
function useExpiry(shown: Announcement | null, held: boolean) {
  useEffect(() => {
    if (!shown || held || shown.kind === 'alert') return
    const timer = setTimeout(() => announcements.expire(shown.id), shownMilliseconds)
    return () => clearTimeout(timer)
  }, [shown, held])
}
