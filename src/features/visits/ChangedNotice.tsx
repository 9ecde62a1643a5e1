import type { VisitFacts } from '#domain/kinds/visit.ts'
import type { Shown } from '#storage/shown.ts'
import { Notice } from '#ui/Notice.tsx'
import { useVisitWords } from './useVisitWords.ts'
import { changeTexts } from './visitText.ts'

interface ChangedNoticeProps {
  /** What the form showed when it opened. */
  readonly shown: VisitFacts
  readonly now: Shown
  /** Deleted, it is brought back by saving. */
  readonly restores?: boolean
}

/** Somebody else has changed this visit meanwhile: their values are told, the form keeps its own (SYN-31). */
export function ChangedNotice({ shown, now, restores = false }: ChangedNoticeProps) {
  const words = useVisitWords()
  const { t } = words
  if (now.deleted) {
    return (
      <Notice tone="warn" title={t('edit.deletedTitle')}>
        {t(restores ? 'edit.deletedText' : 'edit.deletedForGood')}
      </Notice>
    )
  }
  const changes = changeTexts(shown, now.facts as VisitFacts, words)
  if (changes.length === 0) return null
  return (
    <Notice tone="warn" title={t('edit.changedTitle')}>
      <p>{t('edit.changedText')}</p>
      <ul>
        {changes.map(({ field, text }) => (
          <li key={field}>{text}</li>
        ))}
      </ul>
    </Notice>
  )
}
