/** Milliseconds after which the download has surely read its address. */
const readMilliseconds = 10_000

/** Hands a text to the person as a JSON file; the name says nothing of anybody (SEC-44). */
export function download(text: string, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), readMilliseconds)
}
