import { useTranslation } from 'react-i18next'
import styles from './about.module.css'

/** Another site, apart from this one, whose host is shown (NAV-4, SEC-46). */
export function ExternalLink({ href, children }: { readonly href: string; readonly children: string }) {
  const { t } = useTranslation('about')
  return (
    <a className={styles.link} href={href} target="_blank" rel="noopener noreferrer">
      {t('missing.newTab', { name: children })}
    </a>
  )
}
