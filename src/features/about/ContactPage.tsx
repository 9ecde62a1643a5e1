import { useTranslation } from 'react-i18next'
import { appVersion } from '#protocol/version.ts'
import { AboutPage } from './AboutPage.tsx'
import { PlaceFactList } from './PlaceFactList.tsx'
import { Section } from './Section.tsx'
import { usePlaceFacts } from './usePlaceFacts.ts'

/** C-2: whom to talk to. Nothing is sent from here. */
export function ContactPage() {
  const { t } = useTranslation(['about', 'app'])
  const { network, site, notice, carrier, places } = usePlaceFacts()
  const carrierLines = [
    { label: t('missing.phone'), value: carrier?.phone },
    { label: t('missing.email'), value: carrier?.email },
    { label: t('missing.address'), value: carrier?.address },
  ].filter(({ value }) => value !== undefined)
  return (
    <AboutPage title={t('app:title.contact')} lead={t('contact.lead')}>
      <Section heading={t('contact.teamTitle')}>
        <p>{t('contact.team')}</p>
      </Section>
      <Section heading={t('contact.publicTitle')}>
        <PlaceFactList
          facts={[
            { label: t('missing.network'), value: network },
            { label: t('missing.site'), value: site },
            { label: t('missing.places'), value: places.join(' · ') },
            { label: t('missing.notice'), value: notice },
            ...carrierLines,
          ]}
        />
        <p>{t('contact.noForm')}</p>
      </Section>
      <Section heading={t('contact.tellTitle')}>
        <p>{t('contact.tell', { version: appVersion })}</p>
      </Section>
    </AboutPage>
  )
}
