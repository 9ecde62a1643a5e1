import { useNavigate } from 'react-router'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import type { Shown } from '#storage/shown.ts'
import { Button } from '#ui/Button.tsx'
import { ArrowLeft, Trash2 } from '#ui/icons.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import styles from './journal.module.css'
import { journalAddress } from './journalDay.ts'
import { useDeleteVisit } from './useDeleteVisit.ts'
import { useVisitRights } from './useVisitRights.ts'
import { useVisitWords } from './useVisitWords.ts'

/** Above the form of an edited visit: back to its half-day, or away with it. */
export function EditLinks({ view }: { readonly view: Shown }) {
  const { t } = useVisitWords()
  const navigate = useNavigate()
  const remove = useDeleteVisit()
  const may = useVisitRights()
  const { day = '', halfDay = 'am', rank = 0 } = view.facts as VisitFacts
  const back = journalAddress(day, halfDay)
  const deleteAndLeave = async () => {
    if (await remove(view.id, rank)) await navigate(back)
  }
  return (
    <div className={styles.editLinks}>
      <LinkButton to={back} look="quiet" icon={ArrowLeft}>
        {t('edit.back')}
      </LinkButton>
      {may('delete', view) && (
        <Button look="danger" icon={Trash2} onClick={() => void deleteAndLeave()}>
          {t('edit.delete')}
        </Button>
      )}
    </div>
  )
}
