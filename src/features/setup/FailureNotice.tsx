import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaveFailure } from '#storage/failures.ts'
import type { EnrolFailure } from '#sync/enrol.ts'
import { announceError } from '#ui/announce.ts'
import { Notice } from '#ui/Notice.tsx'

/** Why it did not work, in the page and announced; what was typed is still there. */
export function FailureNotice({ failure }: { readonly failure: EnrolFailure | SaveFailure }) {
  const { t } = useTranslation('setup')
  const text = t(
    failure.type === 'pinShape' || failure.type === 'pinTrivial' ? 'pin.trivial' : `error.${failure.type}`,
  )
  const said = useRef<unknown>(null)
  useEffect(() => {
    if (said.current === failure) return
    said.current = failure
    announceError(text)
  }, [failure, text])
  return (
    <Notice tone="stop" title={t('error.title')}>
      {text}
    </Notice>
  )
}
