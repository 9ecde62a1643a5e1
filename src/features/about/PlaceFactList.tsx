import { useTranslation } from 'react-i18next'
import styles from './about.module.css'

/** Values from the settings; where one is missing, who has to write it. */
export function PlaceFactList({
  facts,
}: {
  readonly facts: readonly { readonly label: string; readonly value: string | undefined }[]
}) {
  const { t } = useTranslation('about')
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === undefined || value === '' ? t('missing.text') : <bdi>{value}</bdi>}</dd>
        </div>
      ))}
    </dl>
  )
}
