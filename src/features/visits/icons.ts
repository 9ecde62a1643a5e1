import type { LucideIcon } from '#ui/Icon.tsx'
import { Check, FolderHeart, Info, RotateCw, Send, UserRoundX, X } from '#ui/icons.ts'

/** The drawing beside the word of each outcome, in the form and nowhere alone. */
export const outcomeIcons: Readonly<Record<string, LucideIcon>> = {
  informed: Info,
  doneTogether: Check,
  accompanied: FolderHeart,
  toResume: RotateCw,
  referred: Send,
  blocked: X,
  turnedAway: UserRoundX,
}
