import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaveFailure } from '#storage/failures.ts'
import type { EnrolFailure } from '#sync/enrol.ts'
import { announceError } from '#ui/announce.ts'
import { Notice } from '#ui/Notice.tsx'

interface FailureNoticeProps {
  readonly failure: EnrolFailure | SaveFailure
  /** On a first start nobody can give another link: the server prints one when it starts again. */
  readonly isSetup?: boolean
}

/** Why it did not work, in the page and announced; what was typed is still there. */
export function FailureNotice({ failure, isSetup = false }: FailureNoticeProps) {
  const { t } = useTranslation('setup')
  const text = words()
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

  function words(): string {
    const { type } = failure
    if (type === 'pinShape' || type === 'pinTrivial') return t('pin.trivial')
    if (isSetup && (type === 'code_used' || type === 'code_expired' || type === 'code_unknown'))
      return t('error.setupLink')
    return t(`error.${type}`)
  }
}
