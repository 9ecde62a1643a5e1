import { useEffect, useState } from 'react'
import { loadWords, wordsIn } from '#i18n/init.ts'
import { type Language, languagesOffered } from '#i18n/languages.ts'
import styles from './UnsupportedPage.module.css'

const all = languagesOffered('common')

/** Instead of a broken application: why, and what to ask for, in every language of the locked screen at once. */
export function UnsupportedPage({ missing }: { readonly missing: 'insecure' | 'browser' }) {
  const [loaded, setLoaded] = useState<readonly Language[]>(all.slice(0, 1))
  useEffect(() => {
    void Promise.allSettled(all.map((language) => loadWords(language).then(() => language))).then((results) =>
      setLoaded(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))),
    )
  }, [])
  return (
    <main className={styles.page}>
      {loaded.map((language, index) => {
        const t = wordsIn(language).getFixedT(language.code, 'app')
        const Heading = index === 0 ? 'h1' : 'h2'
        return (
          <section key={language.code} lang={language.code} dir={language.dir} className={styles.language}>
            <Heading>{t('unsupported.title')}</Heading>
            <p>{t(`unsupported.${missing}`)}</p>
            <p>{t('unsupported.safe')}</p>
            <p>{t('unsupported.address', { address: location.origin })}</p>
          </section>
        )
      })}
    </main>
  )
}
