import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '#domain/ids.ts'
import type { MemberFacts } from '#domain/kinds/member.ts'
import { codesOn } from '#domain/lists.ts'
import { useListLabels } from '#i18n/listLabels.ts'
import type { Opened } from '#storage/openRecord.ts'
import { useDb } from '#storage/react.tsx'
import type { Shown } from '#storage/shown.ts'
import type { Draft } from '#storage/store.ts'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'
import { announce, announceError } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { ChoiceOne } from '#ui/Choice.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { Row } from '#ui/Layout.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import styles from './devices.module.css'
import { writeFrenchDay } from './frenchDay.ts'
import { answersOf, leavesNobody, type MemberAnswers, memberProblems } from './memberAnswers.ts'
import { saveMember } from './saveMember.ts'
import { typedIn, useFormDraft } from './useFormDraft.ts'
import { useMemberWords } from './useMemberWords.ts'

interface MemberFormProps {
  /** Of the member, or of somebody new. */
  readonly record: Id
  /** `null` for somebody new. */
  readonly opened: Opened | null
  /** What was typed here before and not saved. */
  readonly draft: Draft | undefined
  readonly team: readonly Shown<MemberFacts>[]
  readonly onClose: () => void
}

const roles = ['volunteer', 'mediator', 'coordinator'] as const

/** One member of the team: name, function, role, first and last day. */
export function MemberForm({ record, opened, draft, team, onClose }: MemberFormProps) {
  const { t } = useTranslation(['devices', 'setup', 'common'])
  const { label } = useListLabels()
  const db = useDb()
  const { day: today } = useToday()
  const { memberId } = usePresence()
  const [shown] = useState(() => answersOf((opened?.view.facts ?? {}) as MemberFacts, today))
  const [answers, setAnswers] = useState(() => typedIn(draft, shown))
  const isTyped = JSON.stringify(answers) !== JSON.stringify(shown)
  const forget = useFormDraft('memberForm', record, isTyped ? answers : null, opened)
  const [attempt, setAttempt] = useState(0)
  const isBusy = useRef(false)
  const change = (changed: Partial<MemberAnswers>) => setAnswers({ ...answers, ...changed })
  const problems = memberProblems(answers)
  const isLast = problems.length === 0 && leavesNobody(team, opened?.view.id ?? '', answers, today)
  const words = useMemberWords(attempt === 0 ? [] : problems, attempt > 0 && isLast)
  return (
    <Card heading={t(opened === null ? 'member.addTitle' : 'member.editTitle')}>
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary
          heading={t('common:error.summary', { count: words.summary.length })}
          problems={words.summary}
          attempt={attempt}
        />
        {draft && <Notice tone="info" title={t('setup:start.resumed')} />}
        <TextField
          id="membre-name"
          label={t('team.name')}
          hint={t('member.nameHint')}
          error={words.of('name')}
          value={answers.name}
          onChange={(name) => change({ name })}
        />
        <Select
          id="membre-function"
          label={t('team.function')}
          error={words.of('function')}
          value={answers.function}
          onChange={chooseFunction}
          options={[
            { value: '', label: t('member.choose') },
            ...codesOn('hostFunctions', today).map(({ code }) => ({
              value: code,
              label: label('hostFunctions', code),
            })),
          ]}
        />
        <ChoiceOne
          id="membre-role"
          look="rows"
          label={t('team.role')}
          hint={t('member.roleHint')}
          error={words.of('role')}
          options={roles.map((role) => ({
            value: role,
            label: label('memberRoles', role),
            hint: t(`member.${role}`),
          }))}
          value={roles.find((role) => role === answers.role) ?? null}
          onChange={(role) => change({ role })}
        />
        <TextField
          id="membre-starts"
          label={t('member.starts')}
          inputMode="numeric"
          error={words.of('starts')}
          value={answers.starts}
          onChange={(starts) => change({ starts })}
        />
        <TextField
          id="membre-ends"
          label={t('member.ends')}
          hint={t('member.endsHint')}
          inputMode="numeric"
          error={words.of('ends')}
          value={answers.ends}
          onChange={(ends) => change({ ends })}
        />
        {opened !== null && (
          <div>
            <Button onClick={() => change({ ends: writeFrenchDay(today) })}>{t('member.close')}</Button>
            <p>{t('member.closeHint')}</p>
          </div>
        )}
        <Row>
          <Button type="submit" look="primary">
            {t('member.save')}
          </Button>
          <Button look="quiet" onClick={() => void forget().then(onClose)}>
            {t('common:action.cancel')}
          </Button>
        </Row>
      </form>
    </Card>
  )

  function chooseFunction(chosen: string) {
    const usual = codesOn('hostFunctions', today).find(({ code }) => code === chosen)?.defaultRole
    change({ function: chosen, ...(opened === null && usual && { role: usual }) })
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (problems.length > 0 || isLast) return setAttempt(attempt + 1)
    if (isBusy.current) return
    isBusy.current = true
    const saved = await saveMember(db, record, opened, answers, { by: memberId, today })
    isBusy.current = false
    if (!saved.ok) return announceError(t(`save.${saved.error.type}`))
    await forget()
    announce(t('member.saved'))
    onClose()
  }
}
