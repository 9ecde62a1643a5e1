import { CircleAlert, CircleCheck } from 'lucide-react'
import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react'
import styles from './Announcer.module.css'
import { type Announcement, announcements } from './announce.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

/** Long enough to hear the message, find the button and press it, twice what UX-13 asks for. */
const shownMilliseconds = 20_000
/** A message that is pointed at or holds the focus stays, and is looked at again after this. */
const heldMilliseconds = 5_000

/**
 * The only `status` and the only `alert` of the page, there from the start because a region that is born with its
 * message is not read. Render it once, just before the main content.
 */
export function Announcer() {
  const shown = useSyncExternalStore(announcements.subscribe, announcements.current)
  const box = useRef<HTMLDivElement>(null)
  useExpiry(shown, box)
  const message = shown && <Message key={shown.id} shown={shown} />
  return (
    <div ref={box} className={styles.announcer}>
      <div role="status">{shown?.kind === 'status' && message}</div>
      <div role="alert">{shown?.kind === 'alert' && message}</div>
    </div>
  )
}

function Message({ shown }: { readonly shown: Announcement }) {
  const cameFrom = useRef<Element | null>(null)
  const { action } = shown
  return (
    <div className={shown.kind === 'alert' ? styles.alert : styles.status} data-announced>
      <Icon of={shown.kind === 'alert' ? CircleAlert : CircleCheck} />
      <span className={styles.text}>{shown.text}</span>
      {action && (
        <Button
          onFocus={(event) => {
            cameFrom.current = event.relatedTarget
          }}
          onClick={() => {
            action.onPress()
            announcements.expire(shown.id)
            returnFocus(cameFrom.current)
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  )
}

/** The pressed button is about to go: focus goes back to where the person was. */
function returnFocus(to: Element | null) {
  if (to instanceof HTMLElement && to.isConnected) to.focus()
  else document.querySelector('h1')?.focus()
}

/** A status leaves by itself; an error waits to be replaced. */
function useExpiry(shown: Announcement | null, box: RefObject<HTMLElement | null>) {
  useEffect(() => {
    if (shown?.kind !== 'status') return
    let timer = setTimeout(expire, shownMilliseconds)
    function expire() {
      if (box.current?.matches(':hover, :focus-within')) timer = setTimeout(expire, heldMilliseconds)
      else if (shown) announcements.expire(shown.id)
    }
    return () => clearTimeout(timer)
  }, [shown, box])
}
