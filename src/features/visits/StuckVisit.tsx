import { useTranslation } from 'react-i18next'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import { useReasonWords } from '#i18n/reasonWords.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { type Obstacle, wantedFacts } from './correction.ts'
import { GiveUpButton } from './GiveUpButton.tsx'
import type { HeldVisit } from './heldVisit.ts'
import styles from './journal.module.css'
import { useVisitWords } from './useVisitWords.ts'
import { changeTexts } from './visitText.ts'

interface StuckVisitProps {
  readonly held: HeldVisit
  readonly obstacle: Obstacle
}

/** A held change that cannot be put right here: why, what it said, and what remains possible. */
export function StuckVisit({ held, obstacle }: StuckVisitProps) {
  const { t } = useTranslation(['correction', 'common'])
  const words = useVisitWords()
  const reasonWord = useReasonWords()
  const title = t('visit.heading')
  const said = changeTexts((held.now?.view.facts ?? {}) as VisitFacts, wantedFacts(held), words)
  return (
    <Page heading={title} documentTitle={t('common:title.page', { page: title })}>
      <div className={styles.edit}>
        <div>
          <LinkButton to="/envoi">{t('visit.back')}</LinkButton>
        </div>
        <Notice
          tone="warn"
          title={t('visit.title')}
          actions={obstacle !== 'otherAuthor' && <GiveUpButton held={held} />}
        >
          <p>{reasonWord(held.reason)}</p>
          <p>{t(`visit.obstacle.${obstacle}`)}</p>
          {said.length > 0 && (
            <>
              <p>{t('visit.said')}</p>
              <ul>
                {said.map(({ field, text }) => (
                  <li key={field}>{text}</li>
                ))}
              </ul>
            </>
          )}
        </Notice>
      </div>
    </Page>
  )
}
