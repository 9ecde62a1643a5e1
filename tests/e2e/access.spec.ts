import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserSettings } from './browserProfile.ts'
import { expect, test } from './fixtures.ts'
import type { Tablet } from './tablet.ts'
import { aVisit } from './visits.ts'

test.describe.configure({ mode: 'parallel' })

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4']

/** Rules of the RGAA set that axe still calls experimental (UX-1). */
const experimental = [
  'css-orientation-lock',
  'focus-order-semantics',
  'p-as-heading',
  'table-fake-caption',
  'td-has-header',
]

/** Violations of the page as it stands, as short sentences. */
async function violations(tablet: Tablet, state: string): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page: tablet.page })
    .withTags(tags)
    .options({ rules: Object.fromEntries(experimental.map((rule) => [rule, { enabled: true }])) })
    .analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${state}: ${id}: ${html.slice(0, 160)} ${failureSummary?.slice(0, 200)}`,
    ),
  )
}

const looks: readonly (readonly [string, BrowserSettings])[] = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
  ['320 px', { viewport: { width: 320, height: 640 } }],
]

const staffPaths = [
  ['/envoi', 'Envoi des fiches'],
  ['/reglages/equipe', 'Équipe'],
  ['/reglages/appareils', 'Appareils'],
] as const

const publicPaths = [
  '/installation',
  '/inscription',
  '/equipe',
  '/aide',
  '/contact',
  '/plan-du-site',
  '/accessibilite',
  '/mentions-legales',
  '/confidentialite',
  '/absente',
]

for (const [look, settings] of looks) {
  test(`[SC-76] every page of the team, ${look}: no violation`, async ({ field }) => {
    test.slow()
    const { tablet } = await field.aReadyTablet({}, settings)
    const found: string[] = []
    const looksAt = async (state: string): Promise<void> => {
      found.push(...(await violations(tablet, state)))
    }
    await looksAt('journal, empty')
    await tablet.showsDetails()
    await looksAt('journal, details open')
    await tablet.button('Autre démarche', '').click()
    await looksAt('choosing a procedure')
    await tablet.page.keyboard.press('Escape')
    await tablet.button('Enregistrer la visite').click()
    await looksAt('journal, errors')
    await tablet.losesNetwork()
    await tablet.logs(aVisit({ outcome: 'toResume', ageBand: '70plus', minutes: 40 }))
    await looksAt('journal, just saved')
    await tablet.startsCorrecting(1)
    await looksAt('editing a visit')
    for (const [path, heading] of staffPaths) {
      await tablet.goesTo(path)
      await expect(tablet.heading(heading)).toBeVisible()
      await looksAt(path)
    }
    await tablet.button('Ajouter un appareil').click()
    await looksAt('adding a device')
    expect(found).toEqual([])
  })

  test(`[SC-76] every page that anybody may see, ${look}, French and Arabic: no violation`, async ({
    field,
  }) => {
    test.slow()
    const network = await field.aNetwork()
    const tablet = network.aTablet(settings)
    const found: string[] = []
    for (const language of ['Français', 'العربية']) {
      for (const path of publicPaths) {
        await tablet.opens(path)
        await expect(tablet.page.getByRole('heading', { level: 1 })).toBeVisible()
        const chip = tablet.page.getByRole('button', { name: language, exact: true })
        if ((await chip.count()) > 0) await chip.click()
        found.push(...(await violations(tablet, `${path} in ${language}`)))
      }
    }
    expect(found).toEqual([])
  })
}
