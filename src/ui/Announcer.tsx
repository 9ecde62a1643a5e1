import { CircleAlert, CircleCheck } from 'lucide-react'
import { type RefObject, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import styles from './Announcer.module.css'
import { type Announcement, announcements } from './announce.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

/** Long enough to hear the message, find the button and press it, twice what UX-13 asks for. */
const shownMilliseconds = 20_000
/** What UX-13 asks for: when there are more than a few, the older ones leave sooner. */
const shortMilliseconds = 10_000
const few = 3
/** A message that is pointed at or holds the focus stays, and is looked at again after this. */
const heldMilliseconds = 5_000

/**
 * The only `status` and the only `alert` of the page, there from the start because a region that is born with its
 * message is not read. Render it once, just before the main content.
 */
export function Announcer({ closeLabel }: { readonly closeLabel: string }) {
  const shown = useSyncExternalStore(announcements.subscribe, announcements.current)
  const region = (kind: Announcement['kind']) => (
    <div role={kind} className={styles.region}>
      {shown.map(
        (one, index) =>
          one.kind === kind && (
            <Message
              key={one.id}
              shown={one}
              isOld={index < shown.length - few}
              closeLabel={kind === 'alert' && closeLabel}
            />
          ),
      )}
    </div>
  )
  return (
    <div className={styles.announcer}>
      {region('status')}
      {region('alert')}
    </div>
  )
}

interface MessageProps {
  readonly shown: Announcement
  readonly isOld: boolean
  readonly closeLabel: string | false
}

function Message({ shown, isOld, closeLabel }: MessageProps) {
  const textId = useId()
  const box = useRef<HTMLDivElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const { id, kind, text, action } = shown
  useExpiry(shown, isOld ? shortMilliseconds : shownMilliseconds, box)
  const button = (label: string, onPress?: () => void) => (
    <Button
      look={onPress ? 'plain' : 'quiet'}
      aria-describedby={textId}
      onFocus={(event) => {
        cameFrom.current = event.relatedTarget
      }}
      onClick={() => {
        onPress?.()
        announcements.expire(id)
        returnFocus(cameFrom.current)
      }}
    >
      {label}
    </Button>
  )
  return (
    <div ref={box} className={styles[kind]} data-announced>
      <Icon of={kind === 'alert' ? CircleAlert : CircleCheck} />
      <span id={textId} className={styles.text}>
        {text}
      </span>
      {action && button(action.label, action.onPress)}
      {closeLabel && button(closeLabel)}
    </div>
  )
}

/** The pressed button is about to go: focus goes back to where the person was. */
function returnFocus(to: Element | null) {
  if (to instanceof HTMLElement && to.isConnected) to.focus()
  else document.querySelector('h1')?.focus()
}

/** A status leaves by itself, after the time counted from its beginning; an error waits to be replaced. */
function useExpiry({ id, kind }: Announcement, milliseconds: number, box: RefObject<HTMLElement | null>) {
  const [began] = useState(() => performance.now())
  useEffect(() => {
    if (kind !== 'status') return
    let timer = setTimeout(expire, began + milliseconds - performance.now())
    function expire() {
      if (box.current?.matches(':hover, :focus-within')) timer = setTimeout(expire, heldMilliseconds)
      else announcements.expire(id)
    }
    return () => clearTimeout(timer)
  }, [id, kind, milliseconds, began, box])
}
