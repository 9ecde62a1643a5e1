import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import type { Presence } from '#sync/presence.tsx'
import { announce, announceError } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { ChoiceOne } from '#ui/Choice.tsx'
import { Details } from '#ui/Details.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { Page } from '#ui/Page.tsx'
import { TextField } from '#ui/TextField.tsx'
import styles from './access.module.css'
import { type EnterAnswers, type EnterProblem, enterProblems } from './enterProblems.ts'
import { GateNotice } from './GateNotice.tsx'
import { useGate } from './useGate.ts'
import { useGateWords } from './useGateWords.ts'
import { usePeople } from './usePeople.ts'
import { useWaitOver } from './useWaitOver.ts'
import { useWaitWords } from './useWaitWords.ts'
import { WaitingRecords } from './WaitingRecords.tsx'
import { WaitNotice } from './WaitNotice.tsx'

interface EnterPageProps {
  /** The code has been typed already: only who is here, and where, is asked. */
  readonly isOpen: boolean
  /** Offered when the gate cannot be opened any more. */
  readonly rescue?: ReactNode
  readonly onUnlock: (key: DeviceKey) => void
  readonly onEnter: (presence: Presence) => void
}

/** E-0: the code of the team, and who holds the permanence. Nothing here ever erases anything (SEC-31). */
export function EnterPage({ isOpen, rescue, onUnlock, onEnter }: EnterPageProps) {
  const { t } = useTranslation(['access', 'common'])
  const people = usePeople()
  const gate = useGate()
  const [pin, setPin] = useState('')
  const [chosenMember, setMember] = useState<string | null>(null)
  const [chosenPlace, setPlace] = useState<string | null>(null)
  const [problems, setProblems] = useState<readonly EnterProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const words = useGateWords(problems, gate.failure)
  const waitWords = useWaitWords(gate.wait)
  useWaitOver(gate.wait > 0)
  if (people === null) return null
  const placeId = chosenPlace ?? people.usualPlace
  const [first, ...others] = people.members
  const memberId = chosenMember ?? (others.length === 0 ? (first?.value ?? null) : null)
  const answers: EnterAnswers = { pin: isOpen ? null : pin, memberId, placeId }
  const title = t('page.title')
  const tabTitle = t('common:title.page', { page: title })
  const hasErrors = words.summary.length > 0 && gate.wait === 0
  return (
    <Page
      heading={title}
      lead={t(isOpen ? 'page.open' : 'page.lead')}
      documentTitle={hasErrors ? t('common:title.error', { title: tabTitle }) : tabTitle}
    >
      <div className={styles.sides}>
        <div className={styles.main}>
          {hasErrors && (
            <ErrorSummary
              heading={t('common:error.summary', { count: words.summary.length })}
              problems={words.summary}
              attempt={attempt}
            />
          )}
          <GateNotice failure={gate.failure} rescue={rescue} />
          {gate.wait > 0 && <WaitNotice seconds={gate.wait} />}
          <form className={styles.card} noValidate onSubmit={(event) => void submit(event)}>
            {!isOpen && (
              <TextField
                id="code"
                type="password"
                inputMode="numeric"
                label={t('code.label')}
                hint={t('code.hint')}
                error={words.code}
                value={pin}
                onChange={setPin}
              />
            )}
            {people.members.length > 0 ? (
              <ChoiceOne
                id="qui"
                look="rows"
                label={t('who.label')}
                error={words.who}
                options={people.members}
                value={memberId}
                onChange={setMember}
              />
            ) : (
              <p>{t(people.knowsTeam ? 'who.nobody' : isOpen ? 'who.arriving' : 'who.empty')}</p>
            )}
            {people.places.length > 1 && (
              <ChoiceOne
                id="lieu"
                label={t('place.label')}
                error={words.place}
                options={people.places}
                value={placeId}
                onChange={setPlace}
              />
            )}
            {people.places.length === 0 && people.knowsTeam && <p>{t('place.none')}</p>}
            <div>
              <Button type="submit" look="primary" big aria-disabled={gate.isBusy || undefined}>
                {t('enter.action')}
              </Button>
            </div>
            {gate.isBusy && <p>{t('enter.status')}</p>}
          </form>
        </div>
        <div className={styles.aside}>
          <WaitingRecords />
          {!isOpen && <Details summary={t('forgotten.title')}>{t('forgotten.text')}</Details>}
        </div>
      </div>
    </Page>
  )

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (people === null || gate.isBusy) return
    if (gate.wait > 0) return announceError(waitWords.said)
    const found = enterProblems(answers, people)
    setProblems(found)
    if (found.length > 0) return setAttempt(attempt + 1)
    const key = isOpen ? null : await gate.tryPin(pin)
    if (key === null && !isOpen) return setAttempt(attempt + 1)
    if (key !== null) onUnlock(key)
    const presence = people.presence(memberId, placeId)
    if (presence === null) return
    onEnter(presence)
    announce(t('enter.done', { name: presence.name }))
  }
}
