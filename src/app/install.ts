/** Chromium's way to install, which no standard library describes. */
interface InstallEvent extends Event {
  readonly prompt: () => Promise<unknown>
}

/** That it was offered once: a preference of this browser, without content. */
const memory = 'permanence.installOffered'

let asked: InstallEvent | null = null
let isOver = recall()
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault() // the browser's own bar would come over a form
  asked = event as InstallEvent
  tell()
})
addEventListener('appinstalled', () => install.dismiss())

export const install = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** `browser`: one press; `hand`: Safari, whose steps are told; null: installed, refused or impossible. */
  way(): 'browser' | 'hand' | null {
    if (isOver) return null
    if (Reflect.get(navigator, 'standalone') === false) return 'hand'
    return asked === null ? null : 'browser'
  },
  async accept(): Promise<void> {
    await asked?.prompt()
    install.dismiss()
  },
  dismiss(): void {
    isOver = true
    try {
      localStorage.setItem(memory, '1')
    } catch {
      // Storage refused: it will be offered again, once.
    }
    tell()
  },
}

function recall(): boolean {
  try {
    return localStorage.getItem(memory) !== null
  } catch {
    return false
  }
}
