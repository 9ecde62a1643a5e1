import { useTranslation } from 'react-i18next'
import { appVersion } from '#protocol/version.ts'
import { AboutPage } from './AboutPage.tsx'
import styles from './about.module.css'
import { ExternalLink } from './ExternalLink.tsx'
import { PlaceFactList } from './PlaceFactList.tsx'
import { Section } from './Section.tsx'
import { usePlaceFacts } from './usePlaceFacts.ts'

/** C-4: the mandatory model of the RGAA, « non conforme » until an audit gives a date, a name and a rate (UX-10). */
export function AccessibilityPage() {
  const { t } = useTranslation(['about', 'app'])
  const { network, notice, carrier } = usePlaceFacts()
  const organisation = carrier?.name ?? network
  const version = appVersion
  return (
    <AboutPage title={t('app:footer.accessibility')} lead={t('accessibility.lead')}>
      <div className={styles.section}>
        <p>
          {organisation === undefined
            ? t('accessibility.commitmentUnknown')
            : t('accessibility.commitment', { organisation })}
        </p>
        <p>{t('accessibility.strategy')}</p>
        <p>{t('accessibility.applies', { version })}</p>
      </div>
      <Section heading={t('accessibility.stateTitle')}>
        <p>{t('accessibility.state')}</p>
        <Section heading={t('accessibility.testsTitle')} level={3}>
          <p>{t('accessibility.tests')}</p>
        </Section>
      </Section>
      <Section heading={t('accessibility.contentTitle')}>
        <Section heading={t('accessibility.failTitle')} level={3}>
          <p>{t('accessibility.fail')}</p>
        </Section>
        <Section heading={t('accessibility.burdenTitle')} level={3}>
          <p>{t('accessibility.burden')}</p>
        </Section>
        <Section heading={t('accessibility.exemptTitle')} level={3}>
          <p>{t('accessibility.exempt')}</p>
        </Section>
      </Section>
      <Section heading={t('accessibility.madeTitle')}>
        <p>{t('accessibility.made', { version })}</p>
        <Section heading={t('accessibility.techTitle')} level={3}>
          <p>{t('accessibility.tech')}</p>
        </Section>
        <Section heading={t('accessibility.toolsTitle')} level={3}>
          <p>{t('accessibility.tools')}</p>
        </Section>
      </Section>
      <Section heading={t('accessibility.contactTitle')}>
        <p>{t('accessibility.contact')}</p>
        <PlaceFactList
          facts={[
            { label: t('missing.carrier'), value: organisation },
            { label: t('missing.notice'), value: notice },
          ]}
        />
      </Section>
      <Section heading={t('accessibility.appealTitle')}>
        <p>{t('accessibility.appeal')}</p>
        <ul className={styles.list}>
          <li>
            <ExternalLink href="https://www.defenseurdesdroits.fr/nous-contacter-355">
              {t('accessibility.appealWrite')}
            </ExternalLink>
          </li>
          <li>
            <ExternalLink href="https://www.defenseurdesdroits.fr/carte-des-delegues">
              {t('accessibility.appealMeet')}
            </ExternalLink>
          </li>
          <li>{t('accessibility.appealPost')}</li>
        </ul>
      </Section>
    </AboutPage>
  )
}
