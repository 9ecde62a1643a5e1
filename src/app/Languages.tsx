import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '#i18n/chosen.ts'
import { wordsIn } from '#i18n/init.ts'
import { useLanguage } from '#i18n/LanguageArea.tsx'
import type { Area, Language } from '#i18n/languages.ts'
import { announce, announceError } from '#ui/announce.ts'
import { classes } from '#ui/classes.ts'
import styles from './Languages.module.css'

/** One button per language that this part of the product speaks, each in its own script (LANG-6). */
export function Languages({ area, onNav = false }: { readonly area: Area; readonly onNav?: boolean }) {
  const { t } = useTranslation(['common', 'app'])
  const { shown, offered } = useLanguage(area)
  return (
    <fieldset className={classes(styles.languages, onNav && styles.onNav)} aria-label={t('language.label')}>
      {offered.map((language) => (
        <button
          key={language.code}
          type="button"
          lang={language.code}
          dir={language.dir}
          aria-pressed={language === shown}
          className={styles.language}
          onClick={() => void speak(language)}
        >
          {language.name}
        </button>
      ))}
    </fieldset>
  )

  async function speak(language: Language): Promise<void> {
    try {
      await chooseLanguage(language.code)
      announce(wordsIn(language).t('language.changed'))
    } catch {
      announceError(t('app:language.failed', { name: language.name }))
    }
  }
}
