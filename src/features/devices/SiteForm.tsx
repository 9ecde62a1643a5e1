import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Facts } from '#domain/kind.ts'
import { type SiteFacts, site } from '#domain/kinds/site.ts'
import { changeBetween } from '#domain/operation.ts'
import { ok } from '#domain/result.ts'
import type { Opened } from '#storage/openRecord.ts'
import { useDb } from '#storage/react.tsx'
import { saveIntention } from '#storage/save.ts'
import type { Draft } from '#storage/store.ts'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'
import { announce, announceError } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { Notice } from '#ui/Notice.tsx'
import { NumberField } from '#ui/NumberField.tsx'
import { readMinutes } from '#ui/readNumber.ts'
import { TextField } from '#ui/TextField.tsx'
import styles from './devices.module.css'
import { type SiteProblem, siteAnswersOf, siteFactsOf, siteProblems } from './siteAnswers.ts'
import { typedIn, useFormDraft } from './useFormDraft.ts'

interface SiteFormProps {
  readonly opened: Opened
  /** What was typed here before and not saved. */
  readonly draft?: Draft | undefined
  readonly onSaved: () => void
}

/** The facts of the site that this form asks; the others are not its business. */
const asked = ['name', 'legalNotice', 'idleMinutes']

export function SiteForm({ opened, draft, onSaved }: SiteFormProps) {
  const { t } = useTranslation(['devices', 'setup', 'common'])
  const db = useDb()
  const { day } = useToday()
  const { memberId } = usePresence()
  const before = siteAnswersOf(opened.view.facts as SiteFacts)
  const [answers, setAnswers] = useState(() => typedIn(draft, before))
  const isTyped = JSON.stringify(answers) !== JSON.stringify(before)
  const forget = useFormDraft('siteForm', opened.view.id, isTyped ? answers : null, opened)
  const [attempt, setAttempt] = useState(0)
  const isBusy = useRef(false)
  const problems = siteProblems(answers)
  const shown = attempt === 0 ? [] : problems
  const errorOf = (field: SiteProblem['field']) => {
    const problem = shown.find((found) => found.field === field)
    return problem && words(problem)
  }
  return (
    <Card heading={t('site.heading')}>
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary
          heading={t('common:error.summary', { count: shown.length })}
          problems={shown.map((problem) => ({ fieldId: `site-${problem.field}`, message: words(problem) }))}
          attempt={attempt}
        />
        {draft && <Notice tone="info" title={t('setup:start.resumed')} />}
        <TextField
          id="site-name"
          label={t('site.name')}
          error={errorOf('name')}
          value={answers.name}
          onChange={(name) => setAnswers({ ...answers, name })}
        />
        <TextField
          id="site-notice"
          label={t('site.notice')}
          hint={t('site.noticeHint')}
          error={errorOf('notice')}
          rows={4}
          value={answers.notice}
          onChange={(notice) => setAnswers({ ...answers, notice })}
        />
        <NumberField
          id="site-idle"
          label={t('site.idle')}
          hint={t('site.idleHint')}
          error={errorOf('idle')}
          read={readMinutes}
          value={answers.idle}
          onChange={(idle) => setAnswers({ ...answers, idle })}
        />
        <div>
          <Button type="submit" look="primary">
            {t('site.save')}
          </Button>
        </div>
      </form>
    </Card>
  )

  function words(problem: SiteProblem): string {
    if (problem.type === 'idleRange') return t('site.idleRange')
    const isName = problem.field === 'name'
    const example = isName ? t('site.example') : t('site.noticeExample')
    return t(`setup:text.${problem.type}`, { example, max: isName ? 120 : 280 })
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (problems.length > 0) return setAttempt(attempt + 1)
    if (isBusy.current) return
    isBusy.current = true
    const { view, base } = opened
    const shownFacts: Facts = Object.fromEntries(
      Object.entries(view.facts).filter(([name]) => asked.includes(name)),
    )
    const change = changeBetween(site, shownFacts, siteFactsOf(answers))
    const saved =
      change === undefined
        ? ok(null)
        : await saveIntention(db, {
            operations: [{ kind: 'site', record: view.id, base, change }],
            by: memberId,
            day,
          })
    isBusy.current = false
    if (!saved.ok) return announceError(t(`save.${saved.error.type}`))
    await forget()
    announce(t('site.saved'))
    onSaved()
  }
}
