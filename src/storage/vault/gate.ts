import * as v from 'valibot'
import { err, ok, type Result } from '#domain/result.ts'
import { asResult, type SaveFailure } from '#storage/failures.ts'
import type { Store } from '#storage/store.ts'
import { type DeviceKey, openDeviceKey } from './deviceKey.ts'
import { Gate } from './gateFormat.ts'
import { sealGate, unsealGate } from './gateSeal.ts'
import { type PinProblem, pinProblem } from './pin.ts'

/** Wrong tries before the first wait, and the waits in seconds: 30, doubling to 15 minutes (SEC-31). */
const freeTries = 5
const firstWait = 30
const longestWait = 900

/** Why the gate stayed shut; each is also a translation key. */
export type GateFailure =
  /** `waitSeconds` before the next try will be looked at. */
  | { readonly type: 'pinWrong'; readonly triesLeft: number; readonly waitSeconds: number }
  | { readonly type: 'pinWait'; readonly seconds: number }
  /** Only a new enrolment gives another code. */
  | { readonly type: 'gateUnusable'; readonly reason: 'missing' | 'damaged' }
  | SaveFailure

/** Passed in so that tests can make time pass; the browser's own by default. */
export interface GateWorld {
  /** Milliseconds that no clock setting moves. */
  readonly monotonic: () => number
  /** Runs alone among all the tabs. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>
}

const browserWorld: GateWorld = {
  monotonic: () => performance.now(),
  exclusive: async (work) => await navigator.locks.request('permanence-gate', work),
}

/** Opens the device key with the team PIN (SEC-31, SEC-32): tries are counted, across tabs and reloads. */
export async function openGate(
  store: Store,
  pin: string,
  world: GateWorld = browserWorld,
): Promise<Result<DeviceKey, GateFailure>> {
  const material = await unwrap(store, pin, world)
  return material.ok ? ok(await openDeviceKey(material.value)) : material
}

/** Wraps the device key under another PIN. The old one is asked again, and its tries count. */
export async function changePin(
  store: Store,
  oldPin: string,
  newPin: string,
  world: GateWorld = browserWorld,
): Promise<Result<void, GateFailure | { readonly type: PinProblem }>> {
  const problem = pinProblem(newPin)
  if (problem !== undefined) return err({ type: problem })
  const material = await unwrap(store, oldPin, world)
  if (!material.ok) return material
  const device = await store.read(['meta'], (tx) => tx.meta.get('device'))
  if (device === undefined) return err({ type: 'gateUnusable', reason: 'missing' })
  const gate = await sealGate(material.value, newPin, device)
  return asResult(() => store.write(['meta'], 'strict', (tx) => tx.meta.set('gate', gate)))
}

/** Seconds before a try will be looked at; 0 when it may be made now. */
export async function gateWait(store: Store, world: GateWorld = browserWorld): Promise<number> {
  const gate = await readGate(store)
  return gate.ok ? waitLeft(store, gate.value.tries, world) : 0
}

async function unwrap(
  store: Store,
  pin: string,
  world: GateWorld,
): Promise<Result<Uint8Array<ArrayBuffer>, GateFailure>> {
  const done = await asResult(() => world.exclusive(() => tryPin(store, pin, world)))
  return done.ok ? done.value : done
}

async function tryPin(
  store: Store,
  pin: string,
  world: GateWorld,
): Promise<Result<Uint8Array<ArrayBuffer>, GateFailure>> {
  const found = await readGate(store)
  if (!found.ok) return found
  const { owner, ...gate } = found.value
  const seconds = waitLeft(store, gate.tries, world)
  if (seconds > 0) return err({ type: 'pinWait', seconds })

  // Counted before it is tried: closing the page in the middle does not give the try back.
  const tries = gate.tries + 1
  await countTries(store, tries)
  const material = await unsealGate(gate, pin, owner)
  if (material === undefined) {
    const waitSeconds = waitLeft(store, tries, world)
    return err({ type: 'pinWrong', triesLeft: Math.max(0, freeTries - tries), waitSeconds })
  }
  await countTries(store, 0)
  return ok(material)
}

async function readGate(store: Store) {
  const [row, owner] = await store.read(['meta'], (tx) =>
    Promise.all([tx.meta.get('gate'), tx.meta.get('device')]),
  )
  if (row === undefined || owner === undefined) {
    return err({ type: 'gateUnusable', reason: 'missing' } as const)
  }
  const gate = v.safeParse(Gate, row)
  if (!gate.success) return err({ type: 'gateUnusable', reason: 'damaged' } as const)
  return ok({ ...gate.output, owner })
}

function countTries(store: Store, tries: number): Promise<void> {
  return store.write(['meta'], 'strict', async (tx) => {
    const gate = await tx.meta.get('gate')
    if (gate !== undefined) await tx.meta.set('gate', { ...gate, tries })
  })
}

/** Since when this page knows of so many wrong tries. Memory only: a reload restarts the current wait (SEC-31). */
const known = new WeakMap<Store, { readonly tries: number; readonly since: number }>()

function waitLeft(store: Store, tries: number, world: GateWorld): number {
  const now = world.monotonic()
  let seen = known.get(store)
  if (seen?.tries !== tries) {
    seen = { tries, since: now }
    known.set(store, seen)
  }
  if (tries < freeTries) return 0
  const wait = Math.min(longestWait, firstWait * 2 ** (tries - freeTries))
  return Math.max(0, Math.ceil(wait - (now - seen.since) / 1000))
}
