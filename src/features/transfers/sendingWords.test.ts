import { expect, test } from 'vitest'
import { formatIn } from '#i18n/format.ts'
import { wordsIn } from '#i18n/init.ts'
import { french } from '#i18n/languages.ts'
import type { TransferFacts } from '#storage/transfers.ts'
import type { SyncStatus } from '#sync/status.ts'
import type { Risk } from './risk.ts'
import { sendingWords } from './sendingWords.ts'
import type { LineT } from './whenWords.ts'

const today = '2026-11-24'
const tenToNine = Date.UTC(2026, 10, 24, 7, 50)
const calm: TransferFacts = {
  pending: 0,
  oldestDay: null,
  acked: 0,
  kept: 3,
  aside: 0,
  held: 0,
  conflicts: 0,
  quarantined: 0,
  drafts: 0,
  allSent: true,
  lastExchange: tenToNine,
  lastFailure: null,
  outboxWarning: false,
}
const idle: SyncStatus = { state: 'waiting', failure: 'noAnswer', nextAttempt: null }
const words = wordsIn(french)
const format = formatIn('fr', words.getFixedT('fr', 'common'))

function line(facts: Partial<TransferFacts>, risks: readonly Risk[] = [], status = idle) {
  const t: LineT = words.getFixedT('fr', ['app', 'common'] as const)
  const said = sendingWords({ ...calm, ...facts }, status, risks, today, format, t)
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  return { ...said, title: plain(said.title), detail: plain(said.detail) }
}

test('[STATE-3] fourteen records that wait without a network are a fact, not an alarm', () => {
  const waiting = { pending: 14, oldestDay: today, allSent: false, lastFailure: 'noAnswer' } as const
  expect(line(waiting)).toMatchObject({
    title: '14 fiches à envoyer',
    detail: 'Gardées sur cet appareil. Dernier envoi : 8 h 50',
    tone: 'plain',
  })
  expect(line({ ...waiting, pending: 1 }).title).toBe('1 fiche à envoyer')
})

test('[SYN-28] « Tout est envoyé » needs nothing pending and everything received', () => {
  expect(line({})).toMatchObject({ title: 'Tout est envoyé', tone: 'ok' })
  expect(line({ allSent: false }).title).toBe('Réception à terminer')
  expect(line({ allSent: false }, [], { state: 'sending', rows: 3 }).title).toBe('Envoi en cours')
})

test('[STATE-3] data at risk is red, and says why before anything else', () => {
  const late = line({ pending: 2, oldestDay: '2026-11-20', allSent: false }, ['late'])
  expect(late).toMatchObject({ tone: 'stop', detail: 'Depuis plus de 24 h · Dernier envoi : 8 h 50' })
})

test('[SYN-29] what waits for a person is counted in the line', () => {
  expect(line({ held: 1, aside: 1, quarantined: 1 }).detail).toContain('3 fiches à corriger')
})

test('[SEC-85] the last exchange is told by its day once it is not of today, and never in the future', () => {
  expect(line({ lastExchange: null }).detail).toBe('Pas encore d’envoi')
  expect(line({ lastExchange: Date.UTC(2026, 10, 23, 16) }).detail).toBe('Dernier envoi : hier')
  expect(line({ lastExchange: Date.UTC(2026, 10, 9, 16) }).detail).toBe('Dernier envoi : 09/11/2026')
})
