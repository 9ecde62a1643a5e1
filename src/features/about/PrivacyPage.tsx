import { useTranslation } from 'react-i18next'
import { AboutPage } from './AboutPage.tsx'
import styles from './about.module.css'
import { ExternalLink } from './ExternalLink.tsx'
import { PlaceFactList } from './PlaceFactList.tsx'
import { Section } from './Section.tsx'
import { usePlaceFacts } from './usePlaceFacts.ts'

/** C-6: what is kept, why, how long, and everybody's rights. */
export function PrivacyPage() {
  const { t } = useTranslation(['about', 'app'])
  const { network, site, notice } = usePlaceFacts()
  return (
    <AboutPage title={t('app:title.privacy')} lead={t('privacy.lead')}>
      <Section heading={t('privacy.whoTitle')}>
        <PlaceFactList
          facts={[
            { label: t('missing.network'), value: network },
            { label: t('missing.site'), value: site },
            { label: t('missing.notice'), value: notice },
          ]}
        />
      </Section>
      <Section heading={t('privacy.visitsTitle')}>
        <p>{t('privacy.visits')}</p>
        <ul className={styles.list}>
          <li>{t('privacy.keptAlways')}</li>
          <li>{t('privacy.keptWork')}</li>
          <li>{t('privacy.keptWhere')}</li>
          <li>{t('privacy.keptComing')}</li>
          <li>{t('privacy.keptPerson')}</li>
          <li>{t('privacy.keptSituation')}</li>
        </ul>
        <p>{t('privacy.optional')}</p>
        <p>{t('privacy.mandate')}</p>
        <p>{t('privacy.visitsNever')}</p>
      </Section>
      <Section heading={t('privacy.teamTitle')}>
        <p>{t('privacy.team')}</p>
      </Section>
      <Section heading={t('privacy.deviceTitle')}>
        <p>{t('privacy.device')}</p>
      </Section>
      <Section heading={t('privacy.whyTitle')}>
        <p>{t('privacy.why')}</p>
      </Section>
      <Section heading={t('privacy.whoReadsTitle')}>
        <p>{t('privacy.whoReads')}</p>
      </Section>
      <Section heading={t('privacy.longTitle')}>
        <ul className={styles.list}>
          <li>{t('privacy.longVisits')}</li>
          <li>{t('privacy.longTeam')}</li>
          <li>{t('privacy.longUnsent')}</li>
        </ul>
      </Section>
      <Section heading={t('privacy.rightsTitle')}>
        <p>{t('privacy.rights')}</p>
        <p>{t('privacy.rightsVisits')}</p>
        <p>{t('privacy.complaint')}</p>
        <p>
          <ExternalLink href="https://www.cnil.fr/fr/plaintes">{t('privacy.cnil')}</ExternalLink>
        </p>
      </Section>
    </AboutPage>
  )
}
