import { useSendingWords } from '#features/transfers/useSendingWords.ts'
import { CircleCheck, CloudUpload, TriangleAlert } from '#ui/icons.ts'
import { StatusLine } from '#ui/StatusLine.tsx'
import { paths } from './paths.ts'

const icons = { ok: CircleCheck, plain: CloudUpload, stop: TriangleAlert }

/** Facts about what is sent, on every screen of the team; it leads to E-16 (STATE-3). */
export function SendingLine() {
  const words = useSendingWords()
  if (words === null) return null
  return <StatusLine to={paths.sending} icon={icons[words.tone]} {...words} />
}
