import { EnterPage } from '#features/access/EnterPage.tsx'
import { SaveUnsent } from './SaveUnsent.tsx'
import { useTeamSpace } from './teamSpace.tsx'

/** E-0, wherever the address leads. */
export function TeamDoor() {
  const { key, unlock, enter } = useTeamSpace()
  return <EnterPage isOpen={key !== null} rescue={<SaveUnsent />} onUnlock={unlock} onEnter={enter} />
}
