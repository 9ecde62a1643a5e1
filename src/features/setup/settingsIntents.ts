import type { Day } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { kinds } from '#domain/kinds.ts'
import { changeBetween } from '#domain/operation.ts'
import { tidy } from '#domain/text.ts'
import type { ThisDevice } from '#storage/meta.ts'
import type { Intent } from '#storage/save.ts'
import type { SetupAnswers } from './setupAnswers.ts'

/** Ids of what set-up makes besides the records that the server named, drawn once so that a second press saves once. */
export interface SetupIds {
  readonly place: Id
  readonly slots: readonly Id[]
}

/**
 * The settings of a first place as ordinary operations, in one intention: all of them are saved, or none (SYN-1).
 * The author is the founder, who is coordinator and administrator before their own record exists (SEC-61).
 * @param newId one id per call, of that day
 */
export function settingsIntents(
  answers: SetupAnswers,
  device: ThisDevice & { readonly founderId: Id },
  today: Day,
  ids: SetupIds,
): readonly Intent[] {
  const create = (kind: string, record: Id, facts: Facts): Intent => {
    const known = kinds.get(kind)
    if (known === undefined) throw new Error(`no such kind: ${kind}`)
    return { kind, record, base: 0, change: changeBetween(known, {}, facts) }
  }
  const slot = (at: number, text: string): Intent => {
    const [weekday = '', halfDay = ''] = text.split('.')
    const id = ids.slots[at]
    if (id === undefined) throw new Error('a slot without an id')
    return create('slot', id, {
      placeId: ids.place,
      eventType: 'permanence',
      recurrence: 'weekly',
      weekday: Number(weekday),
      halfDay,
      from: today,
      welcome: 'both',
    })
  }
  return [
    create('network', device.networkId, { name: tidy(answers.network) }),
    create('site', device.siteId, { name: tidy(answers.site) }),
    create('place', ids.place, { name: tidy(answers.place), kind: answers.placeKind, opensOn: today }),
    ...answers.slots.map((text, at) => slot(at, text)),
    create('member', device.founderId, {
      name: tidy(answers.name),
      function: answers.function,
      role: 'coordinator',
      startsOn: today,
    }),
    create('device', device.deviceId, {
      label: tidy(answers.device),
      use: 'staff',
      placeId: ids.place,
      state: 'active',
      enrolledOn: today,
    }),
  ]
}
