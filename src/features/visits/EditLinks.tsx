import { useNavigate } from 'react-router'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import type { Shown } from '#storage/shown.ts'
import { Button } from '#ui/Button.tsx'
import { ArrowLeft, Trash2 } from '#ui/icons.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import styles from './journal.module.css'
import { journalAddress } from './journalDay.ts'
import type { Closed } from './openedVisit.ts'
import { useDeleteVisit } from './useDeleteVisit.ts'
import { useVisitRights } from './useVisitRights.ts'
import { useVisitWords } from './useVisitWords.ts'

interface EditLinksProps {
  readonly back: string
  readonly backLabel: string
  /** The visit that can be taken away, if there is one. */
  readonly view: Shown | null
  /** Held changes of it that its deletion settles. */
  readonly closes?: readonly Closed[]
}

/** Above the form of an edited visit: back to where one came from, or away with it. */
export function EditLinks({ back, backLabel, view, closes }: EditLinksProps) {
  const { t } = useVisitWords()
  const navigate = useNavigate()
  const remove = useDeleteVisit()
  const may = useVisitRights()
  const deleteAndLeave = async ({ id, facts }: Shown) => {
    const { day = '', halfDay = 'am', rank = 0 } = facts as VisitFacts
    if (await remove(id, rank, closes)) await navigate(journalAddress(day, halfDay))
  }
  return (
    <div className={styles.editLinks}>
      <LinkButton to={back} look="quiet" icon={ArrowLeft}>
        {backLabel}
      </LinkButton>
      {view !== null && may('delete', view) && (
        <Button look="danger" icon={Trash2} onClick={() => void deleteAndLeave(view)}>
          {t('edit.delete')}
        </Button>
      )}
    </div>
  )
}
