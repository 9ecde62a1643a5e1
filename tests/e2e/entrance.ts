import { expect, type Page } from '@playwright/test'
import { Screen } from './screen.ts'
import { named } from './words.ts'

/** What is typed on a first start. */
export const team = {
  pin: '739154',
  network: 'Réseau des Ponts',
  site: 'Équipe du Banlay',
  place: 'Maison du Banlay',
  coordinator: 'Inès',
  device: 'Tablette 1',
}
export type Team = typeof team

/** What opens the door to another device: a link, or sixteen characters. */
export interface Door {
  readonly link: string
  readonly code: string
}

/** How a tablet comes into a team, and people into its space. */
export class Entrance extends Screen {
  who: string = team.coordinator

  /** Opens the one-time link of the server's console and answers each page. */
  async setsUp(link: string, typed: Partial<Team> = {}): Promise<void> {
    const names = { ...team, ...typed }
    this.who = names.coordinator
    await this.opensLink(link)
    await this.field('Nom du réseau').fill(names.network)
    await this.button('Continuer').click()
    await this.field('Nom de l’équipe').fill(names.site)
    await this.button('Continuer').click()
    await this.field('Nom du lieu').fill(names.place)
    await this.page.getByLabel(named('Genre de lieu', '')).selectOption({ index: 1 })
    await this.button('Continuer').click()
    await expect(this.heading('Quand êtes-vous là ?')).toBeVisible()
    await this.button('Continuer').click()
    await this.choosesPin(names.pin)
    await this.button('Continuer').click()
    await this.field('Nom affiché').fill(names.coordinator)
    await this.page.getByLabel(named('Fonction', '')).selectOption({ index: 1 })
    await this.field('Nom de cet appareil').fill(names.device)
    await this.button('Continuer').click()
    await this.button('Installer').click()
    await expect(this.heading('C’est prêt')).toBeVisible({ timeout: 30_000 })
    await this.button('Ouvrir le journal').click()
    await this.isInside()
    await expect(this.heading('Journal du', '')).toBeVisible()
  }

  /** From another program, in a page of its own: what a link in a message does. */
  async opensLink(link: string): Promise<void> {
    if (!this.isOpen) await this.starts()
    await this.page.goto('about:blank')
    await this.page.goto(link)
  }

  async choosesPin(pin: string): Promise<void> {
    await this.field('Code de l’équipe').fill(pin)
    await this.field('Le même code, une deuxième fois').fill(pin)
  }

  /** On the coordinator's tablet: what another device needs to come in. */
  async opensTheDoor(label: string): Promise<Door> {
    await this.goesTo('/journal') // an earlier code may still be on screen
    await this.goesTo('/reglages/appareils')
    await this.button('Ajouter un appareil').click()
    await this.field('Nom de l’appareil').fill(label)
    await this.button('Faire un code').click()
    const link = this.page.getByText(/#e=[\w.-]+/).first()
    await expect(link).toBeVisible()
    const text = await this.page
      .getByRole('dialog')
      .innerText()
      .catch(() => this.main.innerText())
    const code = /(?:[0-9A-HJKMNP-TV-Z]{4}[\s-]*){4}(?![\w.-])/.exec(text.replaceAll(/https?:\S+/g, ''))?.[0]
    const door = { link: /https?:\S+#e=[\w.-]+/.exec(text)?.[0] ?? '', code: code ?? '' }
    expect(door.link, text).not.toBe('')
    expect(door.code, text).not.toBe('')
    return door
  }

  async joinsByLink({ link }: Door): Promise<void> {
    await this.opensLink(link)
    await this.#finishesJoining()
  }

  async joinsByCode({ code }: Door): Promise<void> {
    await this.opens('/inscription')
    await this.field('Code de 16 signes').fill(code.toLowerCase().replaceAll(/\s/g, ' '))
    await this.#finishesJoining()
  }

  async #finishesJoining(): Promise<void> {
    await this.choosesPin(team.pin)
    await this.button('Ajouter cet appareil').click()
    await expect(this.heading('Les fiches arrivent')).toBeVisible({ timeout: 30_000 })
    await expect(this.main).toContainText('Toutes les fiches sont là', { timeout: 30_000 })
    await this.button('Continuer').click()
    await this.isInside()
  }

  /** After the code, one more question may stand: who holds the permanence. */
  async isInside(page: Page = this.page): Promise<void> {
    const inside = page.getByRole('button', { name: named('Verrouiller', '') })
    const who = page.getByRole('radiogroup', { name: named('Qui tient la permanence ?', '') })
    await expect(inside.or(who).first()).toBeVisible({ timeout: 20_000 })
    if (await inside.isVisible()) return
    await this.entersIn(page)
  }

  /** The code of the team, then the journal or the page that was asked for. */
  async enters(pin: string = team.pin): Promise<void> {
    await this.tries(pin)
    if (pin === team.pin) await expect(this.button('Verrouiller', '')).toBeVisible({ timeout: 20_000 })
  }

  async entersIn(page: Page): Promise<void> {
    await this.tries(team.pin, page)
    await expect(page.getByRole('button', { name: named('Verrouiller', '') })).toBeVisible({
      timeout: 20_000,
    })
  }

  async tries(pin: string, page: Page = this.page): Promise<void> {
    const enter = page.getByRole('button', { name: named('Entrer') })
    await expect(enter).toBeVisible({ timeout: 20_000 })
    const code = page.getByLabel(named('Code de l’équipe', ''))
    if ((await code.count()) > 0) await code.fill(pin) // not asked again of who has just chosen it
    const who = page.getByRole('radio', { name: named(this.who, '') })
    const isKnown = (await who.count()) > 0
    if (isKnown) await who.check()
    await enter.click()
    if (isKnown) return
    await who.check() // the list of the team comes after the code on a device that has just been added
    await enter.click()
  }

  /** A volunteer more in the list of the team. */
  async addsMember(name: string): Promise<void> {
    await this.goesTo('/reglages/equipe')
    await this.button('Ajouter un membre').click()
    await this.field('Nom affiché').fill(name)
    await this.page.getByLabel(named('Fonction', '')).selectOption({ index: 1 })
    await this.radio('Rôle', 'Médiat').check()
    await this.button('Enregistrer le membre').click()
    await expect(this.page.getByRole('status')).toContainText('Membre enregistré')
  }
}
