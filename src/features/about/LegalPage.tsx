import { useTranslation } from 'react-i18next'
import { appVersion } from '#protocol/version.ts'
import { AboutPage } from './AboutPage.tsx'
import { PlaceFactList } from './PlaceFactList.tsx'
import { Section } from './Section.tsx'
import { usePlaceFacts } from './usePlaceFacts.ts'

/** C-5. */
export function LegalPage() {
  const { t } = useTranslation(['about', 'app'])
  const { network, site, notice } = usePlaceFacts()
  return (
    <AboutPage title={t('app:title.legal')} lead={t('legal.lead')}>
      <Section heading={t('legal.publisherTitle')}>
        <PlaceFactList
          facts={[
            { label: t('missing.network'), value: network },
            { label: t('missing.site'), value: site },
            { label: t('missing.notice'), value: notice },
          ]}
        />
      </Section>
      <Section heading={t('legal.hostTitle')}>
        <p>{t('legal.host', { host: location.host })}</p>
      </Section>
      <Section heading={t('legal.softwareTitle')}>
        <p>{t('legal.software', { version: appVersion })}</p>
        <p>{t('legal.fonts')}</p>
      </Section>
      <Section heading={t('legal.thirdTitle')}>
        <p>{t('legal.third')}</p>
      </Section>
    </AboutPage>
  )
}
