import type { Day } from '#domain/day.ts'
import { newId, type RandomBytes } from '#domain/ids.ts'
import { device as deviceKind } from '#domain/kinds/device.ts'
import type { Operation } from '#domain/operation.ts'
import { hashedText } from '#protocol/canonical.ts'
import type { ClaimAnswer } from '#protocol/enrol.ts'
import { closeBatch, openBatch, runPlan } from './batch.ts'
import type { Door } from './doors.ts'
import { sha256 } from './signature.ts'
import type { Writing } from './store.ts'
import { lockTenant, type Tenant } from './tenant.ts'
import { dayAt, instantAt } from './time.ts'
import type { World } from './world.ts'

/**
 * The first device of an empty database: network, site, device and founder get their ids; records come by push.
 * When an earlier device got them and was never heard of again, this one takes its place beside it: the other may
 * still hold work, so nothing of it is removed.
 */
export async function firstDevice(
  tx: Writing,
  { random }: World,
  publicKey: string,
  now: number,
): Promise<ClaimAnswer> {
  const today = dayAt(now)
  const device = newId(today, random)
  const { network, site, founder } = (await silentNetwork(tx)) ?? (await newNetwork(tx, today, random))
  await insertDevice(tx, network, { id: device, publicKey, site, use: 'staff' })
  return { device, network, site, founder, label: null, placeId: null, incarnation: 1, time: instantAt(now) }
}

interface Founded {
  readonly network: string
  readonly site: string
  readonly founder: string
}

/** The network of a first device that has sent nothing yet: the set-up door opens for no other (`openSetupDoor`). */
function silentNetwork(tx: Writing): Promise<Founded | undefined> {
  return tx.get<Founded>(
    `select tenant.id as network, device.site as site, tenant.founder as founder
     from tenant join device on device.tenant = tenant.id limit 1`,
  )
}

async function newNetwork(tx: Writing, today: Day, random: RandomBytes): Promise<Founded> {
  const network = newId(today, random)
  const founder = newId(today, random)
  await tx.run(
    `insert into tenant (id, rev, incarnation, holes, backed_up, frozen, founder, system_writer)
     values ($1, 0, 1, '[]', 0, 0, $2, $3)`,
    [network, founder, newId(today, random)],
  )
  return { network, site: newId(today, random), founder }
}

/** A device that a coordinator let in: its key, and its record in the name of that coordinator. */
export async function nextDevice(
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
