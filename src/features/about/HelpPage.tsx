import { useTranslation } from 'react-i18next'
import { DataTable } from '#ui/DataTable.tsx'
import { AboutPage } from './AboutPage.tsx'
import { Section } from './Section.tsx'

/** As the list of shortcuts of the journal, in its order and its words. */
const keys = [
  'new',
  'procedure',
  'search',
  'outcome',
  'save',
  'cancel',
  'journal',
  'sending',
  'lock',
  'help',
] as const

/** C-1. */
export function HelpPage() {
  const { t } = useTranslation(['about', 'app'])
  return (
    <AboutPage title={t('app:title.help')} lead={t('help.lead')}>
      <Section heading={t('help.openTitle')}>
        <p>{t('help.open')}</p>
        <p>{t('help.forgotten')}</p>
      </Section>
      <Section heading={t('help.visitTitle')}>
        <p>{t('help.visit')}</p>
        <p>{t('help.visitFix')}</p>
      </Section>
      <Section heading={t('help.networkTitle')}>
        <p>{t('help.network')}</p>
      </Section>
      <Section heading={t('help.sendingTitle')}>
        <p>{t('help.sending')}</p>
      </Section>
      <Section heading={t('help.shareTitle')}>
        <p>{t('help.share')}</p>
      </Section>
      <Section heading={t('help.keysTitle')}>
        <DataTable
          caption={t('help.keysCaption')}
          captionHidden
          rows={keys}
          rowKey={(key) => key}
          columns={[
            { id: 'key', heading: t('help.key'), cell: (key) => <bdi>{t(`help.keys.${key}`)}</bdi> },
            { id: 'does', heading: t('help.does'), cell: (key) => t(`help.act.${key}`) },
          ]}
        />
      </Section>
    </AboutPage>
  )
}
