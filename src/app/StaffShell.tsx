import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area } from '#i18n/languages.ts'
import { useLive } from '#storage/react.tsx'
import { site } from '#storage/settings.ts'
import { Announcer } from '#ui/Announcer.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Menu, X } from '#ui/icons.ts'
import { SkipLink } from '#ui/SkipLink.tsx'
import { Brand } from './Brand.tsx'
import { Footer } from './Footer.tsx'
import { defaultIdleMinutes } from './idle.ts'
import { Languages } from './Languages.tsx'
import { MainNavigation } from './MainNavigation.tsx'
import { PresenceLine } from './PresenceLine.tsx'
import { SendingLine } from './SendingLine.tsx'
import styles from './StaffShell.module.css'
import { useShortcuts } from './shortcuts.tsx'
import { UpdateNotice } from './UpdateNotice.tsx'
import { useIdleLock } from './useIdleLock.ts'

/** Around the screens of the team while somebody holds the permanence. */
export function StaffShell({ area, children }: { readonly area: Area; readonly children: ReactNode }) {
  const { t } = useTranslation(['app', 'common'])
  const [menu, setMenu] = useState(false)
  useIdleLock(useIdleMinutes())
  useShortcuts()
  return (
    <div className={styles.shell}>
      <SkipLink label={t('common:skip.action')} targetId="contenu" />
      <header className={styles.side}>
        <div className={styles.top}>
          <Brand />
          <button
            type="button"
            className={styles.menu}
            aria-expanded={menu}
            aria-controls="principale"
            onClick={() => setMenu(!menu)}
          >
            <Icon of={menu ? X : Menu} /> {t('nav.menu')}
          </button>
        </div>
        <div id="principale" className={menu ? styles.open : styles.folded}>
          <MainNavigation onGo={() => setMenu(false)} />
          <div className={styles.foot}>
            <PresenceLine />
            <Languages area={area} onNav />
          </div>
        </div>
        <div className={styles.always}>
          <UpdateNotice />
          <SendingLine />
        </div>
      </header>
      <div className={styles.page}>
        <Announcer />
        <main id="contenu" tabIndex={-1} className={styles.main}>
          {children}
        </main>
        <Footer area={area} />
      </div>
    </div>
  )
}

function useIdleMinutes(): number {
  const live = useLive(site, [])
  return (live.state === 'ready' ? live.value?.facts.idleMinutes : undefined) ?? defaultIdleMinutes
}
