import type { Locator } from '@playwright/test'
import { BrowserProfile } from './browserProfile.ts'
import { named } from './words.ts'

/** What is on the screen of a tablet, found by role and name as a person finds it, and the line behind it. */
export class Screen extends BrowserProfile {
  get main(): Locator {
    return this.page.getByRole('main')
  }

  button(name: string, end: '' | '$' = '$'): Locator {
    return this.page.getByRole('button', { name: named(name, end) })
  }

  heading(name: string, end: '' | '$' = '$'): Locator {
    return this.page.getByRole('heading', { name: named(name, end) })
  }

  field(label: string): Locator {
    return this.page.getByLabel(named(label, ''))
  }

  radio(group: string, option: string): Locator {
    const radios = this.page.getByRole('radiogroup', { name: named(group, '') })
    return radios.getByRole('radio', { name: named(option, '') })
  }

  chip(group: string, option: string): Locator {
    const boxes = this.page.getByRole('group', { name: named(group, '') })
    return boxes.getByRole('checkbox', { name: named(option, '') })
  }

  async losesNetwork(): Promise<void> {
    this.expectsComplaint(/net::ERR_/)
    await this.goesOffline(true)
  }

  async findsNetwork(): Promise<void> {
    await this.goesOffline(false)
  }

  /** Everything the worker keeps is on the disk, and the page is under its control. */
  async isReadyWithoutNetwork(): Promise<void> {
    await this.page.waitForFunction(async () => {
      const { active } = await navigator.serviceWorker.ready
      return active?.state === 'activated' && navigator.serviceWorker.controller !== null
    })
  }

  async fontsLoaded(): Promise<readonly string[]> {
    return await this.page.evaluate(() =>
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll(/["']| Variable/g, '')),
    )
  }

  /** By the links of the page, as people go: a new address would lock the device. */
  async goesTo(path: string): Promise<void> {
    const link = this.page.locator(`a[href="${path}"]:visible`).first()
    if ((await link.count()) > 0) await link.click()
    else {
      await this.page.evaluate((to) => {
        history.pushState(null, '', to)
        dispatchEvent(new PopStateEvent('popstate'))
      }, path)
    }
    await this.page.waitForURL((url) => url.pathname.startsWith(path))
  }

  /** The page comes from the build that a test offered as an update. */
  async isNextVersion(): Promise<boolean> {
    return await this.page.evaluate(() => 'nextVersion' in globalThis)
  }

  async changesLanguage(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }
}
