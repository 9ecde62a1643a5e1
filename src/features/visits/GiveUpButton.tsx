import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useDb } from '#storage/react.tsx'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'
import { announce, announceError } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { giveUp } from './giveUp.ts'
import type { HeldVisit } from './heldVisit.ts'

/** « Abandonner ce changement »: once sent it cannot be undone, so it is asked first (UX-13). */
export function GiveUpButton({ held }: { readonly held: HeldVisit }) {
  const { t } = useTranslation(['correction', 'visits'])
  const db = useDb()
  const navigate = useNavigate()
  const { memberId } = usePresence()
  const { day: today, verified } = useToday()
  const [asks, setAsks] = useState(false)
  const count = held.closes.length
  const giveItUp = async () => {
    const given = await giveUp(db, held.record, held.closes, { by: memberId, today, verified })
    setAsks(false)
    if (!given.ok) return announceError(t(`visits:change.${given.error.type}`))
    announce(t('visit.givenUp', { count }))
    await navigate('/envoi')
  }
  return (
    <>
      <Button onClick={() => setAsks(true)}>{t('visit.giveUp', { count })}</Button>
      {asks && (
        <Dialog
          heading={t('visit.giveUpTitle', { count })}
          onClose={() => setAsks(false)}
          actions={
            <>
              <Button look="quiet" onClick={() => setAsks(false)}>
                {t('visit.keep')}
              </Button>
              <Button look="danger" onClick={() => void giveItUp()}>
                {t('visit.giveUpConfirm')}
              </Button>
            </>
          }
        >
          <p>{t(held.now === null ? 'visit.giveUpNew' : 'visit.giveUpText')}</p>
        </Dialog>
      )}
    </>
  )
}
