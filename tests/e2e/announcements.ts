import type { Page } from '@playwright/test'

type Heard = { readonly announcedVisits?: number }

/**
 * Runs before the product: counts the messages « Visite enregistrée » in the page's own status, as a person sees or
 * hears them. Two equal messages in a row are two, since each is a new element.
 */
export const announcementCounter = `(() => {
  globalThis.announcedVisits = 0
  const heard = new WeakSet()
  new MutationObserver(() => {
    const message = document.querySelector('[role=status]')?.lastElementChild ?? null
    if (message === null || heard.has(message)) return
    heard.add(message)
    if (/^\\s*Visite enregistrée/.test(message.textContent)) globalThis.announcedVisits += 1
  }).observe(document, { childList: true, subtree: true, characterData: true })
})()`

/** How many times « Visite enregistrée » was announced since the page was loaded. */
export async function announcedVisits(page: Page): Promise<number> {
  return await page.evaluate(() => (globalThis as Heard).announcedVisits ?? 0)
}
