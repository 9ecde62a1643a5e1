import { type Day, halfDays } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { kinds } from '#domain/kinds.ts'
import { changeBetween } from '#domain/operation.ts'
import { type Intent, newRecordId, saveIntention } from '#storage/save.ts'
import { deviceClocks } from '#sync/browserSync.ts'
import { type TrustedClock, trustedClock } from '#sync/clock.ts'
import { enrol, readDoor } from '#sync/enrol.ts'
import { openDoor } from '#sync/openDoor.ts'
import { database, deviceKey, holdsKey, type Setting } from './device.ts'

/** Before every visit of the load set. */
const opening = '2010-01-01'

/** Makes a network of one place by its set-up link, as the set-up screen does, with ordinary operations. */
export async function setUpNetwork(fragment: string, pin: string, today: Day): Promise<Setting> {
  const { device: own } = await claims(fragment, pin)
  const member = own.founderId
  if (member === null) throw new Error('not a first start')
  const place = newRecordId(today)
  const slots = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    halfDays.map((halfDay) =>
      made('slot', newRecordId(today), {
        placeId: place,
        recurrence: 'weekly',
        weekday,
        halfDay,
        from: opening,
      }),
    ),
  )
  const operations = [
    made('network', own.networkId, { name: 'Réseau du banc' }),
    made('site', own.siteId, { name: 'Équipe du banc' }),
    made('place', place, { name: 'Maison du banc', kind: 'neighbourhoodCentre', opensOn: opening }),
    ...slots,
    made('member', member, { name: 'Inès Martin', role: 'coordinator', startsOn: opening }),
    made('device', own.deviceId, {
      label: 'Poste 1',
      use: 'staff',
      placeId: place,
      state: 'active',
      enrolledOn: today,
    }),
  ]
  const db = await database()
  const result = await saveIntention(db, { operations, by: member, day: today })
  if (!result.ok) throw new Error(result.error.type)
  return { place, member, today }
}

/** Joins the network by a link that `inviteLink` gave. */
export async function joinNetwork(fragment: string, pin: string): Promise<void> {
  await claims(fragment, pin)
}

/** Opens the door for one more device. @returns the fragment of its link */
export async function inviteLink(by: Id): Promise<string> {
  const db = await database()
  const opened = await openDoor(db, deviceKey(), clock(), { label: 'Poste 2', use: 'staff', by })
  if (!opened.ok) throw new Error(opened.error.type)
  return new URL(opened.value.link).hash
}

async function claims(fragment: string, pin: string) {
  const door = readDoor(fragment)
  if (door === undefined) throw new Error('not a door')
  const db = await database()
  const enrolled = await enrol(db, clock(), { door, pin })
  if (!enrolled.ok) throw new Error(enrolled.error.type)
  holdsKey(enrolled.value.key)
  return enrolled.value
}

function made(kind: string, record: Id, facts: Facts): Intent {
  const known = kinds.get(kind)
  if (known === undefined) throw new Error(`no such kind: ${kind}`)
  return { kind, record, base: 0, change: changeBetween(known, {}, facts) }
}

function clock(): TrustedClock {
  return trustedClock(deviceClocks, null, () => 60)
}
