import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLanguage } from '#i18n/LanguageArea.tsx'
import type { Area } from '#i18n/languages.ts'
import styles from './Footer.module.css'
import { paths } from './paths.ts'

/** C-1 to C-6, reachable from everywhere, in the same order everywhere. */
export function Footer({ area }: { readonly area: Area }) {
  const { t } = useTranslation(['app', 'common'])
  const { shown } = useLanguage(area)
  const links = [
    [paths.help, t('title.help')],
    [paths.contact, t('title.contact')],
    [paths.siteMap, t('title.siteMap')],
    [paths.accessibility, t('footer.accessibility')],
    [paths.legal, t('title.legal')],
    [paths.privacy, t('title.privacy')],
  ] as const
  return (
    <footer className={styles.footer}>
      <nav aria-label={t('nav.footer')}>
        <ul className={styles.links}>
          {links.map(([to, label]) => (
            <li key={to}>
              <Link to={to} className={styles.link}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {shown.reviewedBy === null && <p className={styles.note}>{t('common:language.unreviewed')}</p>}
    </footer>
  )
}
