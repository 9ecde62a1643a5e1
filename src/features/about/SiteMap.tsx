import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { AboutPage } from './AboutPage.tsx'
import styles from './about.module.css'
import { Section } from './Section.tsx'

export interface MapLink {
  readonly to: string
  readonly label: string
}

interface SiteMapProps {
  readonly team: readonly MapLink[]
  readonly settings: readonly MapLink[]
  /** Empty once the device belongs to a team. */
  readonly start: readonly MapLink[]
  readonly info: readonly MapLink[]
}

/** C-3. The links come from the table of screens. */
export function SiteMap({ team, settings, start, info }: SiteMapProps) {
  const { t } = useTranslation(['about', 'app'])
  return (
    <AboutPage title={t('app:title.siteMap')} lead={t('siteMap.lead')}>
      {start.length > 0 && (
        <Section heading={t('siteMap.startTitle')}>
          <Links links={start} />
        </Section>
      )}
      <Section heading={t('siteMap.teamTitle')}>
        <p>{t('siteMap.team')}</p>
        <Links links={team} />
      </Section>
      <Section heading={t('siteMap.settingsTitle')}>
        <Links links={settings} />
      </Section>
      <Section heading={t('siteMap.infoTitle')}>
        <Links links={info} />
      </Section>
    </AboutPage>
  )
}

function Links({ links }: { readonly links: readonly MapLink[] }) {
  return (
    <ul className={styles.plain}>
      {links.map(({ to, label }) => (
        <li key={to}>
          <Link className={styles.link} to={to}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
