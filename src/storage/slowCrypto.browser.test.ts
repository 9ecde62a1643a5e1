import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { anId, aRow, aVisit, enrolled, here, pulls, saves } from './testDevice.ts'
import { aDexieStore } from './testStores.ts'
import { newDeviceKey } from './vault/deviceKey.ts'
import { changePin, openGate } from './vault/gate.ts'
import { sealGate } from './vault/gateSeal.ts'
import { visitById } from './visits.ts'

/*
 * Every promise of crypto.subtle comes a macrotask late, so that cryptography inside a transaction fails in Chromium
 * as it does in Firefox (TRAP-7, SEC-49).
 */
const methods = [
  'digest',
  'deriveKey',
  'encrypt',
  'decrypt',
  'importKey',
  'exportKey',
  'generateKey',
  'sign',
] as const

beforeAll(() => {
  for (const method of methods) {
    const real = crypto.subtle[method].bind(crypto.subtle) as (...values: unknown[]) => Promise<unknown>
    const late = async (...values: unknown[]) => {
      const value = await real(...values)
      await new Promise((resolve) => setTimeout(resolve, 0))
      return value
    }
    vi.spyOn(crypto.subtle, method).mockImplementation(late as never)
  }
})

afterAll(() => vi.restoreAllMocks())

test('[TRAP-7] with slow cryptography a save is still one transaction', async () => {
  const store = await enrolled(await aDexieStore())
  const visits = [aVisit(), aVisit(), aVisit()]
  await saves(store, ...visits)
  await pulls(store, { rows: [aRow(anId(), 1)] })
  for (const { record } of visits) expect(await visitById(store, record)).not.toBeNull()
})

test('[TRAP-7] and so are the gate and its change', async () => {
  const store = await enrolled(await aDexieStore())
  const { material } = await newDeviceKey()
  const gate = await sealGate(material, '482913', here)
  await store.write(['meta'], 'strict', (tx) => tx.meta.set('gate', gate))
  expect((await changePin(store, '482913', '663104')).ok).toBe(true)
  expect((await openGate(store, '663104')).ok).toBe(true)
})

test('[TRAP-7] the trap works: cryptography inside a transaction fails here', async () => {
  const store = await enrolled(await aDexieStore())
  const inside = store.write(['meta'], 'strict', async (tx) => {
    await tx.meta.get('writer')
    await crypto.subtle.digest('SHA-256', new Uint8Array(16))
    await tx.meta.set('app', 'never')
  })
  await expect(inside).rejects.toThrow()
})
