import { err, ok, type Result } from '#domain/result.ts'
import type { ClaimAnswer, ClaimRequest } from '#protocol/enrol.ts'
import { limits } from '#protocol/limits.ts'
import { type Door, doorsFor, openDoorTenant, setupDoor } from './doors.ts'
import type { Fault } from './fault.ts'
import { firstDevice, nextDevice } from './newDevice.ts'
import { isSameDigest, publicKeyOf, sha256 } from './signature.ts'
import type { Writing } from './store.ts'
import { instantAt } from './time.ts'
import type { World } from './world.ts'

/**
 * A new device shows what it holds of a secret and gives its public key (SEC-61, SEC-62). One transaction decides,
 * burns the code and writes the device, so that of two devices in a race one enters. A wrong try is counted and kept.
 * @param address of the caller, to count its wrong tries; kept a quarter of an hour, hashed
 */
export function claim(
  world: World,
  request: ClaimRequest,
  address: string,
): Promise<Result<ClaimAnswer, Fault>> {
  const now = world.clock()
  return world.store.transaction(async (tx) => {
    if (publicKeyOf(request.publicKey) === undefined) return err<Fault>({ type: 'malformed' })
    const name = sha256(address, 'base64url').slice(0, 16)
    const wait = await waitOf(tx, name, now)
    if (wait > 0) return err<Fault>({ type: 'busy', retryAfter: wait })
    const found = await rightDoor(tx, request, now)
    if (found.ok) return ok(await enter(tx, world, found.value, request.publicKey, now))
    const repeated = found.error.type === 'code_used' ? await sameAnswer(tx, request, now) : undefined
    if (repeated !== undefined) return ok(repeated)
    await tx.run('insert into claim_try (address, at) values ($1, $2)', [name, now])
    return found
  })
}

async function enter(
  tx: Writing,
  world: World,
  door: Door,
  publicKey: string,
  now: number,
): Promise<ClaimAnswer> {
  await tx.run('update enrolment set used = 1 where tenant = $1 and id = $2', [door.tenant, door.id])
  return door.tenant === openDoorTenant
    ? firstDevice(tx, world, publicKey, now)
    : nextDevice(tx, world, door, publicKey, now)
}

/** Twenty wrong tries per address in a quarter of an hour (5-security § 5.13). @returns seconds to wait */
async function waitOf(tx: Writing, address: string, now: number): Promise<number> {
  const from = now - limits.addressWindowMinutes * 60_000
  await tx.run('delete from claim_try where at < $1', [from])
  const tries = await tx.get<{ count: number; first: number | null }>(
    'select count(*) as count, min(at) as first from claim_try where address = $1',
    [address],
  )
  if (tries === undefined || Number(tries.count) < limits.addressTries) return 0
  return Math.max(1, Math.ceil(((tries.first ?? now) - from) / 1000))
}

/**
 * The door this claim opens. Only the right claim learns that a code expired or was used; any other hears that the
 * code is unknown, and costs a try to every door it may have aimed at.
 */
async function rightDoor(
  tx: Writing,
  { door, claim }: ClaimRequest,
  now: number,
): Promise<Result<Door, Fault>> {
  const digest = sha256(Buffer.from(claim, 'base64url'), 'base64url')
  const doors = await doorsFor(tx, door)
  const right = doors.filter((one) => isSameDigest(one.digest, digest)).at(0)
  const isBlocked = (one: Door) => one.tries >= limits.codeTries && one.used === 0 && one.expires >= now
  if (right === undefined) {
    for (const one of doors)
      await tx.run('update enrolment set tries = tries + 1 where tenant = $1 and id = $2', [
        one.tenant,
        one.id,
      ])
    return err({ type: doors.some(isBlocked) ? 'code_blocked' : 'code_unknown' })
  }
  if (right.used === 1 || (await isSetUp(tx, right))) return err({ type: 'code_used' })
  if (right.expires < now) return err({ type: 'code_expired' })
  return isBlocked(right) ? err({ type: 'code_blocked' }) : ok(right)
}

/** A set-up link is dead as soon as a network has received something, whenever it was printed. */
async function isSetUp(tx: Writing, door: Door): Promise<boolean> {
  return door.tenant === openDoorTenant && (await tx.get('select id from operation limit 1')) !== undefined
}

/**
 * The answer that a device already got, or should have got: its first claim succeeded and the answer was lost. It
 * holds the right secret and gives the same key, so nothing is opened twice; any other key hears `code_used`.
 */
async function sameAnswer(tx: Writing, request: ClaimRequest, now: number): Promise<ClaimAnswer | undefined> {
  const isSetup = request.door === setupDoor
  const row = await tx.get<{
    device: string
    network: string
    site: string
    founder: string
    incarnation: number
  }>(
    `select device.id as device, tenant.id as network, device.site as site, tenant.founder as founder,
       tenant.incarnation as incarnation
     from device join tenant on tenant.id = device.tenant where device.public_key = $1 limit 1`,
    [request.publicKey],
  )
  if (row === undefined) return undefined
  const door = isSetup
    ? undefined
    : await tx.get<{ label: string; place: string | null }>(
        'select label, place from enrolment where tenant = $1 and id = $2 and used = 1',
        [row.network, row.device],
      )
  if (!isSetup && door === undefined) return undefined
  return {
    ...row,
    founder: isSetup ? row.founder : null,
    label: door?.label ?? null,
    placeId: door?.place ?? null,
    time: instantAt(now),
  }
}
