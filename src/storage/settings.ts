import { halfDays } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { DeviceFacts } from '#domain/kinds/device.ts'
import type { MemberFacts } from '#domain/kinds/member.ts'
import type { NetworkFacts } from '#domain/kinds/network.ts'
import type { OrganisationFacts } from '#domain/kinds/organisation.ts'
import type { PlaceFacts } from '#domain/kinds/place.ts'
import type { SiteFacts } from '#domain/kinds/site.ts'
import type { SlotFacts } from '#domain/kinds/slot.ts'
import type { ThisDevice } from './meta.ts'
import { type Shown, shown } from './shown.ts'
import type { Store } from './store.ts'

export async function places(store: Store): Promise<readonly Shown<PlaceFacts>[]> {
  return byText(await ofKind<PlaceFacts>(store, 'place'), ({ facts }) => facts.name)
}

export async function members(store: Store): Promise<readonly Shown<MemberFacts>[]> {
  return byText(await ofKind<MemberFacts>(store, 'member'), ({ facts }) => facts.name)
}

export async function organisations(store: Store): Promise<readonly Shown<OrganisationFacts>[]> {
  return byText(await ofKind<OrganisationFacts>(store, 'organisation'), ({ facts }) => facts.name)
}

export async function devices(store: Store): Promise<readonly Shown<DeviceFacts>[]> {
  return byText(await ofKind<DeviceFacts>(store, 'device'), ({ facts }) => facts.label)
}

/** The timetable, through the week. */
export async function slots(store: Store): Promise<readonly Shown<SlotFacts>[]> {
  const found = await ofKind<SlotFacts>(store, 'slot')
  return [...found].sort((left, right) => weekRank(left) - weekRank(right))
}

export async function slotsOfPlace(store: Store, placeId: Id): Promise<readonly Shown<SlotFacts>[]> {
  return (await slots(store)).filter(({ facts }) => facts.placeId === placeId)
}

/** The network this device belongs to; `null` until its settings are known here. */
export async function network(store: Store): Promise<Shown<NetworkFacts> | null> {
  return (await ofKind<NetworkFacts>(store, 'network'))[0] ?? null
}

/** The site of this device; `null` until its settings are known here. */
export async function site(store: Store): Promise<Shown<SiteFacts> | null> {
  const own = await thisDevice(store)
  return (await ofKind<SiteFacts>(store, 'site')).find(({ id }) => id === own?.siteId) ?? null
}

/** Who this browser is; `null` when it is not enrolled. */
export async function thisDevice(store: Store): Promise<ThisDevice | null> {
  return (await store.read(['meta'], (tx) => tx.meta.get('device'))) ?? null
}

async function ofKind<F extends object>(store: Store, kind: string): Promise<readonly Shown<F>[]> {
  return shown<F>(await store.read(['records'], (tx) => tx.records.ofKind(kind)))
}

const words = new Intl.Collator('fr')

function byText<V extends { readonly id: string }>(
  values: readonly V[],
  textOf: (value: V) => string | undefined,
): readonly V[] {
  return [...values].sort(
    (left, right) => words.compare(textOf(left) ?? '', textOf(right) ?? '') || (left.id < right.id ? -1 : 1),
  )
}

function weekRank({ facts }: Shown<SlotFacts>): number {
  const halfDay = facts.halfDay === undefined ? halfDays.length : halfDays.indexOf(facts.halfDay)
  return (facts.weekday ?? 8) * 10 + halfDay
}
