import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area } from '#i18n/languages.ts'
import { Announcer } from '#ui/Announcer.tsx'
import { SkipLink } from '#ui/SkipLink.tsx'
import { Brand } from './Brand.tsx'
import { Footer } from './Footer.tsx'
import { Languages } from './Languages.tsx'
import styles from './PublicShell.module.css'

/** Around what anybody may see: the locked screen, set-up, the information pages. `index.html` draws its outline. */
export function PublicShell({ area, children }: { readonly area: Area; readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={styles.shell}>
      <SkipLink label={t('skip.action')} targetId="contenu" />
      <header className={styles.header}>
        <Brand />
        <Languages area={area} />
      </header>
      <Announcer />
      <main id="contenu" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer area={area} />
    </div>
  )
}
