/** What has just happened, said to who sees and to who hears, without moving focus. */
export interface Announcement {
  /** Distinguishes two identical messages said one after the other. */
  readonly id: number
  readonly kind: 'status' | 'alert'
  readonly text: string
  readonly action?: AnnouncedAction | undefined
}

export interface AnnouncedAction {
  readonly label: string
  readonly onPress: () => void
}

type Listener = () => void

let current: Announcement | null = null
let said = 0
const listeners = new Set<Listener>()

function say(next: Announcement | null): void {
  current = next
  for (const listener of listeners) listener()
}

/** Saved, copied, sent… `action` is a way back (« Annuler »), offered for 20 seconds (UX-13 asks for 10). */
export function announce(text: string, action?: AnnouncedAction): void {
  said += 1
  say({ id: said, kind: 'status', text, action })
}

/** It did not work. Stays until something else is said. */
export function announceError(text: string, action?: AnnouncedAction): void {
  said += 1
  say({ id: said, kind: 'alert', text, action })
}

/** Takes the message away: the device is being locked, the page belongs to somebody else. */
export function silence(): void {
  say(null)
}

/** For `Announcer` only. */
export const announcements = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  current: (): Announcement | null => current,
  /** Only the message that is still shown goes. */
  expire(id: number): void {
    if (current?.id === id) say(null)
  },
}
