import { DevicesPage } from '#features/devices/DevicesPage.tsx'
import { useTeamSpace } from './teamSpace.tsx'

/** Opening a door for another device needs the key of this one, which only the team space holds. */
export function DevicesScreen() {
  const { key } = useTeamSpace()
  return key === null ? null : <DevicesPage deviceKey={key} />
}
