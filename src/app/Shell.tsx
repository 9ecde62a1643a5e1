import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area } from '#i18n/languages.ts'
import { Announcer } from '#ui/Announcer.tsx'
import { classes } from '#ui/classes.ts'
import { SkipLink } from '#ui/SkipLink.tsx'
import { Coming } from './Coming.tsx'
import { Footer } from './Footer.tsx'
import { PublicHeader } from './PublicHeader.tsx'
import styles from './Shell.module.css'
import { StaffHeader } from './StaffHeader.tsx'

interface ShellProps {
  readonly area: Area
  /** Somebody holds the permanence: the navigation of the team is there. */
  readonly isTeam: boolean
  readonly children: ReactNode
}

/**
 * Around every screen: the landmarks, in the same places. Its content is not mounted again when the team space opens,
 * so that what is on screen stays until what comes next is ready.
 */
export function Shell({ area, isTeam, children }: ShellProps) {
  const { t } = useTranslation()
  return (
    <div className={classes(styles.shell, isTeam && styles.team)}>
      <SkipLink label={t('skip.action')} targetId="contenu" />
      {isTeam ? <StaffHeader area={area} /> : <PublicHeader area={area} />}
      <div className={styles.page}>
        <Announcer closeLabel={t('action.close')} />
        <main id="contenu" tabIndex={-1} className={styles.main}>
          <Suspense fallback={<Coming />}>{children}</Suspense>
        </main>
        <Footer area={area} />
      </div>
    </div>
  )
}
