import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'
import type { AppDb } from '#storage/db.ts'
import { useLive } from '#storage/react.tsx'
import { members, places, thisDevice } from '#storage/settings.ts'
import type { Presence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'
import type { ChoiceOption } from '#ui/Choice.tsx'
import { candidates, endsSoon, openPlaces, usualPlace } from './whoMayEnter.ts'

export interface People {
  readonly members: readonly ChoiceOption[]
  readonly places: readonly ChoiceOption[]
  /** Asked of nobody when it is known. */
  readonly usualPlace: string | null
  /** The list of the team has come to this device, even if nobody on it is active today. */
  readonly knowsTeam: boolean
  /** What the screens of the team are filled from; `null` while something is missing. */
  readonly presence: (memberId: string | null, placeId: string | null) => Presence | null
}

async function read(db: AppDb) {
  const [device, team, sites] = await Promise.all([thisDevice(db), members(db), places(db)])
  return { device, team, sites }
}

/** Who and where, on this day; `null` while it is read. */
export function usePeople(): People | null {
  const { t } = useTranslation('access')
  const format = useFormat()
  const { accessDay: day } = useToday()
  const live = useLive(read, [])
  if (live.state === 'loading') return null
  const { device, team, sites } = live.value
  const offered = candidates(team, day)
  const open = openPlaces(sites, day)
  return {
    members: offered.map(({ id, name, endsOn }) => ({
      value: id,
      label: name,
      hint: endsSoon(endsOn, day) ? t('who.ended', { day: format.shortDay(endsOn) }) : undefined,
    })),
    places: open.map(({ id, name }) => ({ value: id, label: name })),
    usualPlace: usualPlace(open, device?.placeId ?? null),
    knowsTeam: team.length > 0,
    presence: (memberId, placeId) => {
      const member = offered.find(({ id }) => id === memberId)
      if (device === null || member === undefined || placeId === null) return null
      const { deviceId, siteId } = device
      return { deviceId, siteId, placeId, memberId: member.id, name: member.name, role: member.role }
    },
  }
}
