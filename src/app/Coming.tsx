import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Longest silence before a screen says that it is on its way, in milliseconds (STATE-1). */
const quietMilliseconds = 300

/** Nothing at first, then one line of text; never a spinner. */
export function Coming() {
  const { t } = useTranslation('app')
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), quietMilliseconds)
    return () => clearTimeout(timer)
  }, [])
  return isLate ? <p>{t('coming.status')}</p> : null
}
