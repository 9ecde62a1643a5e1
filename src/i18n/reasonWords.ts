import { useTranslation } from 'react-i18next'

/** Why something waits for a person, in words; a reason that this version does not know shows its code. */
export function useReasonWords(): (reason: string) => string {
  const { t, i18n } = useTranslation('correction')
  // A reason is data: that each has its words is held by a test, not by the type of the key.
  const say = t as (key: string) => string
  return (reason) => {
    const key = `correction:reason.${reason}`
    return i18n.exists(key) ? say(key) : t('reason.other', { code: reason })
  }
}
