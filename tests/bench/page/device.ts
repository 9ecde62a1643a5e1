import type { Day } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import { type AppDb, openDb } from '#storage/db.ts'
import { newFeed } from '#storage/meta.ts'
import { newRecordId } from '#storage/save.ts'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'

/** Where the bench works, and for whom. */
export interface Setting {
  readonly place: Id
  readonly member: Id
  readonly today: Day
}

let opened: Promise<AppDb> | undefined
let key: DeviceKey | undefined

/** The database of this origin, opened once as the product opens it. */
export function database(): Promise<AppDb> {
  opened ??= openDb()
  return opened
}

/** Closes it, so that the product's own pages have it to themselves. */
export async function closeDatabase(): Promise<void> {
  ;(await database()).close()
}

/** The key of this page's device, once it was enrolled here. */
export function deviceKey(): DeviceKey {
  if (key === undefined) throw new Error('this page is locked')
  return key
}

export function holdsKey(opened: DeviceKey): void {
  key = opened
}

/** Makes this browser a device without a server: enough to save and to read, which is all that some figures do. */
export async function startAlone(today: Day): Promise<Setting> {
  const db = await database()
  const [place, member] = [newRecordId(today), newRecordId(today)]
  await db.write(['meta'], 'strict', async (tx) => {
    await tx.meta.set('device', {
      deviceId: newRecordId(today),
      networkId: newRecordId(today),
      siteId: newRecordId(today),
      founderId: member,
      label: null,
      placeId: place,
    })
    await tx.meta.set('writer', { id: newRecordId(today), seq: 0 })
    await tx.meta.set('feed', { ...newFeed(1, 1), loading: false })
  })
  return { place, member, today }
}
