import { useTranslation } from 'react-i18next'
import { useLive } from '#storage/react.tsx'
import { places } from '#storage/settings.ts'
import { usePresence } from '#sync/presence.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Lock } from '#ui/icons.ts'
import styles from './PresenceLine.module.css'
import { useTeamSpace } from './teamSpace.tsx'

/** Who is here, where, and the way out. */
export function PresenceLine() {
  const { t } = useTranslation('app')
  const { name, placeId } = usePresence()
  const { lock } = useTeamSpace()
  const live = useLive(places, [])
  const place = live.state === 'ready' ? live.value.find(({ id }) => id === placeId)?.facts.name : undefined
  return (
    <div className={styles.presence}>
      <p className={styles.who}>
        <strong className={styles.name}>
          <bdi>{name}</bdi>
        </strong>
        {place && <bdi>{place}</bdi>}
      </p>
      <button type="button" className={styles.lock} aria-keyshortcuts="Alt+L" onClick={lock}>
        <Icon of={Lock} /> {t('lock.action')}
      </button>
    </div>
  )
}
