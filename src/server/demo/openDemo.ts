import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '#domain/ids.ts'
import { toCrockford } from '#protocol/crockford.ts'
import type { ClaimAnswer } from '#protocol/enrol.ts'
import { limits } from '#protocol/limits.ts'
import type { Identity } from '#server/auth.ts'
import { claim } from '#server/claim.ts'
import { claimOf, digestOf, openDoor, openSetupDoor } from '#server/enrol.ts'
import { openDataFolder } from '#server/open.ts'
import { push } from '#server/push.ts'
import { readPush } from '#server/readPush.ts'
import type { Store } from '#server/store.ts'
import { dayAt } from '#server/time.ts'
import type { World } from '#server/world.ts'
import { demoOperations } from './operations.ts'

export interface Demo {
  readonly store: Store
  /** What to print once the server listens. */
  readonly lines: readonly string[]
}

const visitCount = 500
const links = 2

/**
 * A throw-away place with 500 invented visits, made anew at each start through the same path as a tablet's work
 * (OPS-5). Everything in it is labelled « Démonstration ».
 * @param folder emptied of the former demonstration first
 */
export async function openDemo(folder: string, publicUrl: string, now: number): Promise<Demo> {
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `permanence.sqlite${end}`), { force: true })
  const store = await openDataFolder(folder)
  const world: World = {
    store,
    clock: () => now,
    random: randomBytes,
    onFailure: (error) => {
      throw error
    },
  }
  const secret = await openSetupDoor(store, world.clock, randomBytes)
  const answer = await claim(
    world,
    { door: 'setup', claim: claimOf(secret ?? ''), publicKey: newPublicKey() },
    '',
  )
  if (!answer.ok || answer.value.founder === null) throw new Error('the demonstration could not be set up')
  const device: Identity = {
    tenant: answer.value.network,
    device: answer.value.device,
    site: answer.value.site,
    use: 'staff',
  }
  await pushAll(world, device, answer.value, now)
  const urls: string[] = []
  for (let index = 0; index < links; index += 1)
    urls.push(`${publicUrl}/#e=${await openDemoDoor(world, device, answer.value.founder, index + 1)}`)
  return {
    store,
    lines: [
      `This is a demonstration: one place, ${visitCount} invented visits, nothing real. It is made anew at each start.`,
      `To look around, open one of these links, one per browser, within ${limits.setupHours} hours, and choose a code of 6 digits:`,
      ...urls.map((url) => `  ${url}`),
    ],
  }
}

async function pushAll(world: World, device: Identity, ids: ClaimAnswer, now: number): Promise<void> {
  const today = dayAt(now)
  const writer = newId(today, randomBytes)
  const operations = demoOperations({ ...ids, founder: ids.founder ?? '', today, count: visitCount })
  for (let from = 0; from < operations.length; from += limits.pushOperations) {
    const batch = operations.slice(from, from + limits.pushOperations)
    const read = readPush({
      incarnation: ids.incarnation,
      writer,
      operations: batch.map((operation, index) => ({ ...operation, seq: from + index + 1 })),
    })
    const pushed = read.ok ? await push(world, device, read.value) : read
    if (!pushed.ok || pushed.value.results.length > 0)
      throw new Error(`the demonstration was refused: ${JSON.stringify(pushed)}`)
  }
}

/** A join link like those a coordinator gives, that lasts a day instead of ten minutes. */
async function openDemoDoor(world: World, caller: Identity, by: string, rank: number): Promise<string> {
  const today = dayAt(world.clock())
  const id = newId(today, randomBytes)
  const secret = randomBytes(16).toString('base64url')
  const code = toCrockford(randomBytes(10))
  const opened = await openDoor(
    world,
    { ...caller, body: new Uint8Array(), nonce: secret },
    {
      id,
      hand: code.slice(0, 4),
      linkDigest: digestOf(claimOf(secret)),
      handDigest: digestOf(claimOf(code.slice(4))),
      label: `Appareil de démonstration ${rank}`,
      use: 'staff',
      by,
    },
  )
  if (!opened.ok) throw new Error(`no link: ${opened.error.type}`)
  const expires = world.clock() + limits.setupHours * 3600_000
  await world.store.transaction((tx) =>
    tx.run('update enrolment set expires = $3 where tenant = $1 and id = $2', [caller.tenant, id, expires]),
  )
  return `${id}.${secret}`
}

/** The key of a device that nobody holds: it made the demonstration and will never sign again. */
function newPublicKey(): string {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    format: 'jwk',
  })
  const point = [Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  return Buffer.concat(point).toString('base64url')
}
