import type { Area } from '#i18n/languages.ts'
import { Brand } from './Brand.tsx'
import { Languages } from './Languages.tsx'
import styles from './PublicHeader.module.css'

/** Above what anybody may see: the locked screen, set-up, the information pages. `index.html` draws its outline. */
export function PublicHeader({ area }: { readonly area: Area }) {
  return (
    <header className={styles.header}>
      <Brand />
      <Languages area={area} />
    </header>
  )
}
