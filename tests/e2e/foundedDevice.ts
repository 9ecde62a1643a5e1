import { type Answer, anId, DeviceClient, type Json } from './deviceClient.ts'
import { team } from './entrance.ts'
import type { Network } from './network.ts'

/** Sets the network up without a browser, with the same names as `Tablet.setsUp`. */
export async function aFoundedDevice(network: Network): Promise<DeviceClient> {
  const device = new DeviceClient(() => network.server.port)
  const claimed = await device.claims('setup', secretOf(network))
  device.place = anId()
  const since = '2020-01-01'
  const founded = await device.pushes([
    device.operation({ kind: 'network', record: device.network, set: { name: team.network } }),
    device.operation({ kind: 'site', record: device.site, set: { name: team.site } }),
    device.operation({
      kind: 'place',
      record: device.place,
      set: { name: team.place, kind: 'socialCentre', opensOn: since },
    }),
    device.operation({
      kind: 'member',
      record: device.member,
      set: { name: team.coordinator, role: 'coordinator', startsOn: since },
    }),
  ])
  if (founded.status !== 200) throw new Error(`not founded: ${claimed.text} ${founded.text}`)
  return device
}

/** The part of the one-time link that opens the door. */
export function secretOf(network: Network): string {
  return network.server.setUpLink.split('#s=')[1] ?? ''
}

const visitDay = '2026-11-20'

export function aVisitOf(device: DeviceClient, over: Json = {}): Json {
  return device.operation({ set: visitFacts(device), add: { procedures: ['ameli.create'] }, ...over })
}

export function visitFacts(device: DeviceClient, over: Json = {}): Json {
  return {
    day: visitDay,
    halfDay: 'am',
    placeId: device.place,
    arrival: 'walkIn',
    outcome: 'doneTogether',
    ...over,
  }
}

/** What the server said about one operation, when it did not plainly apply it. */
export function resultOf(answer: Answer, id: unknown): Json | undefined {
  const results = (answer.json.results ?? []) as readonly Json[]
  return results.find((result) => result.id === id)
}
