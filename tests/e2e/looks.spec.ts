import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserSettings } from './browserProfile.ts'
import { expect, test } from './fixtures.ts'
import type { Tablet } from './tablet.ts'
import { aVisit } from './visits.ts'

test.describe.configure({ mode: 'parallel' })

/*
 * Screenshots for people to look at before a release; they are not compared. What can be measured is: nothing sticks out
 * of the screen sideways (UX-5).
 */

const folder = join(import.meta.dirname, '../../test-results/screens')

const sizes = [
  { width: 1366, height: 768 },
  { width: 800, height: 1280 },
  { width: 320, height: 640 },
] as const

const schemes = ['light', 'dark'] as const

for (const viewport of sizes) {
  for (const colorScheme of schemes) {
    const label = `${viewport.width}x${viewport.height}-${colorScheme}`

    test(`[UX-5] every screen at ${label} stays inside the window`, async ({ field }) => {
      test.slow()
      mkdirSync(folder, { recursive: true })
      const settings: BrowserSettings = { viewport, colorScheme }
      const { network, tablet } = await field.aReadyTablet({}, settings)
      await shoots(tablet, label, 'journal-empty')
      await tablet.logs(aVisit({ ageBand: '70plus', minutes: 20 }))
      await tablet.logs(
        aVisit({ procedures: ['c2s.apply'], outcome: 'toResume', minutes: 35, ageBand: '26-39' }),
      )
      await tablet.logs(aVisit({ procedures: ['residence.permit', 'email.create'], outcome: 'blocked' }))
      await shoots(tablet, label, 'journal')
      await tablet.showsDetails()
      await shoots(tablet, label, 'journal-details')
      await tablet.button('Autre démarche', '').click()
      await shoots(tablet, label, 'procedure-dialog')
      await tablet.page.keyboard.press('Escape')
      await tablet.button('Enregistrer la visite').click()
      await shoots(tablet, label, 'journal-errors')
      await tablet.startsCorrecting(1)
      await shoots(tablet, label, 'visit')
      for (const path of ['/envoi', '/reglages/equipe', '/reglages/appareils']) {
        await tablet.goesTo(path)
        await shoots(tablet, label, path.slice(1).replace('/', '-'))
      }
      await tablet.losesNetwork()
      await tablet.goesTo('/journal')
      await tablet.logs(aVisit())
      await tablet.goesTo('/envoi')
      await shoots(tablet, label, 'envoi-waiting')
      await network.line.isPulledOut()
    })

    test(`[UX-5] every public screen at ${label}, French and Arabic, stays inside the window`, async ({
      field,
    }) => {
      test.slow()
      mkdirSync(folder, { recursive: true })
      const { tablet, network } = await field.aReadyTablet({}, { viewport, colorScheme })
      const visitor = network.aTablet({ viewport, colorScheme })
      for (const language of ['Français', 'العربية'] as const) {
        const mark = language === 'Français' ? 'fr' : 'ar'
        await tablet.opens('/equipe')
        await expect(tablet.page.getByRole('heading', { level: 1 })).toBeVisible()
        await speaks(tablet, language)
        await shoots(tablet, label, `${mark}-code`)
        for (const path of [
          '/installation',
          '/inscription',
          '/aide',
          '/contact',
          '/plan-du-site',
          '/accessibilite',
          '/mentions-legales',
          '/confidentialite',
          '/absente',
        ]) {
          await visitor.opens(path)
          await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible()
          await speaks(visitor, language)
          await shoots(visitor, label, `${mark}-${path.slice(1)}`)
        }
      }
    })
  }
}

async function speaks(tablet: Tablet, language: string): Promise<void> {
  const chip = tablet.page.getByRole('button', { name: language, exact: true })
  if ((await chip.count()) > 0) await chip.click()
}

async function shoots(tablet: Tablet, label: string, name: string): Promise<void> {
  await expect(tablet.page.getByRole('heading', { level: 1 })).toBeVisible()
  await tablet.page.evaluate(() => document.fonts.ready)
  await tablet.page.screenshot({ path: join(folder, `${name}-${label}.png`), fullPage: true })
  const overflow = await tablet.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(overflow, `${name} at ${label}: pixels outside the window`).toBeLessThanOrEqual(0)
}
