import { describe, expect, test, vi } from 'vitest'
import type { Store } from '#storage/store.ts'
import { enrolled, here } from '#storage/testDevice.ts'
import { stores } from '#storage/testStores.ts'
import { base64urlBytes, toBase64url, utf8 } from './bytes.ts'
import { newDeviceKey, openDeviceKey } from './deviceKey.ts'
import { changePin, type GateWorld, gateWait, openGate } from './gate.ts'
import type { Gate } from './gateFormat.ts'
import { sealGate, unsealGate } from './gateSeal.ts'

const pin = '482913'
const wrong = '907215'
const key = await newDeviceKey()
const sealed = await sealGate(key.material, pin, here)

interface TestWorld extends GateWorld {
  pass: (seconds: number) => void
}

/** A page: its own monotonic clock, and a lock that one page is enough to hold. */
function aPage(): TestWorld {
  let now = 1000
  let queue: Promise<unknown> = Promise.resolve()
  return {
    monotonic: () => now,
    pass: (seconds) => {
      now += seconds * 1000
    },
    exclusive: (work) => {
      const turn = queue.then(work)
      queue = turn.catch(() => undefined)
      return turn
    },
  }
}

async function gated(store: Store, gate: unknown = sealed): Promise<Store> {
  await enrolled(store)
  if (gate === null) return store
  await store.write(['meta'], 'strict', (tx) => tx.meta.set('gate', gate as Gate))
  return store
}

/** The same database in a page that has just been loaded. */
const reloaded = (store: Store): Store => ({ ...store })

async function isSignedBy(publicKey: string, text: string, signature: string): Promise<boolean> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const point = base64urlBytes(publicKey) ?? new Uint8Array()
  const verifier = await crypto.subtle.importKey('raw', point, algorithm, false, ['verify'])
  const bytes = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0))
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, verifier, bytes, utf8(text))
}

describe.each(stores)('the gate: $name', ({ make }) => {
  test('[SEC-32] the right code opens a key that signs as the device', async () => {
    const store = await gated(await make())
    const opened = await openGate(store, pin, aPage())
    if (!opened.ok) throw new Error(opened.error.type)
    expect(await isSignedBy(key.publicKey, 'a text', await opened.value.sign('a text'))).toBe(true)
  })

  test('[SEC-31] five wrong tries, then waits that double up to a quarter of an hour', async () => {
    const store = await gated(await make())
    const page = aPage()
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await openGate(store, wrong, page)).toEqual({
        ok: false,
        error: { type: 'pinWrong', triesLeft, waitSeconds: 0 },
      })
    }
    for (const waitSeconds of [30, 60, 120]) {
      expect(await openGate(store, wrong, page)).toMatchObject({ error: { triesLeft: 0, waitSeconds } })
      page.pass(waitSeconds - 1)
      // Even the right code is not looked at before its time.
      expect(await openGate(store, pin, page)).toEqual({ ok: false, error: { type: 'pinWait', seconds: 1 } })
      expect(await gateWait(store, page)).toBe(1)
      page.pass(1)
    }
    expect((await openGate(store, pin, page)).ok).toBe(true)
    expect(await gateWait(store, page)).toBe(0)
    expect(await openGate(store, wrong, page)).toMatchObject({ error: { triesLeft: 4 } })
  })

  test('[SEC-31] no wait is longer than fifteen minutes', async () => {
    const store = await gated(await make(), { ...sealed, tries: 400 })
    expect(await gateWait(store, aPage())).toBe(900)
  })

  test('[SC-40] reloading between tries keeps the count, and starts the current wait again', async () => {
    let store = await gated(await make())
    for (let tries = 0; tries < 5; tries += 1) {
      await openGate(store, wrong, aPage())
      store = reloaded(store)
    }
    const page = aPage()
    expect(await openGate(store, pin, page)).toEqual({ ok: false, error: { type: 'pinWait', seconds: 30 } })
    page.pass(29)
    store = reloaded(store)
    expect(await openGate(store, pin, page)).toMatchObject({ error: { type: 'pinWait', seconds: 30 } })
    page.pass(30)
    expect((await openGate(store, pin, page)).ok).toBe(true)
  })

  test('[SEC-31] tabs share the count: eight tries at once are eight tries, one after the other', async () => {
    const store = await gated(await make())
    const page = aPage()
    const tries = await Promise.all(Array.from({ length: 8 }, () => openGate(store, wrong, page)))
    const types = tries.map((tried) => (tried.ok ? 'open' : tried.error.type))
    expect(types).toEqual([...Array(5).fill('pinWrong'), ...Array(3).fill('pinWait')])
  })

  test('[SEC-31] a try interrupted while it is computed counts', async () => {
    const store = await gated(await make())
    const dying: Store = {
      ...store,
      write: async (...write) => {
        await store.write(...write)
        throw Object.assign(new Error('the page is gone'), { name: 'AbortError' })
      },
    }
    expect(await openGate(dying, wrong, aPage())).toMatchObject({ error: { type: 'storageFailed' } })
    const gate = await store.read(['meta'], (tx) => tx.meta.get('gate'))
    expect(gate?.tries).toBe(1)
  })

  test.each<[string, unknown]>([
    ['no gate', null],
    ['another version', { ...sealed, v: 2 }],
    ['an unknown derivation', { ...sealed, kdf: { ...sealed.kdf, alg: 'MD5' } }],
    ...[1, 0, -1, 599_999, 2 ** 31, 600_000.5, '600000', null].map((iterations): [string, unknown] => [
      `${JSON.stringify(iterations)} iterations`,
      { ...sealed, kdf: { ...sealed.kdf, iterations } },
    ]),
    ['a short salt', { ...sealed, kdf: { ...sealed.kdf, salt: 'AAAA' } }],
    ['a short iv', { ...sealed, iv: 'AAAA' }],
    ['a truncated key', { ...sealed, ct: sealed.ct.slice(0, -4) }],
    ['a negative count', { ...sealed, tries: -1 }],
    ['one more member', { ...sealed, hint: 'x' }],
  ])('[SEC-23] [SC-53] refused before anything is derived: %s', async (_, gate) => {
    const store = await gated(await make(), gate)
    const reason = gate === null ? 'missing' : 'damaged'
    const derive = vi.spyOn(crypto.subtle, 'deriveKey')
    expect(await openGate(store, pin, aPage())).toEqual({
      ok: false,
      error: { type: 'gateUnusable', reason },
    })
    expect(derive).not.toHaveBeenCalled()
    derive.mockRestore()
    expect(await gateWait(store, aPage())).toBe(0)
  })

  test('[SC-53] bytes altered in the key, the iv or the salt open nothing', async () => {
    const flip = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
    const altered: readonly Gate[] = [
      { ...sealed, ct: flip(sealed.ct) },
      { ...sealed, iv: flip(sealed.iv) },
      { ...sealed, kdf: { ...sealed.kdf, salt: flip(sealed.kdf.salt) } },
    ]
    for (const gate of altered) {
      const store = await gated(await make(), gate)
      expect(await openGate(store, pin, aPage())).toMatchObject({ error: { type: 'pinWrong' } })
    }
  })

  test('[SEC-15] the gate of another device opens nothing here', async () => {
    const store = await gated(
      await make(),
      await sealGate(key.material, pin, { ...here, deviceId: here.siteId }),
    )
    expect(await openGate(store, pin, aPage())).toMatchObject({ error: { type: 'pinWrong' } })
  })

  test('[SC-41] another code opens the same key, and the old one no more', async () => {
    const store = await gated(await make())
    const page = aPage()
    expect(await changePin(store, wrong, '663104', page)).toMatchObject({ error: { type: 'pinWrong' } })
    expect(await changePin(store, pin, '123456', page)).toEqual({ ok: false, error: { type: 'pinTrivial' } })
    expect((await changePin(store, pin, '663104', page)).ok).toBe(true)

    expect(await openGate(store, pin, page)).toMatchObject({ error: { type: 'pinWrong' } })
    const opened = await openGate(store, '663104', page)
    if (!opened.ok) throw new Error(opened.error.type)
    expect(await isSignedBy(key.publicKey, 'x', await opened.value.sign('x'))).toBe(true)
  })
})

