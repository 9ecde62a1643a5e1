import { useSyncExternalStore } from 'react'

/** True while the page is being put on paper: what exists only there is drawn only then. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, isPrinting)
}

let betweenEvents = false
const onPaper = matchMedia('print')

function isPrinting(): boolean {
  return betweenEvents || onPaper.matches
}

/** Both signals: a store that changes is drawn at once, before the browser lays the pages out. */
function subscribe(listener: () => void): () => void {
  const begin = () => {
    betweenEvents = true
    listener()
  }
  const end = () => {
    betweenEvents = false
    listener()
  }
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  onPaper.addEventListener('change', listener)
  return () => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
    onPaper.removeEventListener('change', listener)
  }
}
