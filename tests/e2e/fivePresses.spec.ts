import type { Locator } from '@playwright/test'
import { announcedVisits } from './announcements.ts'
import { expect, test } from './fixtures.ts'
import { aVisit } from './visits.ts'
import { named } from './words.ts'

test.describe('the commonest visit at 1366×768', () => {
  test('[E-1] takes at most five presses, without scrolling', async ({ field }) => {
    const { network, tablet } = await field.aReadyTablet()
    let presses = 0
    const presses5 = async (control: Locator): Promise<void> => {
      await expect(control).toBeInViewport({ ratio: 1 })
      const box = await control.boundingBox()
      if (box === null) throw new Error('the control is not on the page')
      await tablet.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
      presses += 1
      expect(await tablet.page.evaluate(() => window.scrollY)).toBe(0)
    }

    await presses5(tablet.chipOf(tablet.chip('Démarches', 'Ouvrir un compte ameli')))
    await presses5(tablet.chipOf(tablet.radio('Comment ça s’est passé ?', 'Fait sur place')))
    await presses5(tablet.chipOf(tablet.radio('Tranche d’âge', '40 à 59 ans')))
    await presses5(tablet.button('Enregistrer la visite'))
    await tablet.hasAnnounced(aVisit({ ageBand: '40-59' }))

    expect(presses).toBeLessThanOrEqual(5)
    await network.holdsExactly(tablet.logged)
  })

  test('[E-1] takes at most five keys, without scrolling', async ({ field }) => {
    const { network, tablet } = await field.aReadyTablet()
    let keys = 0
    const key = async (name: string): Promise<void> => {
      await tablet.page.keyboard.press(name)
      keys += 1
      expect(await tablet.page.evaluate(() => window.scrollY)).toBe(0)
    }
    await tablet.page.getByRole('heading', { level: 1 }).focus()
    const first = tablet.form
      .getByRole('group', { name: named('Démarches', '') })
      .getByRole('checkbox')
      .first()

    await key('n')
    await key('1')
    await expect(first).toBeChecked()
    await key('Control+Enter')
    await expect.poll(() => announcedVisits(tablet.page)).toBe(1)

    expect(keys).toBeLessThanOrEqual(5)
    await expect.poll(() => network.stored().living('visit').length).toBe(1)
  })
})
