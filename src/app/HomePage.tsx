import { Navigate } from 'react-router'
import { useEnrolment } from './enrolment.tsx'
import { paths } from './paths.ts'
import { useTeamSpace } from './teamSpace.tsx'

/** `/` leads where this device is: to be set up, locked, or at work. */
export function HomePage() {
  const enrolment = useEnrolment()
  const { presence } = useTeamSpace()
  if (enrolment === 'loading') return null
  if (enrolment !== 'enrolled') return <Navigate to={paths.setup} replace />
  return <Navigate to={presence === null ? paths.team : paths.journal} replace />
}
