import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultIdleMinutes } from '#domain/kinds/site.ts'
import type { Area } from '#i18n/languages.ts'
import { useLive } from '#storage/react.tsx'
import { site } from '#storage/settings.ts'
import { Icon } from '#ui/Icon.tsx'
import { Menu, X } from '#ui/icons.ts'
import { Brand } from './Brand.tsx'
import { InstallOffer } from './InstallOffer.tsx'
import { Languages } from './Languages.tsx'
import { MainNavigation } from './MainNavigation.tsx'
import { PresenceLine } from './PresenceLine.tsx'
import { SendingLine } from './SendingLine.tsx'
import styles from './StaffHeader.module.css'
import { useShortcuts } from './shortcuts.ts'
import { UpdateNotice } from './UpdateNotice.tsx'
import { useIdleLock } from './useIdleLock.ts'

/** Beside the screens of the team: where to go, who is here, what waits. Below 60 rem it folds under « Menu ». */
export function StaffHeader({ area }: { readonly area: Area }) {
  const { t } = useTranslation('app')
  const [isOpen, setOpen] = useState(false)
  useIdleLock(useIdleMinutes())
  useShortcuts()
  return (
    <header className={styles.side}>
      <div className={styles.top}>
        <Brand />
        <button
          type="button"
          className={styles.menu}
          aria-expanded={isOpen}
          aria-controls="principale"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon of={isOpen ? X : Menu} /> {t('nav.menu')}
        </button>
      </div>
      <div id="principale" className={isOpen ? styles.unfolded : styles.folded}>
        <MainNavigation onGo={() => setOpen(false)} />
        <div className={styles.languages}>
          <Languages area={area} onNav />
        </div>
      </div>
      <UpdateNotice />
      <InstallOffer />
      <div className={styles.foot}>
        <PresenceLine />
        <SendingLine />
      </div>
    </header>
  )
}

function useIdleMinutes(): number {
  const live = useLive(site, [])
  return (live.state === 'ready' ? live.value?.facts.idleMinutes : undefined) ?? defaultIdleMinutes
}
