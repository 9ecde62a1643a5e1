import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import styles from './devices.module.css'

/** Sub-pages of « Réglages », under the heading (NAV-3). */
export function SettingsLinks() {
  const { t } = useTranslation('devices')
  return (
    <nav aria-label={t('page.sub')}>
      <ul className={styles.links}>
        <li>
          <NavLink to="/reglages/equipe" className={styles.link ?? ''}>
            {t('team.title')}
          </NavLink>
        </li>
        <li>
          <NavLink to="/reglages/appareils" className={styles.link ?? ''}>
            {t('page.title')}
          </NavLink>
        </li>
        <li>
          <NavLink to="/reglages/donnees" className={styles.link ?? ''}>
            {t('site.title')}
          </NavLink>
        </li>
      </ul>
    </nav>
  )
}
