import { Navigate } from 'react-router'
import { useEnrolment } from './enrolment.tsx'
import { paths } from './paths.ts'
import { TeamDoor } from './TeamDoor.tsx'
import { useTeamSpace } from './teamSpace.tsx'

/** `/equipe`: E-0, and once opened the journal. */
export function TeamPage() {
  const enrolment = useEnrolment()
  const { presence } = useTeamSpace()
  if (presence !== null) return <Navigate to={paths.journal} replace />
  if (enrolment === 'loading') return null
  return enrolment === 'enrolled' ? <TeamDoor /> : <Navigate to={paths.setup} replace />
}
