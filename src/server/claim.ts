import type { Day } from '#domain/day.ts'
import { newId } from '#domain/ids.ts'
import { device as deviceKind } from '#domain/kinds/device.ts'
import type { Operation } from '#domain/operation.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { hashedText } from '#protocol/canonical.ts'
import type { ClaimAnswer, ClaimRequest } from '#protocol/enrol.ts'
import { limits } from '#protocol/limits.ts'
import { type Door, doorsFor, openDoorTenant, setupDoor } from './doors.ts'
import type { Fault } from './fault.ts'
import { closeBatch, openBatch, runPlan, type World } from './push.ts'
import { isSameDigest, publicKeyOf, sha256 } from './signature.ts'
import type { Writing } from './store.ts'
import { lockTenant, type Tenant } from './tenant.ts'
import { dayAt, instantAt } from './time.ts'

/**
 * A new device shows what it holds of a secret and gives its public key (SEC-61, SEC-62). One transaction decides,
 * burns the code and writes the device, so that of two devices in a race one enters. A wrong try is counted and kept.
 * @param address of the caller, to count its tries; kept a quarter of an hour, hashed
 */
export function claim(
  world: World,
  request: ClaimRequest,
  address: string,
): Promise<Result<ClaimAnswer, Fault>> {
  const now = world.clock()
  return world.store.transaction(async (tx) => {
    if (publicKeyOf(request.publicKey) === undefined) return err<Fault>({ type: 'malformed' })
    const wait = await countTry(tx, address, now)
    if (wait > 0) return err<Fault>({ type: 'busy', retryAfter: wait })
    const found = await rightDoor(tx, request, now)
    if (!found.ok) {
      const repeated = found.error.type === 'code_used' ? await sameAnswer(tx, request, now) : undefined
      return repeated === undefined ? found : ok(repeated)
    }
    await tx.run('update enrolment set used = 1 where tenant = $1 and id = $2', [
      found.value.tenant,
      found.value.id,
    ])
    return ok(
      found.value.tenant === openDoorTenant
        ? await firstDevice(tx, world, request.publicKey, now)
        : await nextDevice(tx, world, found.value, request.publicKey, now),
    )
  })
}

/** Twenty tries per address in a quarter of an hour. @returns seconds to wait */
async function countTry(tx: Writing, address: string, now: number): Promise<number> {
  const from = now - limits.addressWindowMinutes * 60_000
  const name = sha256(address, 'base64url').slice(0, 16)
  await tx.run('delete from claim_try where at < $1', [from])
  const tries = await tx.get<{ count: number; first: number | null }>(
    'select count(*) as count, min(at) as first from claim_try where address = $1',
    [name],
  )
  if (tries !== undefined && Number(tries.count) >= limits.addressTries)
    return Math.max(1, Math.ceil(((tries.first ?? now) - from) / 1000))
  await tx.run('insert into claim_try (address, at) values ($1, $2)', [name, now])
  return 0
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
  if (right.used === 1) return err({ type: 'code_used' })
  if (right.expires < now) return err({ type: 'code_expired' })
  return isBlocked(right) ? err({ type: 'code_blocked' }) : ok(right)
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

/** The first device of an empty database: network, site, device and founder get their ids; records come by push. */
async function firstDevice(
  tx: Writing,
  { random }: World,
  publicKey: string,
  now: number,
): Promise<ClaimAnswer> {
  const today = dayAt(now)
  const network = newId(today, random)
  const site = newId(today, random)
  const device = newId(today, random)
  const founder = newId(today, random)
  await tx.run(
    `insert into tenant (id, rev, incarnation, holes, backed_up, frozen, founder, system_writer)
     values ($1, 0, 1, '[]', 0, 0, $2, $3)`,
    [network, founder, newId(today, random)],
  )
  await insertDevice(tx, network, { id: device, publicKey, site, use: 'staff' })
  return { device, network, site, founder, label: null, placeId: null, incarnation: 1, time: instantAt(now) }
}

async function nextDevice(
  tx: Writing,
  world: World,
  door: Door,
  publicKey: string,
  now: number,
): Promise<ClaimAnswer> {
  const tenant = await lockTenant(tx, door.tenant)
  const site = door.site ?? ''
  const label = door.label
  const use = door.use ?? 'staff'
  await insertDevice(tx, tenant.id, { id: door.id, publicKey, site, use })
  await writeDeviceRecord(tx, world, tenant, door, dayAt(now))
  return {
    device: door.id,
    network: tenant.id,
    site,
    founder: null,
    label,
    placeId: door.place,
    incarnation: tenant.incarnation,
    time: instantAt(now),
  }
}

async function insertDevice(
  tx: Writing,
  tenant: string,
  device: { readonly id: string; readonly publicKey: string; readonly site: string; readonly use: string },
): Promise<void> {
  await tx.run(
    `insert into device (tenant, id, public_key, site, use, vaults, state) values ($1, $2, $3, $4, $5, 0, 'active')`,
    [tenant, device.id, device.publicKey, device.site, device.use],
  )
}

/**
 * The record of the new device, through the same path as any operation, in the name of the coordinator who opened the
 * door. Its writer belongs to no device: the server's own sequence in this network.
 */
async function writeDeviceRecord(
  tx: Writing,
  world: World,
  tenant: Tenant,
  door: Door,
  today: Day,
): Promise<void> {
  const writer = tenant.systemWriter
  const row = await tx.get<{ acked: number }>('select acked from writer where tenant = $1 and id = $2', [
    tenant.id,
    writer,
  ])
  const seq = (row?.acked ?? 0) + 1
  const operation: Operation = {
    id: newId(today, world.random),
    kind: deviceKind.kind,
    schema: deviceKind.schema,
    record: door.id,
    base: 0,
    day: today,
    by: door.author ?? '',
    set: {
      label: door.label ?? '',
      use: door.use ?? 'staff',
      state: 'active',
      enrolledOn: today,
      ...(door.place !== null && { placeId: door.place }),
    },
    seq,
  }
  const body = hashedText(operation)
  const steps = [{ type: 'apply', arrived: { operation, body, hash: sha256(body, 'base64url') } }] as const
  const batch = await openBatch(tx, tenant, steps, {
    tx,
    tenant,
    rev: tenant.rev,
    writer,
    device: writer,
    site: door.site ?? '',
    use: 'staff',
    today,
    offsetMinutes: null,
    random: world.random,
    onFailure: world.onFailure,
  })
  await runPlan(batch, steps)
  await closeBatch(batch, seq - 1, seq)
}