test('[SEC-21] an open key cannot be taken out, and nothing stored holds it', async () => {
  const opened = await openDeviceKey(key.material)
  expect(Object.keys(opened)).toEqual(['sign'])
  const secret = toBase64url(key.material.subarray(0, 32))
  expect(JSON.stringify(sealed)).not.toContain(secret)
})

/*
 * Frozen when format 1 was made: it must open for ever (SEC-20). Never edit it; a new format is a new vector.
 */
const frozen = {
  pin: '482913',
  owner: {
    networkId: '019cdf57-d000-7001-8000-000000000001',
    deviceId: '019cdf57-d000-7001-8000-000000000002',
  },
  publicKey: 'BMgqHdhaViRQLETHOxgjrz1tgDQHCAfXAdbZY0yhhBDqQZXI92P1o8Vi5OvWNquJ7cIGTdoFtNCjYGpa4PV7hos',
  gate: {
    v: 1,
    kdf: { alg: 'PBKDF2-SHA-256', iterations: 600_000, salt: '5SOIdM8ByZUzwYZTxo9gVw' },
    iv: 'PG9JyR00IJJswKfm',
    ct: 'lUlSRm_2EN4_moxJVa7esVHGAjC62xVzsVlVwclgjPdYwLyRFG4qwEh19fW31DtDWoFvaj12LjDljBdWDr-SuwoNLOHOyMqhzN02HEuVzpcRMAWihOGnRx_J9qpnBK40ChA8pfNys6aw5BMW2VzvUA',
    tries: 0,
  } satisfies Gate,
}

test('[SEC-20] a gate of format 1 opens', async () => {
  const material = await unsealGate(frozen.gate, frozen.pin, frozen.owner)
  if (material === undefined) throw new Error('the frozen gate does not open')
  const signature = await (await openDeviceKey(material)).sign('permanence')
  expect(await isSignedBy(frozen.publicKey, 'permanence', signature)).toBe(true)
})
