import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { usePresence } from '#sync/presence.tsx'
import { Icon, type LucideIcon } from '#ui/Icon.tsx'
import { NotebookPen, Settings } from '#ui/icons.ts'
import styles from './MainNavigation.module.css'
import { paths } from './paths.ts'
import { type Screen, screens } from './screens.ts'

interface Link {
  readonly to: string
  readonly label: string
  readonly icon: LucideIcon
  readonly screen: Screen
}

/**
 * The links of the mock-up, in its order, for the screens that exist: Journal, then (each with its screen) Agenda,
 * Ateliers et parcours, Accompagnements, Orientations, Questionnaires, Guides, Bilan, and last Réglages (NAV-3).
 */
export function MainNavigation({ onGo }: { readonly onGo: () => void }) {
  const { t } = useTranslation('app')
  const { role } = usePresence()
  const links: readonly Link[] = [
    { to: paths.journal, label: t('title.journal'), icon: NotebookPen, screen: screens.journal },
    { to: paths.settings, label: t('nav.settings'), icon: Settings, screen: screens.members },
  ]
  return (
    <nav aria-label={t('nav.name')}>
      <ul className={styles.links}>
        {links
          .filter(({ screen }) => screen.roles === 'everybody' || screen.roles.includes(role))
          .map(({ to, label, icon }) => (
            <li key={to}>
              <NavLink to={to} className={styles.link ?? ''} onClick={onGo}>
                <Icon of={icon} /> {label}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  )
}
