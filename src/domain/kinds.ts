import type { Kind } from './kind.ts'
import { conflict } from './kinds/conflict.ts'
import { device } from './kinds/device.ts'
import { event } from './kinds/event.ts'
import { held } from './kinds/held.ts'
import { member } from './kinds/member.ts'
import { network } from './kinds/network.ts'
import { organisation } from './kinds/organisation.ts'
import { place } from './kinds/place.ts'
import { site } from './kinds/site.ts'
import { slot } from './kinds/slot.ts'
import { visit } from './kinds/visit.ts'

const all: readonly Kind[] = [
  network,
  site,
  organisation,
  place,
  slot,
  member,
  device,
  event,
  visit,
  conflict,
  held,
]

/** The one table of record kinds that device, server and tests read (ARCH-5). */
export const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.kind, kind]))

/** Kinds that only the server makes; people may discard what is held, and nothing else yet (SYN-46, SYN-79). */
export const serverKinds: ReadonlySet<string> = new Set(['conflict', 'held'])
