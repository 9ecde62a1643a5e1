import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from '#ui/Icon.tsx'
import { Anchor } from '#ui/icons.ts'
import styles from './Brand.module.css'
import { paths } from './paths.ts'

/** The name of the product, which leads home. */
export function Brand() {
  const { t } = useTranslation()
  return (
    <Link to={paths.home} className={styles.brand}>
      <Icon of={Anchor} /> <bdi>{t('product.name')}</bdi>
    </Link>
  )
}
