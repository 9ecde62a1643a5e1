import { useTranslation } from 'react-i18next'
import { HeldCode } from '#domain/operation.ts'

const others = ['malformed', 'too_large', 'unreadable', 'kindUnknown', 'foreignSite'] as const
/** Every reason that has words; tests hold this list to the ones that the server and the device can give. */
export const reasons = [...HeldCode.options, ...others] as const
type Reason = (typeof reasons)[number]

/** Why something waits for a person, in words; an unknown reason shows its code. */
export function useReasonWords(): (reason: string) => string {
  const { t } = useTranslation('transfers')
  return (reason) => (isReason(reason) ? t(`reason.${reason}`) : t('reason.other', { code: reason }))
}

function isReason(reason: string): reason is Reason {
  return reasons.some((known) => known === reason)
}
