import type { Reading } from './store.ts'

/** A way in for one device: opened by a coordinator, or by the first start of an empty server (SEC-61, SEC-62). */
export interface Door {
  /** Empty on a first start, when there is no network yet. */
  readonly tenant: string
  readonly id: string
  /** SHA-256 of the claim this door expects through the way it was asked. */
  readonly digest: string
  readonly site: string | null
  readonly label: string | null
  readonly use: 'staff' | 'borne' | null
  readonly place: string | null
  readonly author: string | null
  /** Milliseconds since 1970. */
  readonly expires: number
  readonly tries: number
  readonly used: number
}

/** The tenant of the door of a first start. */
export const openDoorTenant = ''
/** The name of that door, in links and in the table. */
export const setupDoor = 'setup'

const rest = 'site, label, use, place, author, expires, tries, used'

/** The doors that a name may mean: one for a link, perhaps several for four typed characters. */
export async function doorsFor(tx: Reading, name: string): Promise<readonly Door[]> {
  const byHand = /^[0-9A-HJKMNP-TV-Z]{4}$/.test(name)
  return byHand
    ? tx.all<Door>(
        `select tenant, id, hand_digest as digest, ${rest} from enrolment where hand = $1 limit 8`,
        [name],
      )
    : tx.all<Door>(`select tenant, id, link_digest as digest, ${rest} from enrolment where id = $1 limit 8`, [
        name,
      ])
}
