import { expect, type Locator, type Page } from '@playwright/test'
import { announcedVisits, announcementCounter } from './announcements.ts'
import { BrowserProfile, type BrowserSettings } from './browserProfile.ts'
import type { LoggedVisit, TypedVisit } from './visits.ts'
import {
  ageBands,
  arrivals,
  named,
  outcomes,
  postures,
  procedures,
  todayInParis,
  travelModes,
} from './words.ts'

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

/** A tablet of the team, and the gestures that people make on it, in their words. */
export class Tablet extends BrowserProfile {
  /** Every visit that was announced saved on this tablet and not deleted since, as it was last saved. */
  logged: readonly LoggedVisit[] = []
  /** How many times a person changed something about visits here: each is one operation (SYN-1, SYN-4). */
  gestures = 0
  who: string = team.coordinator

  constructor(origin: () => string, settings: BrowserSettings = {}, folder?: string) {
    super(origin, settings, folder)
    this.runsFirst(announcementCounter)
  }

  // ── What is on screen ──────────────────────────────────────────────────────────────────────────────────────────

  get main(): Locator {
    return this.page.getByRole('main')
  }

  get form(): Locator {
    return this.page.getByRole('form', { name: named('Nouvelle visite') })
  }

  button(name: string, end: '' | '$' = '$'): Locator {
    return this.page.getByRole('button', { name: named(name, end) })
  }

  heading(name: string, end: '' | '$' = '$'): Locator {
    return this.page.getByRole('heading', { name: named(name, end) })
  }

  field(label: string): Locator {
    return this.page.getByLabel(named(label, ''))
  }

  radio(group: string, option: string): Locator {
    const radios = this.page.getByRole('radiogroup', { name: named(group, '') })
    return radios.getByRole('radio', { name: named(option, '') })
  }

  chip(group: string, option: string): Locator {
    const boxes = this.page.getByRole('group', { name: named(group, '') })
    return boxes.getByRole('checkbox', { name: named(option, '') })
  }

  /** What a finger touches to choose an option: the whole chip. */
  chipOf(option: Locator): Locator {
    return this.page.locator('label').filter({ has: option })
  }

  /** The visits of the day on screen, whatever the half-day. */
  get items(): Locator {
    return this.page.getByRole('link', { name: named('Modifier la visite n°', '') })
  }

  // ── The line ───────────────────────────────────────────────────────────────────────────────────────────────────

  async losesNetwork(): Promise<void> {
    this.expectsComplaint(/net::ERR_/)
    await this.goesOffline(true)
  }

  async findsNetwork(): Promise<void> {
    await this.goesOffline(false)
  }

  /** Everything the worker keeps is on the disk, and the page is under its control. */
  async isReadyWithoutNetwork(): Promise<void> {
    await this.page.waitForFunction(async () => {
      const { active } = await navigator.serviceWorker.ready
      return active?.state === 'activated' && navigator.serviceWorker.controller !== null
    })
  }

