import { useTranslation } from 'react-i18next'
import { SiteMap } from '#features/about/SiteMap.tsx'
import { useEnrolment } from './enrolment.tsx'
import { type Screen, type ScreenName, screens } from './screens.ts'

const parts = {
  team: ['team', 'journal', 'sending'],
  settings: ['members', 'devices', 'data'],
  start: ['setup', 'join'],
  info: ['help', 'contact', 'siteMap', 'accessibility', 'legal', 'privacy'],
} as const satisfies Readonly<Record<string, readonly ScreenName[]>>

/** C-3, made from the table of screens so that it cannot forget one. */
export function SiteMapPage() {
  const { t } = useTranslation('app')
  const enrolment = useEnrolment()
  const links = (names: readonly ScreenName[]) =>
    names.map((name) => {
      const { path, title }: Screen = screens[name]
      return { to: path, label: t(`title.${title}`) }
    })
  return (
    <SiteMap
      team={links(parts.team)}
      settings={links(parts.settings)}
      start={enrolment === 'enrolled' ? [] : links(parts.start)}
      info={links(parts.info)}
    />
  )
}
