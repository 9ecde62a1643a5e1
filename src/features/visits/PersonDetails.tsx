import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useListLabels } from '#i18n/listLabels.ts'
import { NumberField, type TypedNumber } from '#ui/NumberField.tsx'
import { bandOfAge } from './ageBand.ts'
import { CodeSelect } from './CodeSelect.tsx'
import { FoldedSet } from './FoldedSet.tsx'
import { controlId } from './problems.ts'
import { useProblemOf } from './useProblemOf.ts'
import type { VisitForm } from './useVisitForm.ts'
import styles from './visitForm.module.css'
import type { VisitQuestions } from './visitQuestions.ts'

interface PersonDetailsProps {
  readonly form: VisitForm
  readonly formId: string
  readonly questions: VisitQuestions
}

/** The profile questions that the network asks (GEN-13). */
export function PersonDetails({ form, formId, questions }: PersonDetailsProps) {
  const { t } = useTranslation(['visits', 'common'])
  const { asks, day } = questions
  const shared = { form, day }
  return (
    <>
      <div className={styles.selects}>
        {asks('ageBand') && <AgeInYears form={form} formId={formId} />}
        {asks('gender') && (
          <CodeSelect {...shared} field="gender" list="genders" label={t('details.gender')} />
        )}
        {asks('status') && (
          <CodeSelect {...shared} field="status" list="statuses" label={t('details.status')} />
        )}
        <CodeSelect {...shared} field="rightsStatus" list="rightsStatus" label={t('details.rightsStatus')} />
        <CodeSelect {...shared} field="autonomy" list="autonomy" label={t('details.autonomy')} />
        {asks('language') && (
          <>
            <CodeSelect {...shared} field="language" list="languages" label={t('details.language')} />
            <CodeSelect
              {...shared}
              field="interpreting"
              list="interpreting"
              label={t('details.interpreting')}
            />
          </>
        )}
      </div>
      <div className={styles.folded}>
        {asks('situations') && (
          <FoldedSet
            {...shared}
            field="situations"
            list="situations"
            only="visit"
            label={t('details.situations')}
          />
        )}
        {asks('difficulties') && (
          <FoldedSet {...shared} field="difficulties" list="difficulties" label={t('details.difficulties')} />
        )}
      </div>
    </>
  )
}

/**
 * The number lives in this field alone, for as long as it has the focus (AGE-2). The band follows the whole of it:
 * while it is no age, the band is the one there was before.
 */
function AgeInYears({ form, formId }: Pick<PersonDetailsProps, 'form' | 'formId'>) {
  const { t } = useTranslation(['visits', 'common'])
  const { label } = useListLabels()
  const problemOf = useProblemOf(form)
  const id = controlId(formId, 'age')
  const band = form.facts.ageBand
  const [years, setYears] = useState<number | null>(null)
  const before = useRef(band)
  const forget = useEffectEvent((event: FocusEvent) => {
    if (event.target instanceof HTMLElement && event.target.id === id) setYears(null)
  })
  useEffect(() => {
    document.addEventListener('focusout', forget)
    return () => document.removeEventListener('focusout', forget)
  }, [])
  const { choose, unread, setUnread } = form
  const accept = (typed: TypedNumber) => {
    if (years === null && unread.ageBand === undefined) before.current = band
    const isAge = typeof typed === 'number' && bandOfAge(typed) !== null
    setYears(isAge ? typed : null)
    choose({ type: 'set', field: 'ageBand', value: before.current ?? null })
    if (isAge) choose({ type: 'age', years: typed })
    else if (typed !== null) setUnread({ ageBand: String(typed) })
  }
  return (
    <NumberField
      id={id}
      label={t('age.years')}
      hint={band === undefined ? t('age.yearsHint') : t('age.band', { band: label('ageBands', band) })}
      error={problemOf('age')}
      value={unread.ageBand ?? years}
      onChange={accept}
    />
  )
}
