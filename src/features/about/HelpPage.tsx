import { useTranslation } from 'react-i18next'
import { DataTable } from '#ui/DataTable.tsx'
import { AboutPage } from './AboutPage.tsx'
import { Section } from './Section.tsx'

/** C-1. */
export function HelpPage() {
  const { t } = useTranslation(['about', 'app'])
  const then = (first: string, second: string) => t('help.keyThen', { first, second })
  const keys = [
    { key: 'Alt+L', does: t('help.keyLock') },
    { key: then('g', 'j'), does: t('help.keyJournal') },
    { key: then('g', 'e'), does: t('help.keySending') },
    { key: 'n', does: t('help.keyNew') },
    { key: '1 … 9', does: t('help.keyNumber') },
    { key: 'Ctrl+↵', does: t('help.keySave') },
    { key: 'Esc', does: t('help.keyClose') },
  ]
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
          rowKey={({ does }) => does}
          columns={[
            { id: 'key', heading: t('help.key'), cell: ({ key }) => <bdi>{key}</bdi> },
            { id: 'does', heading: t('help.does'), cell: ({ does }) => does },
          ]}
        />
      </Section>
    </AboutPage>
  )
}
