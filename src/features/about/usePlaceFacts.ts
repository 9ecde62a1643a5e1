import type { OrganisationFacts } from '#domain/kinds/organisation.ts'
import type { AppDb } from '#storage/db.ts'
import { useLive } from '#storage/react.tsx'
import { network, organisations, places, site } from '#storage/settings.ts'

/** What the settings of this device say about who runs it; every part may still be missing. */
export interface PlaceFacts {
  readonly network: string | undefined
  readonly site: string | undefined
  readonly notice: string | undefined
  readonly carrier: OrganisationFacts | undefined
  readonly places: readonly string[]
}

async function read(db: AppDb): Promise<PlaceFacts> {
  const [net, own, all, sites] = await Promise.all([network(db), site(db), organisations(db), places(db)])
  return {
    network: net?.facts.name,
    site: own?.facts.name,
    notice: own?.facts.legalNotice,
    carrier: all.find(({ id }) => id === own?.facts.carrier)?.facts,
    places: sites.flatMap(({ facts }) => facts.name ?? []),
  }
}

const nothing: PlaceFacts = {
  network: undefined,
  site: undefined,
  notice: undefined,
  carrier: undefined,
  places: [],
}

export function usePlaceFacts(): PlaceFacts {
  const live = useLive(read, [])
  return live.state === 'ready' ? live.value : nothing
}
