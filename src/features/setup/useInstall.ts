import { useRef, useState } from 'react'
import type { Id } from '#domain/ids.ts'
import type { SaveFailure } from '#storage/failures.ts'
import type { ThisDevice } from '#storage/meta.ts'
import { useDb } from '#storage/react.tsx'
import { newRecordId, saveIntention } from '#storage/save.ts'
import { thisDevice } from '#storage/settings.ts'
import { type DeviceKey, type NewDeviceKey, newDeviceKey } from '#storage/vault/deviceKey.ts'
import { type EnrolFailure, enrol } from '#sync/enrol.ts'
import type { Presence } from '#sync/presence.tsx'
import { useSync } from '#sync/react.tsx'
import { type SetupIds, settingsIntents } from './settingsIntents.ts'
import type { SetupAnswers } from './setupAnswers.ts'

interface Install {
  readonly failure: EnrolFailure | SaveFailure | null
  readonly isBusy: boolean
  readonly install: (
    answers: SetupAnswers,
    pin: string,
    draft: { readonly record: Id; readonly operation: Id },
  ) => Promise<{ readonly key: DeviceKey | null; readonly presence: Presence } | null>
}

/**
 * Gives the device to the server, then saves all the settings in one intention. A lost answer, a full disk or a second
 * press take it up where it stopped: the key, the ids and the enrolment are kept for the life of the page.
 * @param secret of the one-time link; `null` when the server knows the device already
 */
export function useInstall(secret: string | null): Install {
  const db = useDb()
  const { clock } = useSync()
  const [failure, setFailure] = useState<EnrolFailure | SaveFailure | null>(null)
  const [isBusy, setBusy] = useState(false)
  const newKey = useRef<Promise<NewDeviceKey> | null>(null)
  const opened = useRef<DeviceKey | null>(null)
  const ids = useRef<SetupIds | null>(null)

  const enrolled = async (pin: string): Promise<ThisDevice | null> => {
    const known = await thisDevice(db)
    if (known !== null || secret === null) return known
    newKey.current ??= newDeviceKey()
    const done = await enrol(db, clock, { door: { door: 'setup', secret }, pin, key: await newKey.current })
    if (!done.ok) {
      setFailure(done.error)
      return null
    }
    opened.current = done.value.key
    return done.value.device
  }

  const install: Install['install'] = async (answers, pin, draft) => {
    setBusy(true)
    setFailure(null)
    try {
      const device = await enrolled(pin)
      if (device === null || device.founderId === null) return null
      const founder = { ...device, founderId: device.founderId }
      const { day } = clock.today.current() // after the server has told its time
      ids.current ??= { place: newRecordId(day), slots: answers.slots.map(() => newRecordId(day)) }
      const [first, ...others] = settingsIntents(answers, founder, day, ids.current)
      if (first === undefined) throw new Error('set-up without settings')
      const operations = [{ ...first, id: draft.operation }, ...others]
      const by = founder.founderId
      const saved = await saveIntention(db, { operations, by, day, draftDone: draft.record })
      if (!saved.ok) {
        setFailure(saved.error)
        return null
      }
      const presence: Presence = {
        deviceId: device.deviceId,
        siteId: device.siteId,
        placeId: ids.current.place,
        memberId: by,
        name: answers.name,
        role: 'coordinator',
      }
      return { key: opened.current, presence }
    } finally {
      setBusy(false)
    }
  }
  return { failure, isBusy, install }
}
