import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import { begunText, useAnswerWords } from '#i18n/visitAnswers.ts'
import { dropDraft, halfDayOfDraft, saveDraft } from '#storage/drafts.ts'
import { useDb, useLive } from '#storage/react.tsx'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Stack } from '#ui/Layout.tsx'
import { type BegunVisit, begunVisits } from './begunVisits.ts'
import styles from './transfers.module.css'

/** Every draft of the person who is present, with the way to it; of those of others, only the number (SEC-37). */
export function DraftsCard() {
  const { t } = useTranslation(['transfers', 'visits'])
  const { memberId } = usePresence()
  const live = useLive(begunVisits, [])
  if (live.state === 'loading' || live.value.length === 0) return null
  const mine = live.value.filter(({ draft }) => draft.by === memberId)
  const others = live.value.length - mine.length
  return (
    <Card heading={t('drafts.title', { total: live.value.length })}>
      <Stack>
        {mine.length > 0 && (
          <>
            <p>{t('drafts.text')}</p>
            <ul className={styles.drafts}>
              {mine.map((begun) => (
                <DraftLine key={begun.draft.record} begun={begun} />
              ))}
            </ul>
          </>
        )}
        {others > 0 && <p>{t('visits:draft.others', { count: others })}</p>}
      </Stack>
    </Card>
  )
}

function DraftLine({ begun }: { readonly begun: BegunVisit }) {
  const { t } = useTranslation(['transfers', 'common'])
  const db = useDb()
  const { draft, address } = begun
  const facts = draft.facts as VisitFacts
  const item = begunText(facts, halfDayOfDraft(draft), useAnswerWords(), useToday().day)
  const discard = async () => {
    await dropDraft(db, draft.record)
    announce(t('drafts.discarded'), {
      label: t('common:action.cancel'),
      onPress: () => void saveDraft(db, draft),
    })
  }
  if (address === null) {
    return (
      <li>
        <p>{item}</p>
        <p className={styles.soft}>{t('drafts.gone')}</p>
        <Button look="quiet" aria-label={t('drafts.discardName', { item })} onClick={() => void discard()}>
          {t('common:action.discard')}
        </Button>
      </li>
    )
  }
  return (
    <li>
      <Link to={address}>{item}</Link>
      {draft.shown !== undefined && (
        <p className={styles.soft}>{t('drafts.edited', { rank: facts.rank ?? 0 })}</p>
      )}
    </li>
  )
}
