import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import { browserFlags, findBrowser } from '../chromium.ts'

/** One Chromium on a profile of its own, on the disk as a tablet's: storage in memory would say nothing. */
export class Chrome {
  readonly #folder: string
  #context: BrowserContext
  #page: Page
  #isGone = false

  private constructor(folder: string, context: BrowserContext, page: Page) {
    this.#folder = folder
    this.#context = context
    this.#page = page
  }

  static async open(): Promise<Chrome> {
    const folder = mkdtempSync(join(tmpdir(), 'permanence-bench-profile-'))
    const { context, page } = await Chrome.#launch(folder)
    return new Chrome(folder, context, page)
  }

  static async #launch(folder: string): Promise<{ context: BrowserContext; page: Page }> {
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: findBrowser(),
      args: [...browserFlags, '--enable-precise-memory-info'],
      viewport: { width: 1366, height: 768 },
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
    })
    return { context, page: context.pages()[0] ?? (await context.newPage()) }
  }

  get page(): Page {
    return this.#page
  }

  get context(): BrowserContext {
    return this.#context
  }

  get version(): string {
    return `Chromium ${this.#context.browser()?.version() ?? ''}`.trim()
  }

  /** A line to the browser's own tools, for what no page can do. */
  async tools(page = this.page): Promise<CDPSession> {
    return await this.#context.newCDPSession(page)
  }

  /** The slow machine of the budgets: the processor at a quarter of its speed. */
  async slows(page = this.page): Promise<void> {
    await (await this.tools(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }

  /** The slow link of the budgets: 1.6 Mbit/s, 150 ms there and back. */
  async slowsLink(page = this.page): Promise<void> {
    const tools = await this.tools(page)
    await tools.send('Network.enable')
    const bytesPerSecond = 1_600_000 / 8
    await tools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    })
  }

  /** A new process on the same profile. */
  async restart(): Promise<void> {
    await this.#context.close()
    const { context, page } = await Chrome.#launch(this.#folder)
    this.#context = context
    this.#page = page
  }

  /** Closes it and throws its profile away; again, it does nothing. */
  async discard(): Promise<void> {
    if (this.#isGone) return
    this.#isGone = true
    await this.#context.close()
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
