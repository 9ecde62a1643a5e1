import type { Locator } from '@playwright/test'
import { announcedVisits } from './announcements.ts'
import { expect, test } from './fixtures.ts'
import { aVisit } from './visits.ts'

test.describe('the commonest visit at 1366×768', () => {
  test('[E-1] takes at most five presses, without scrolling', async ({ field }) => {
    const { network, tablet } = await field.aReadyTablet()
    let presses = 0
    const press = async (control: Locator): Promise<void> => {
      await expect(control).toBeInViewport({ ratio: 1 })
      const box = await control.boundingBox()
      if (box === null) throw new Error('the control is not on the page')
      await tablet.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
      presses += 1
      expect(await tablet.page.evaluate(() => window.scrollY)).toBe(0)
    }

    await press(tablet.chip('Démarches', 'Ouvrir un compte ameli'))
    await press(tablet.radio('Comment ça s’est passé ?', 'Fait sur place'))
    await press(tablet.radio('Tranche d’âge', '40 à 59 ans'))
    await press(tablet.button('Enregistrer la visite'))
    await tablet.hasAnnounced(aVisit({ ageBand: '40-59' }))

    expect(presses).toBeLessThanOrEqual(5)
    await network.holdsExactly(tablet.logged)
  })

  test('[E-1] takes at most five keys, without scrolling', async ({ field }) => {
    const { network, tablet } = await field.aReadyTablet()
    const keys = ['1', await tablet.keyOf('Fait sur place'), 'Control+Enter']
    for (const key of keys) {
      await tablet.page.keyboard.press(key)
      expect(await tablet.page.evaluate(() => window.scrollY)).toBe(0)
    }
    await expect.poll(() => announcedVisits(tablet.page)).toBe(1)

    expect(keys.length).toBeLessThanOrEqual(5)
    await expect.poll(() => network.stored().living('visit').length).toBe(1)
    expect(network.stored().living('visit')[0]?.facts).toMatchObject({
      arrival: 'walkIn',
      outcome: 'doneTogether',
      posture: 'together',
    })
  })
})
