import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { HalfDay } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import { useFormat } from '#i18n/format.ts'
import { useListLabels } from '#i18n/listLabels.ts'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import { pinProblem } from '#storage/vault/pin.ts'
import type { Presence } from '#sync/presence.tsx'
import { Notice } from '#ui/Notice.tsx'
import { FailureNotice } from './FailureNotice.tsx'
import type { StepProps } from './SetupSteps.tsx'
import { StepForm } from './StepForm.tsx'
import styles from './setup.module.css'
import { type SetupAnswers, type Step, textProblem } from './setupAnswers.ts'
import { useInstall } from './useInstall.ts'

interface CheckStepProps extends StepProps {
  readonly answers: SetupAnswers
  readonly draft: { readonly record: Id; readonly operation: Id }
  readonly pin: string
  readonly secret: string | null
  readonly isUnfinished: boolean
  readonly onGo: (step: Step) => void
  readonly onBegin: () => void
  readonly onInstalled: (key: DeviceKey | null, presence: Presence) => void
}

/** Everything that was answered, then one press that installs. An answer that is missing leads back to its step. */
export function CheckStep(props: CheckStepProps) {
  const { answers, draft, pin, secret, isUnfinished, onGo, onBegin, onInstalled, ...step } = props
  const { t } = useTranslation(['setup', 'common'])
  const { failure, isBusy, install } = useInstall(secret)
  const unanswered = firstUnanswered(answers, isUnfinished ? null : pin)
  return (
    <StepForm
      {...step}
      heading={t(isUnfinished ? 'finish.title' : 'check.title')}
      lead={t(isUnfinished ? 'finish.text' : 'check.lead')}
      problems={[]}
      attempt={0}
      action={t(isUnfinished ? 'finish.action' : 'check.action')}
      isBusy={isBusy}
      onNext={() => (unanswered === undefined ? void press() : onGo(unanswered))}
    >
      {failure && <FailureNotice failure={failure} isSetup />}
      <Summary answers={answers} pin={isUnfinished ? null : pin} />
      {isBusy && <p>{t('check.status')}</p>}
      {isUnfinished && <Notice tone="info" title={t('start.resumed')} />}
    </StepForm>
  )

  async function press() {
    onBegin()
    const done = await install(answers, pin, draft)
    if (done !== null) onInstalled(done.key, done.presence)
  }
}

/** After a reload the code is gone, and a first answer may be missing too: there, before anything is sent. */
function firstUnanswered(answers: SetupAnswers, pin: string | null): Step | undefined {
  if (textProblem('network', answers.network)) return 'network'
  if (textProblem('site', answers.site)) return 'site'
  if (textProblem('place', answers.place) || answers.placeKind === '') return 'place'
  if (pin !== null && pinProblem(pin)) return 'pin'
  return textProblem('name', answers.name) || textProblem('device', answers.device) ? 'you' : undefined
}

/** @param pin null once the device is installed: it has its code */
function Summary({ answers, pin }: { readonly answers: SetupAnswers; readonly pin: string | null }) {
  const { t } = useTranslation(['setup', 'common'])
  const { label } = useListLabels()
  const format = useFormat()
  const slots = answers.slots.map((slot) => {
    const [weekday, halfDay] = slot.split('.')
    const day = format.weekday(Number(weekday))
    return t('slots.cell', { day, halfDay: label('halfDays', halfDay as HalfDay).toLocaleLowerCase() })
  })
  const lines: readonly { readonly step: Step; readonly what: string; readonly said: string }[] = [
    { step: 'network', what: t('check.network'), said: answers.network },
    { step: 'site', what: t('check.site'), said: answers.site },
    { step: 'place', what: t('check.place'), said: placeWords() },
    { step: 'slots', what: t('check.slots'), said: slots.length > 0 ? slots.join(' · ') : t('check.noSlot') },
    ...(pin === null ? [] : [{ step: 'pin' as const, what: t('pin.label'), said: pinWords(pin) }]),
    {
      step: 'you',
      what: t('check.you'),
      said: `${answers.name} · ${label('hostFunctions', answers.function)}`,
    },
    { step: 'you', what: t('check.device'), said: answers.device },
  ]
  return (
    <dl className={styles.facts}>
      {lines.map(({ step, what, said }) => (
        <div key={what} className={styles.fact}>
          <dt>{what}</dt>
          <dd dir="auto">{said}</dd>
          <dd>
            <Link className={styles.edit} to={`?etape=${step}`} aria-label={t('check.edit', { what })}>
              {t('common:action.edit')}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  )

  function pinWords(typed: string): string {
    return t(pinProblem(typed) === undefined ? 'check.pin' : 'check.pinAgain')
  }

  function placeWords(): string {
    return answers.placeKind === ''
      ? answers.place
      : `${answers.place} · ${label('placeKinds', answers.placeKind)}`
  }
}
