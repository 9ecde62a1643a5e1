import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './fixtures.ts'

test.describe.configure({ mode: 'parallel' })

test('[SC-59] inline script, eval, another host, framing and a foreign worker are all blocked', async ({
  field,
}) => {
  const { tablet } = await field.aReadyTablet()
  tablet.expectsComplaint(
    /Content Security Policy|TrustedHTML|TrustedScript|Trusted Type|Refused|blocked|request to another host/,
  )

  const outcomes = await tablet.page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve)) // what the debugger runs itself is above the policy
    const world = globalThis as unknown as { hit?: string }
    const tried = async (act: () => unknown): Promise<string> => {
      try {
        await act()
        return 'done'
      } catch (error) {
        return error instanceof Error ? error.name : 'refused'
      }
    }
    const add = (name: string, fill: (element: HTMLElement) => void): void => {
      const element = document.createElement(name)
      fill(element)
      document.body.append(element)
    }
    const results = {
      eval: await tried(() =>
        Reflect.apply(Reflect.get(globalThis, 'eval'), null, ['globalThis.hit = "eval"']),
      ),
      function: await tried(() => new Function('globalThis.hit = "function"')()),
      html: await tried(() =>
        add('div', (div) => Object.assign(div, { innerHTML: '<img src=x onerror="hit=1">' })),
      ),
      inline: await tried(() =>
        add('script', (script) => Object.assign(script, { text: 'globalThis.hit = "inline"' })),
      ),
      attribute: await tried(() =>
        add('button', (button) => button.setAttribute('onclick', 'globalThis.hit = 1')),
      ),
      timer: await tried(() => Reflect.apply(setTimeout, globalThis, ['globalThis.hit = "timer"', 0])),
      fetch: await tried(() => fetch('https://evil.example/')),
      worker: await tried(() => new Worker('data:text/javascript,1')),
      serviceWorker: await tried(() => navigator.serviceWorker.register('/sw.js?other')),
      wasm: await tried(() => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))),
      policy: await tried(() =>
        (
          globalThis as unknown as {
            trustedTypes: { createPolicy: (name: string, rules: object) => unknown }
          }
        ).trustedTypes.createPolicy('mine', {}),
      ),
    }
    add('iframe', (frame) => Object.assign(frame, { src: 'https://evil.example/' }))
    add('img', (image) => Object.assign(image, { src: 'https://evil.example/x.png' }))
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { ...results, hit: world.hit ?? 'none' }
  })

  const { hit, attribute: _, ...refusals } = outcomes
  expect(hit).toBe('none')
  for (const [name, outcome] of Object.entries(refusals)) expect.soft(outcome, name).not.toBe('done')
})

test('[SC-59] the product cannot be shown inside the page of somebody else', async ({ field }) => {
  const network = await field.aNetwork()
  const outside = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(`<!doctype html><title>Piège</title><iframe src="${network.line.url}/"></iframe>`)
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  const tablet = network.aTablet()
  tablet.expectsComplaint(/frame-ancestors|request to another host|ERR_BLOCKED/)
  await tablet.starts()
  await tablet.page.goto(`http://127.0.0.1:${(outside.address() as AddressInfo).port}/`)
  await tablet.page.waitForTimeout(500)

  const inside = tablet.page.frames().find((frame) => frame !== tablet.page.mainFrame())
  expect(
    await inside
      ?.locator('#root')
      .count()
      .catch(() => 0),
  ).toBe(0)
  outside.close()
})

/** Texts that run, or change what people read, where data is mistaken for code. */
const payloads: readonly string[] = [
  '<script>globalThis.hit=1</script>',
  '<img src=x onerror=globalThis.hit=1>',
  '"><svg onload=globalThis.hit=1>',
  "'-globalThis.hit=1-'",
  'javascript:globalThis.hit=1',
  '{{constructor.constructor("globalThis.hit=1")()}}',
  '{{- globalThis.hit=1 }}',
  '$t(common:action.back)',
  '<b>gras</b>',
  '&lt;i&gt;',
  '</title><script>globalThis.hit=1</script>',
  '=1+1',
  '__proto__',
  'a'.repeat(60),
]

test('[SC-58] names that look like code are shown as they were typed, and nothing runs', async ({
  field,
}) => {
  test.slow()
  const network = await field.aNetwork()
  const tablet = network.aTablet()
  await tablet.opens('/')
  const [forNetwork = '', forSite = '', forPlace = '', forCoordinator = ''] = payloads
  await tablet.setsUp(network.server.setUpLink, {
    network: forNetwork,
    site: forSite,
    place: forPlace,
    coordinator: forCoordinator,
  })
  for (const payload of payloads.slice(4)) await tablet.addsMember(payload)

  for (const path of ['/journal', '/envoi', '/reglages/equipe', '/reglages/appareils', '/plan-du-site']) {
    await tablet.goesTo(path)
    await expect(tablet.page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await tablet.page.evaluate(() => (globalThis as unknown as { hit?: number }).hit)).toBeUndefined()
  }
  await tablet.goesTo('/reglages/equipe')
  for (const payload of payloads.slice(4)) {
    await expect(tablet.page.getByText(payload, { exact: true }).first(), payload).toBeVisible()
  }
  await tablet.page.reload()
  for (const payload of payloads.slice(4)) {
    await expect.soft(tablet.page.getByText(payload).first(), payload).toBeAttached()
  }
})
