import type { RandomBytes } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { claimContext, type EnrolAnswer, type EnrolRequest } from '#protocol/enrol.ts'
import { limits } from '#protocol/limits.ts'
import type { SignedBody } from './auth.ts'
import { openDoorTenant, setupDoor } from './doors.ts'
import type { Fault } from './fault.ts'
import { rolesAtSite } from './judge.ts'
import { recordsById } from './records.ts'
import { sha256 } from './signature.ts'
import type { Store, Writing } from './store.ts'
import { lockTenant } from './tenant.ts'
import { type Clock, dayAt, instantAt } from './time.ts'
import type { World } from './world.ts'

/** A burnt or expired code is still recognised for a day, to tell its owner why it no longer opens. */
const rememberedMilliseconds = 24 * 3600_000

/**
 * Opens the door to one device for ten minutes, once. Signed, with a nonce that is good for one request (SEC-66);
 * the declared author must be a coordinator of the site of the signing device.
 */
export function openDoor(
  { store, clock }: World,
  caller: SignedBody,
  request: EnrolRequest,
): Promise<Result<EnrolAnswer, Fault>> {
  const now = clock()
  return store.transaction(async (tx) => {
    if (!(await isNewNonce(tx, caller, now))) return err<Fault>({ type: 'unauthenticated' })
    const tenant = await lockTenant(tx, caller.tenant)
    const author = (await recordsById(tx, tenant.id, [request.by])).get(request.by)
    const roles = rolesAtSite({ by: request.by, day: dayAt(now) }, author, tenant.founder, caller.site)
    const mayOpen = Array.isArray(roles) && roles.includes('coordinator') && caller.use === 'staff'
    if (!mayOpen) return err<Fault>({ type: 'not_allowed' })
    await forgetOldDoors(tx, tenant.id, now)
    if (await isTaken(tx, tenant.id, request.id)) return err<Fault>({ type: 'malformed' })
    const expires = now + limits.codeMinutes * 60_000
    await tx.run(
      `insert into enrolment (tenant, id, hand, link_digest, hand_digest, site, label, use, place, author, expires, tries, used)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0)`,
      [
        tenant.id,
        request.id,
        request.hand,
        request.linkDigest,
        request.handDigest,
        caller.site,
        request.label,
        request.use,
        request.placeId ?? null,
        request.by,
        expires,
      ],
    )
    return ok({ id: request.id, expires: instantAt(expires), time: instantAt(now) })
  })
}

/** False when this key already used this nonce: in the database, so that any process knows (SYN-41). */
async function isNewNonce(
  tx: Writing,
  { tenant, device, nonce = '' }: SignedBody,
  now: number,
): Promise<boolean> {
  await tx.run('delete from nonce where tenant = $1 and until < $2', [tenant, now])
  const until = now + limits.nonceMinutes * 60_000
  const added = await tx.run(
    'insert into nonce (tenant, key, nonce, until) values ($1, $2, $3, $4) on conflict do nothing',
    [tenant, device, nonce, until],
  )
  return added === 1
}

async function forgetOldDoors(tx: Writing, tenant: string, now: number): Promise<void> {
  await tx.run('delete from enrolment where tenant = $1 and expires < $2', [
    tenant,
    now - rememberedMilliseconds,
  ])
}

async function isTaken(tx: Writing, tenant: string, id: string): Promise<boolean> {
  const taken = await tx.get(
    `select id from device where tenant = $1 and id = $2
     union all select id from enrolment where tenant = $1 and id = $2
     union all select id from record where tenant = $1 and id = $2`,
    [tenant, id],
  )
  return taken !== undefined
}

/**
 * On an empty database, the secret of the set-up link: 128 bits, one use, 24 hours, kept as a digest only (SEC-61).
 * Each start makes a new one and forgets the one before. `undefined` when a network has received something: until
 * then the answer to the first device may have been lost, and nobody else could let a device in.
 */
export function openSetupDoor(store: Store, clock: Clock, random: RandomBytes): Promise<string | undefined> {
  const secret = Buffer.from(random(16)).toString('base64url')
  return store.transaction(async (tx) => {
    await tx.run('delete from enrolment where tenant = $1', [openDoorTenant])
    if ((await tx.get('select id from operation limit 1')) !== undefined) return undefined
    await tx.run(
      `insert into enrolment (tenant, id, link_digest, expires, tries, used) values ($1, $2, $3, $4, 0, 0)`,
      [openDoorTenant, setupDoor, digestOf(claimOf(secret)), clock() + limits.setupHours * 3600_000],
    )
    return secret
  })
}

/** What a device shows of a secret: its SHA-256 under our context (SEC-62). */
export function claimOf(secret: string): string {
  return sha256(claimContext + secret, 'base64url')
}

/** What the server keeps of a claim. */
export function digestOf(claim: string): string {
  return sha256(Buffer.from(claim, 'base64url'), 'base64url')
}
