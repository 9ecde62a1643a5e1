import { Notice } from '#ui/Notice.tsx'
import type { AddressedDay } from './journalDay.ts'
import { useVisitWords } from './useVisitWords.ts'

/** Why the journal of today is shown and not what the address said (NAV-1). */
export function AddressNotice({ address }: { readonly address: AddressedDay }) {
  const { t, format } = useVisitWords()
  const { notice, refused } = address
  if (notice === undefined) return null
  return (
    <Notice tone="info" title={t('page.noticeTitle')}>
      {t(`page.${notice}`, { day: refused === undefined ? '' : format.dayAndYear(refused) })}
    </Notice>
  )
}
