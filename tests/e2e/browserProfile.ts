import { mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type ConsoleMessage, chromium, type Page, type Request } from '@playwright/test'
import { browserFlags, findBrowser } from '../chromium.ts'

/** How the browser is held and set, beyond the usual 1366×768, light, French. */
export interface BrowserSettings {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'active' | 'none'
  readonly reducedMotion?: 'reduce' | 'no-preference'
  readonly userAgent?: string
  readonly locale?: string
  readonly hasTouch?: boolean
  /** Runs in each page before the product. */
  readonly script?: string
}

/**
 * A browser on a disk: the same profile folder from one process to the next. Whatever the product complains about, or
 * asks of another host, is remembered and fails the test that does not expect it.
 */
export class BrowserProfile {
  readonly folder: string
  readonly #origin: () => string
  readonly #settings: BrowserSettings
  readonly #expected: RegExp[] = []
  readonly #complaints: string[] = []
  readonly #scripts: string[] = []
  #context: BrowserContext | undefined
  #page: Page | undefined
  #isOffline = false

  constructor(origin: () => string, settings: BrowserSettings = {}, folder?: string) {
    this.#origin = origin
    this.#settings = settings
    this.folder = folder ?? mkdtempSync(join(tmpdir(), 'permanence-profile-'))
  }

  get origin(): string {
    return this.#origin()
  }

  get page(): Page {
    if (this.#page === undefined) throw new Error('the browser is closed')
    return this.#page
  }

  get context(): BrowserContext {
    if (this.#context === undefined) throw new Error('the browser is closed')
    return this.#context
  }

  get isOpen(): boolean {
    return this.#context !== undefined
  }

  /** What was complained about and not expected. */
  get complaints(): readonly string[] {
    return this.#complaints.filter((complaint) => !this.#expected.some((pattern) => pattern.test(complaint)))
  }

  /** The test does something for which the browser itself writes an error on its console. */
  expectsComplaint(pattern: RegExp): void {
    this.#expected.push(pattern)
  }

  /** Runs in each page before the product, from the next opening on. */
  runsFirst(script: string): void {
    this.#scripts.push(script)
  }

  /** A new browser process on this profile. */
  async starts(): Promise<void> {
    const { viewport = { width: 1366, height: 768 }, locale = 'fr-FR', script, ...rest } = this.#settings
    const context = await chromium.launchPersistentContext(this.folder, {
      executablePath: findBrowser(),
      args: [...browserFlags],
      timezoneId: 'Europe/Paris',
      offline: this.#isOffline,
      viewport,
      locale,
      ...rest,
    })
    this.#context = context
    context.setDefaultTimeout(15_000)
    for (const first of [...this.#scripts, ...(script ? [script] : [])]) await context.addInitScript(first)
    this.#listens(context)
    this.#page = context.pages()[0] ?? (await context.newPage())
  }

  async opens(path = '/'): Promise<void> {
    if (this.#context === undefined) await this.starts()
    await this.page.goto(this.origin + path)
  }

  /** Another tab of the same browser. */
  async opensTab(path: string): Promise<Page> {
    const tab = await this.context.newPage()
    await tab.goto(this.origin + path)
    return tab
  }

  async closes(): Promise<void> {
    const context = this.#context
    this.#context = undefined
    this.#page = undefined
    await context?.close()
  }

  /** The whole process group at once, as a power cut does it: nothing has time to finish. */
  async isKilled(): Promise<void> {
    const context = this.context
    const closed = new Promise((resolve) => context.once('close', resolve))
    process.kill(-this.processId(), 'SIGKILL')
    await closed
    this.#context = undefined
    this.#page = undefined
    rmSync(join(this.folder, 'SingletonLock'))
  }

  /** The browser writes its own number into its profile; it leads a process group of its own. */
  processId(): number {
    const number = Number(readlinkSync(join(this.folder, 'SingletonLock')).split('-').at(-1))
    if (!Number.isInteger(number) || number <= 1) throw new Error('no browser process')
    return number
  }

  async goesOffline(isOffline: boolean): Promise<void> {
    this.#isOffline = isOffline
    await this.#context?.setOffline(isOffline)
  }

  async isThrownAway(): Promise<void> {
    await this.closes()
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }

  #listens(context: BrowserContext): void {
    const hear = (message: ConsoleMessage): void => {
      if (message.type() !== 'error') return
      this.#complaints.push(`console: ${message.text()} ${message.location().url}`)
    }
    context.on('console', hear)
    context.on('weberror', (error) => this.#complaints.push(`page error: ${error.error().stack}`))
    context.on('request', (request: Request) => {
      const url = new URL(request.url())
      if (url.origin === this.origin || url.protocol === 'blob:' || url.protocol === 'about:') return
      this.#complaints.push(`request to another host: ${request.url()}`)
    })
    context.on('page', (page) => {
      page.on('crash', () => this.#complaints.push('a page crashed'))
    })
  }
}
