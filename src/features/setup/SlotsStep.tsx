import { useTranslation } from 'react-i18next'
import { halfDays } from '#domain/day.ts'
import { useFormat } from '#i18n/format.ts'
import { useListLabels } from '#i18n/listLabels.ts'
import type { StepProps } from './SetupSteps.tsx'
import { StepForm } from './StepForm.tsx'
import styles from './setup.module.css'
import { type SetupAnswers, weekSlots } from './setupAnswers.ts'

interface SlotsStepProps extends StepProps {
  readonly answers: SetupAnswers
  readonly onChange: (changed: Partial<SetupAnswers>) => void
}

const weekdays = [1, 2, 3, 4, 5, 6, 7]

/** The ordinary week, one box per half-day. */
export function SlotsStep({ answers, onChange, ...step }: SlotsStepProps) {
  const { t } = useTranslation('setup')
  const { label } = useListLabels()
  const format = useFormat()
  const toggle = (toggled: string) => {
    const isIn = (slot: string) => answers.slots.includes(slot) !== (slot === toggled)
    onChange({ slots: weekSlots.filter(isIn) })
  }
  const count = answers.slots.length
  return (
    <StepForm {...step} heading={t('slots.title')} lead={t('slots.lead')} problems={[]} attempt={0}>
      <table className={styles.grid}>
        <caption>{t('slots.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('slots.day')}</th>
            {halfDays.map((halfDay) => (
              <th key={halfDay} scope="col">
                {label('halfDays', halfDay)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{format.weekday(weekday)}</th>
              {halfDays.map((halfDay) => {
                const slot = `${weekday}.${halfDay}`
                return (
                  <td key={halfDay}>
                    <label className={styles.cell}>
                      <input
                        type="checkbox"
                        className={styles.box}
                        aria-label={t('slots.cell', {
                          day: format.weekday(weekday),
                          halfDay: label('halfDays', halfDay),
                        })}
                        checked={answers.slots.includes(slot)}
                        onChange={() => toggle(slot)}
                      />
                    </label>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{count === 0 ? t('slots.none') : t('slots.count', { count })}</p>
    </StepForm>
  )
}
