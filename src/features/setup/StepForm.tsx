import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/Button.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { ArrowLeft, ArrowRight } from '#ui/icons.ts'
import { Row } from '#ui/Layout.tsx'
import { Page } from '#ui/Page.tsx'
import { Progress } from '#ui/Progress.tsx'
import styles from './setup.module.css'

interface StepFormProps {
  readonly heading: string
  readonly lead: string
  /** 1 for the first. */
  readonly step: number
  readonly steps: number
  readonly problems: readonly FieldProblem[]
  /** Grows at each refused press. */
  readonly attempt: number
  readonly action?: string | undefined
  readonly isBusy?: boolean | undefined
  readonly onNext: () => void
  readonly onBack?: (() => void) | undefined
  readonly children?: ReactNode
}

/** One question of set-up: how far, what, its errors, and two ways out. */
export function StepForm(props: StepFormProps) {
  const { heading, lead, step, steps, problems, attempt, onNext, onBack, children } = props
  const { t } = useTranslation(['setup', 'common'])
  const title = t('common:title.page', { page: t('page.titled', { step, steps }) })
  return (
    <Page
      heading={heading}
      lead={lead}
      documentTitle={problems.length > 0 ? t('common:title.error', { title }) : title}
    >
      <Progress label={t('page.step', { step, steps })} value={step} max={steps} />
      <ErrorSummary
        heading={t('common:error.summary', { count: problems.length })}
        problems={problems}
        attempt={attempt}
      />
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!props.isBusy) onNext()
        }}
      >
        {children}
        <Row apart>
          {onBack ? (
            <Button icon={ArrowLeft} onClick={onBack}>
              {t('action.back')}
            </Button>
          ) : (
            <span />
          )}
          <Button
            type="submit"
            look="primary"
            big
            aria-disabled={props.isBusy || undefined}
            iconAfter={ArrowRight}
          >
            {props.action ?? t('action.next')}
          </Button>
        </Row>
      </form>
    </Page>
  )
}
