import type { Day } from '#domain/day.ts'
import type { Format } from '#i18n/format.ts'
import type { TransferFacts } from '#storage/transfers.ts'
import type { SyncStatus } from '#sync/status.ts'
import type { Risk } from './risk.ts'
import { type LineT, shortWhen } from './whenWords.ts'

export interface SendingWords {
  /** Heard before the rest: « Envoi : ». */
  readonly prefix: string
  readonly title: string
  readonly detail: string
  readonly tone: 'ok' | 'plain' | 'stop'
}

/** What the line of the navigation says: facts about data, never about the network (STATE-3, SYN-27). */
export function sendingWords(
  facts: TransferFacts,
  status: SyncStatus,
  risks: readonly Risk[],
  today: Day,
  format: Format,
  t: LineT,
): SendingWords {
  const { pending, allSent, lastExchange, held, aside, quarantined } = facts
  const last =
    lastExchange === null
      ? t('app:status.never')
      : t('app:status.last', { when: shortWhen(lastExchange, today, format, t) })
  const toCorrect = held + aside + quarantined
  const details = [
    ...risks.map((risk) => t(`app:status.${risk}`)),
    toCorrect > 0 && t('app:status.correct', { count: toCorrect }),
    pending > 0 && risks.length === 0 && t('app:status.kept'),
    last,
  ].filter((detail) => detail !== false)
  return {
    prefix: t('app:status.label'),
    title: title(),
    detail: details.join(' · ').replaceAll('. · ', '. '),
    tone: risks.length > 0 ? 'stop' : allSent ? 'ok' : 'plain',
  }

  function title(): string {
    if (pending > 0) return t('app:status.pending', { count: pending })
    if (status.state === 'sending') return t('app:status.sending')
    return allSent ? t('app:status.done') : t('app:status.receiving')
  }
}
