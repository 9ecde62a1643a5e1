import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Day, isDay } from '#domain/day.ts'
import { useFormat } from '#i18n/format.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { DayField } from './DayField.tsx'

interface ClockDialogProps {
  readonly day: Day
  readonly onConfirm: (day: Day) => void
  readonly onClose: () => void
}

/** The device is not sure of its date: a person says the day before the first visit is saved (SYN-25). */
export function ClockDialog({ day, onConfirm, onClose }: ClockDialogProps) {
  const { t } = useTranslation(['visits', 'common'])
  const format = useFormat()
  const [chosen, setChosen] = useState(day)
  const [isRefused, setRefused] = useState(false)
  return (
    <Dialog
      heading={t('clock.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('clock.back')}
          </Button>
          <Button look="primary" onClick={() => (isDay(chosen) ? onConfirm(chosen) : setRefused(true))}>
            {t('clock.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('clock.text', { day: format.dayAndYear(day) })}</p>
      <DayField
        label={t('clock.day')}
        value={chosen}
        error={isRefused ? t('problem.dayMissing') : undefined}
        onChange={setChosen}
      />
    </Dialog>
  )
}
