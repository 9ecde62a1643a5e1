import type { Draft } from '#storage/store.ts'
import { usePresence } from '#sync/presence.tsx'
import { Button } from '#ui/Button.tsx'
import { NotebookPen } from '#ui/icons.ts'
import { Notice } from '#ui/Notice.tsx'
import { useDiscardDraft } from './useDiscardDraft.ts'
import { useVisitWords } from './useVisitWords.ts'

interface EditDraftNoticeProps {
  readonly draft: Draft
  readonly onResume: () => void
  readonly onDiscard: () => void
  /** It was thrown away by mistake. */
  readonly onBack: () => void
}

/** Changes of this visit that were begun and not saved: taken up or thrown away before anything else (SC-9). */
export function EditDraftNotice({ draft, onResume, onDiscard, onBack }: EditDraftNoticeProps) {
  const { t } = useVisitWords()
  const throwAway = useDiscardDraft()
  const { memberId } = usePresence()
  const discard = async () => {
    if (await throwAway(draft, onBack)) onDiscard()
  }
  return (
    <Notice
      tone="help"
      icon={NotebookPen}
      title={t('draft.editTitle')}
      actions={
        <>
          <Button look="primary" onClick={onResume}>
            {t('common:action.resume')}
          </Button>
          <Button look="quiet" onClick={() => void discard()}>
            {t('common:action.discard')}
          </Button>
        </>
      }
    >
      <p>{t(draft.by === memberId ? 'draft.editText' : 'draft.editOther')}</p>
    </Notice>
  )
}