  async fontsLoaded(): Promise<readonly string[]> {
    return await this.page.evaluate(() =>
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll(/["']| Variable/g, '')),
    )
  }

  // ── First start, another device ────────────────────────────────────────────────────────────────────────────────

  /** Opens the one-time link of the server's console and answers each page. */
  async setsUp(link: string, typed: Partial<Team> = {}): Promise<void> {
    const names = { ...team, ...typed }
    this.who = names.coordinator
    await this.page.goto(link)
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
    await this.goesTo('/journal')
  }

  async choosesPin(pin: string): Promise<void> {
    await this.field('Code de l’équipe').fill(pin)
    await this.field('Le même code, une deuxième fois').fill(pin)
  }

  /** On the coordinator's tablet: what another device needs to come in. */
  async opensTheDoor(label: string): Promise<Door> {
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
    if (!this.isOpen) await this.starts()
    await this.page.goto(link)
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
    const code = page.getByLabel(named('Code de l’équipe', ''))
    await code.fill(pin)
    const who = page.getByRole('radio', { name: named(this.who, '') })
    if ((await who.count()) > 0) await who.first().check()
    await page.getByRole('button', { name: named('Entrer') }).click()
  }

  // ── Moving ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** By the links of the page, as people go: a new address would lock the device. */
  async goesTo(path: string): Promise<void> {
    const link = this.page.locator(`a[href="${path}"]:visible`).first()
    if ((await link.count()) > 0) await link.click()
    else {
      await this.page.evaluate((to) => {
        history.pushState(null, '', to)
        dispatchEvent(new PopStateEvent('popstate'))
      }, path)
    }
    await this.page.waitForURL((url) => url.pathname.startsWith(path))
  }

  /** A volunteer more in the list of the team. */
  async addsMember(name: string): Promise<void> {
    await this.goesTo('/reglages/equipe')
    await this.button('Ajouter un membre').click()
    await this.field('Nom affiché').fill(name)
    await this.page.getByLabel(named('Fonction', '')).selectOption({ index: 1 })
    await this.radio('Rôle', 'Médiat').check({ force: true })
    await this.button('Enregistrer le membre').click()
    await expect(this.page.getByRole('status')).toContainText('Membre enregistré')
  }

  /** The page comes from the build that a test offered as an update. */
  async isNextVersion(): Promise<boolean> {
    return await this.page.evaluate(() => 'nextVersion' in globalThis)
  }

  async changesLanguage(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }

  // ── Visits ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Presses what a visit needs, saves, and waits until it is announced. */
  async logs(visit: TypedVisit): Promise<void> {
    await this.fills(visit)
    await this.saves(visit)
  }

  async saves(visit: TypedVisit): Promise<void> {
    const before = await announcedVisits(this.page)
    await this.button('Enregistrer la visite').click()
    await this.hasAnnounced(visit, before + 1)
  }

  /** The save was announced: from now on the product owes this visit. */
  async hasAnnounced(visit: TypedVisit, times = 1): Promise<void> {
    await expect
      .poll(() => announcedVisits(this.page), { message: 'Visite enregistrée', intervals: [20] })
      .toBe(times)
    const rank = Math.max(0, ...this.logged.map((other) => other.rank)) + 1
    this.logged = [...this.logged, { ...visit, day: this.day(), rank }]
    this.gestures += 1
  }

  /** Everything but the saving. */
  async fills(visit: TypedVisit): Promise<void> {
    for (const code of visit.procedures) await this.choosesProcedure(procedures[code])
    await this.chooses('Comment ça s’est passé ?', outcomes[visit.outcome])
    await this.fillsRest(visit)
  }

  async fillsRest(visit: Partial<TypedVisit>): Promise<void> {
    if (visit.arrival) await this.chooses('Venue', arrivals[visit.arrival])
    if (visit.posture) await this.chooses('Qui fait ?', postures[visit.posture])
    if (visit.ageBand) await this.chooses('Tranche d’âge', ageBands[visit.ageBand])
    if (visit.minutes === undefined && visit.travelMode === undefined) return
    await this.showsDetails()
    if (visit.minutes !== undefined) await this.field('Durée en minutes').fill(String(visit.minutes))
    if (visit.travelMode) {
      await this.field('Moyen de locomotion').selectOption({ label: travelModes[visit.travelMode] })
    }
  }

  async chooses(group: string, option: string): Promise<void> {
    await this.radio(group, option).check({ force: true })
  }

  async showsDetails(): Promise<void> {
    if (await this.field('Durée en minutes').isVisible()) return
    await this.page.getByText(named('Plus de détails', '')).first().click()
  }

  /** One of the chips, or by « Autre démarche » and a search. */
  async choosesProcedure(name: string): Promise<void> {
    const chip = this.chip('Démarches', name)
    if ((await chip.count()) > 0) return await chip.check({ force: true })
    await this.button('Autre démarche', '').click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('searchbox').fill(name)
    await dialog
      .getByRole('button', { name: named(name, '') })
      .first()
      .click()
    await expect(this.chip('Démarches', name)).toBeChecked()
  }

  /** The form shows this visit. */
  async formSays(visit: TypedVisit): Promise<void> {
    for (const code of visit.procedures) await expect(this.chip('Démarches', procedures[code])).toBeChecked()
    await expect(this.radio('Comment ça s’est passé ?', outcomes[visit.outcome])).toBeChecked()
    if (visit.arrival) await expect(this.radio('Venue', arrivals[visit.arrival])).toBeChecked()
    if (visit.posture) await expect(this.radio('Qui fait ?', postures[visit.posture])).toBeChecked()
    if (visit.ageBand) await expect(this.radio('Tranche d’âge', ageBands[visit.ageBand])).toBeChecked()
    if (visit.minutes === undefined) return
    await this.showsDetails()
    await expect(this.field('Durée en minutes')).toHaveValue(String(visit.minutes))
  }

  async startsCorrecting(rank: number): Promise<void> {
    await this.page.getByRole('link', { name: named(`Modifier la visite n° ${rank}`) }).click()
    await expect(this.heading(`Visite n° ${rank} du`, '')).toBeVisible()
  }

  async corrects(rank: number, change: Partial<TypedVisit>): Promise<void> {
    await this.startsCorrecting(rank)
    await this.fillsRest(change)
    if (change.outcome) await this.chooses('Comment ça s’est passé ?', outcomes[change.outcome])
    await this.button('Enregistrer les changements').click()
    await expect(this.page.getByRole('status')).toContainText(`Visite n° ${rank} modifiée`)
    this.logged = this.logged.map((visit) => (visit.rank === rank ? { ...visit, ...change } : visit))
    this.gestures += 1
    if (!/\/journal$|\/journal\/[\d-]+$/.test(this.page.url())) await this.goesTo('/journal')
  }

  async deletes(rank: number): Promise<void> {
    await this.button(`Supprimer la visite n° ${rank}`).click()
    await expect(this.page.getByRole('status')).toContainText(/supprimée/)
    this.logged = this.logged.filter((visit) => visit.rank !== rank)
    this.gestures += 1
  }

  /** A draft is kept as it is typed, a moment after the last press. */
  async hasKeptTheDraft(): Promise<void> {
    await this.page.waitForTimeout(1_000)
  }

  /** Each visit logged here is in the list of the day, with its number and how it ended, and nothing else is. */
  async showsEverything(): Promise<void> {
    await this.shows(this.logged)
  }

  async shows(visits: readonly LoggedVisit[]): Promise<void> {
    for (const visit of visits) {
      const item = this.page.getByRole('listitem').filter({
        has: this.page.getByRole('link', { name: named(`Modifier la visite n° ${visit.rank}`) }),
      })
      await expect(item).toHaveCount(1)
      if (visit.ageBand) await expect(item).toContainText(ageBands[visit.ageBand])
      if (visit.minutes) await expect(item).toContainText(`${visit.minutes} min`)
    }
    await expect(this.items).toHaveCount(visits.length)
  }

  /** The day on screen: the one of the address, else today. */
  day(): string {
    return /\/journal\/(\d{4}-\d{2}-\d{2})/.exec(this.page.url())?.[1] ?? todayInParis()
  }

  // ── What is where ──────────────────────────────────────────────────────────────────────────────────────────────

  get line(): Locator {
    return this.page.getByRole('link', { name: named('Envoi :', '') })
  }

  async says(words: string): Promise<boolean> {
    return named(words, '').test((await this.line.innerText()).replace(/^Envoi\s*:\s*/, ''))
  }

  /** « Envoi : 3 fiches à envoyer… », as a number; 0 for « Tout est envoyé ». */
  async toSend(): Promise<number> {
    const text = (await this.line.innerText()).replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    return Number(/(\d[\d ]*) fiches? à envoyer/.exec(text)?.[1]?.replaceAll(' ', '') ?? 0)
  }

  async sendsNow(): Promise<void> {
    const back = new URL(this.page.url()).pathname
    await this.goesTo('/envoi')
    await this.button('Envoyer maintenant').click()
    if (back.startsWith('/journal')) await this.goesTo('/journal')
  }

  async hasSentEverything(within = 30_000): Promise<void> {
    await expect(this.line).toContainText(named('Envoi :', ''), { timeout: within })
    await expect(this.line).toContainText(/Tout est envoyé/, { timeout: within })
  }

  /** E-16 names how many wait for a correction, with a reason for each. */
  async showsToCorrect(count: number): Promise<void> {
    await this.goesTo('/envoi')
    await expect(this.page.getByText(named(`À corriger (${count})`)).first()).toBeVisible({ timeout: 20_000 })
  }
}
