import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { productBuild } from './server.ts'

test.describe.configure({ mode: 'parallel' })

test('[PWA-1] nothing prevents the browser from installing the product', async ({ field }) => {
  const network = await field.aNetwork()
  const tablet = network.aTablet()
  await tablet.opens('/')
  await tablet.isReadyWithoutNetwork()
  const browser = await tablet.context.newCDPSession(tablet.page)

  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
  expect(installabilityErrors).toEqual([])

  const { errors, manifest } = await browser.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(manifest).toMatchObject({ display: 'kStandalone' })
})

test('[SC-1] after a first visit everything opens without network: address, deep link, refresh, other language', async ({
  field,
}) => {
  const network = await field.aNetwork()
  const tablet = network.aTablet()
  await tablet.opens('/')
  await tablet.setsUp(network.server.setUpLink)
  await tablet.isReadyWithoutNetwork()
  await tablet.closes()
  await network.server.stops()
  await network.line.isPulledOut()
  await tablet.losesNetwork()

  for (const path of ['/', '/journal/2026-11-20', '/envoi', '/aide']) {
    const start = Date.now()
    await tablet.opens(path)
    await expect(tablet.page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(Date.now() - start, `${path} does not wait for the network`).toBeLessThan(5_000)
    await tablet.page.reload()
    await expect(tablet.page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await tablet.opens('/journal/2026-11-20')
  await expect(tablet.heading('Espace de l’équipe')).toBeVisible()
  await expect.poll(() => tablet.fontsLoaded()).toContain('Atkinson Hyperlegible Next')

  await tablet.button('العربية').click()
  await expect(tablet.page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect.poll(() => tablet.fontsLoaded()).toContain('Noto Sans Arabic')
})

test('[SC-5] the worker answers only for its own files; exchanges with the server pass untouched', async ({
  field,
}) => {
  const network = await field.aNetwork()
  const tablet = network.aTablet()
  const fromWorker: string[] = []
  await tablet.starts()
  tablet.context.on('response', (response) => {
    const { pathname } = new URL(response.url())
    const isOwn = response.request().method() === 'GET' && !pathname.startsWith('/api/')
    if (response.fromServiceWorker() && !isOwn) fromWorker.push(response.url())
  })
  await tablet.opens('/')
  await tablet.setsUp(network.server.setUpLink)
  await tablet.isReadyWithoutNetwork()
  await tablet.page.reload()
  await tablet.enters()
  await tablet.hasSentEverything()

  expect(fromWorker).toEqual([])
  const cached = await tablet.page.evaluate(async () => {
    const names = await caches.keys()
    const stores = await Promise.all(names.map((name) => caches.open(name)))
    const requests = await Promise.all(stores.map((store) => store.keys()))
    return requests.flat().map((request) => new URL(request.url).pathname)
  })
  expect(cached.length).toBeGreaterThan(5)
  const built = readdirSync(join(productBuild, 'client'), { recursive: true, encoding: 'utf8' })
  const foreign = cached.filter((path) => !built.includes(path.slice(1)))
  expect(foreign, 'only built files are cached').toEqual([])
})
