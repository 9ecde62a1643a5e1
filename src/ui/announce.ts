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
  /** The same way back as the message before it with the same words, whose place it takes. */
  readonly repeats?: true
}

type Listener = () => void

let current: readonly Announcement[] = []
let said = 0
const listeners = new Set<Listener>()

function show(next: readonly Announcement[]): void {
  current = next
  for (const listener of listeners) listener()
}

/** The newest is last. It takes the place of what offers nothing; a way back stays until its own time is over. */
function say(kind: Announcement['kind'], text: string, action?: AnnouncedAction): void {
  said += 1
  const stays = (old: Announcement) =>
    old.kind === 'status' && old.action && !(action?.repeats && old.text === text)
  show([...current.filter(stays), { id: said, kind, text, action }])
}

/** Saved, copied, sent… `action` is a way back (« Annuler »), offered for at least 10 seconds (UX-13). */
export function announce(text: string, action?: AnnouncedAction): void {
  say('status', text, action)
}

/** It did not work. Stays until it is closed, something else is said, or the screen is left. */
export function announceError(text: string, action?: AnnouncedAction): void {
  say('alert', text, action)
}

/** Takes every message away: the device is being locked, the page belongs to somebody else. */
export function silence(): void {
  show([])
}

/** For `Announcer` only. */
export const announcements = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  current: (): readonly Announcement[] => current,
  /** Only this message goes. */
  expire: (id: number): void => show(current.filter((said) => said.id !== id)),
  /** Another screen has come: what went wrong on the one before is over. */
  leave: (): void => show(current.filter(({ kind }) => kind === 'status')),
}
