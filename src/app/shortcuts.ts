import { useEffect, useEffectEvent } from 'react'
import { useNavigate } from 'react-router'
import { areKeysOn } from './keysSwitch.ts'
import { paths } from './paths.ts'
import { useTeamSpace } from './teamSpace.tsx'

/** `g`, then one of these: only the screens that exist (KEY-2). */
const places: ReadonlyMap<string, string> = new Map([
  ['j', paths.journal],
  ['e', paths.sending],
])
/** Longest pause between `g` and its letter, in milliseconds. */
const pauseMilliseconds = 1500

/** What is typed belongs to the field: no shortcut of one key there, nor inside a dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('dialog[open]') !== null || target.isContentEditable) return true
  if (target instanceof HTMLInputElement)
    return !['radio', 'checkbox', 'button', 'submit'].includes(target.type)
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
}

/** A key that would act by itself (WCAG 2.1.4): a letter, a figure or a sign, without Ctrl, Alt or Meta. */
function isOneKey(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey
}

/** Keys that work in every screen of the team. */
export function useShortcuts(): void {
  const { lock } = useTeamSpace()
  const navigate = useNavigate()
  const go = useEffectEvent((to: string) => void navigate(to))
  useEffect(() => {
    let goPressedAt = Number.NEGATIVE_INFINITY
    const press = (event: KeyboardEvent) => {
      if (event.altKey && event.code === 'KeyL' && !event.ctrlKey && !event.metaKey) {
        event.preventDefault()
        lock()
        return
      }
      if (!isOneKey(event) || isTyping(event.target) || !areKeysOn()) return
      const to = event.timeStamp - goPressedAt < pauseMilliseconds ? places.get(event.key) : undefined
      goPressedAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (to === undefined) return
      event.preventDefault()
      event.stopImmediatePropagation()
      go(to)
    }
    // Before the listeners of the screens, so that the letter after `g` is not also theirs.
    addEventListener('keydown', press, { capture: true })
    return () => removeEventListener('keydown', press, { capture: true })
  }, [lock])
}
