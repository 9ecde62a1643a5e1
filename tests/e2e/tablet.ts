import { readFileSync } from 'node:fs'
import { expect, type Locator } from '@playwright/test'
import { announcedVisits, announcementCounter } from './announcements.ts'
import type { BrowserSettings } from './browserProfile.ts'
import { Entrance } from './entrance.ts'
import type { LoggedVisit, TypedVisit } from './visits.ts'
import {
  ageBands,
  arrivals,
  inMinutes,
  longDay,
  named,
  outcomes,
  postures,
  procedures,
  todayInParis,
  travelModes,
} from './words.ts'

/** A tablet of the team, and the gestures that people make on it, in their words. */
export class Tablet extends Entrance {
  /** Every visit that was announced saved on this tablet and not deleted since, as it was last saved. */
  logged: readonly LoggedVisit[] = []
  /** How many times a person changed something about visits here: each is one operation (SYN-1, SYN-4). */
  gestures = 0

  constructor(origin: () => string, settings: BrowserSettings = {}, folder?: string) {
    super(origin, settings, folder)
    this.runsFirst(announcementCounter)
  }

  get form(): Locator {
    return this.page.getByRole('form', { name: named('Nouvelle visite') })
  }

  /** The visits of the day on screen, whatever the half-day. */
  get items(): Locator {
    return this.page.getByRole('link', { name: named('Modifier la visite n°', '') })
  }

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
      .poll(() => announcedVisits(this.page), {
        message: 'Visite enregistrée',
        intervals: [20],
        timeout: 20_000,
      })
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
    await this.radio(group, option).check()
  }

  /** The one key that chooses this way of ending, as the page itself tells it. */
  async keyOf(outcome: string): Promise<string> {
    const key = await this.radio('Comment ça s’est passé ?', outcome).getAttribute('aria-keyshortcuts')
    if (key === null) throw new Error(`no key for « ${outcome} »`)
    return key
  }

  async showsDetails(): Promise<void> {
    if (await this.field('Durée en minutes').isVisible()) return
    await this.page.getByText(named('Plus de détails', '')).first().click()
  }

  /** One of the chips, or by « Autre démarche » and a search. */
  async choosesProcedure(name: string): Promise<void> {
    const chip = this.chip('Démarches', name)
    if ((await chip.count()) > 0) return await chip.check()
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

  /** The page of a held change, opened from its line. */
  async saysWhyItWasHeld(reason: string): Promise<void> {
    const notice = this.page.getByRole('note', { name: named('Ce changement n’est pas appliqué') })
    await expect(notice).toContainText(reason)
  }

  async savesTheCorrection(change: Partial<TypedVisit>): Promise<void> {
    await this.fillsRest(change)
    await this.button('Enregistrer la correction').click()
    await expect(this.page.getByRole('status')).toContainText(/corrigée/)
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

  /** « Dupliquer » the first visit, and other minutes: a draft of its own, kept when the next one begins. */
  async beginsACopy(ofMinutes: number, minutes: number): Promise<void> {
    await this.button('Dupliquer la visite n° 1').click()
    await this.showsDetails()
    await expect(this.field('Durée en minutes')).toHaveValue(String(ofMinutes))
    await this.fillsRest({ minutes })
  }

  /** The journal's own list of what was begun and not saved. */
  get draftsNotice(): Locator {
    return this.page.getByRole('note', { name: /enregistrées?$/ })
  }

  /** The same on the page of sending, with what was begun on the pages of other visits. */
  get draftsCard(): Locator {
    return this.page.getByRole('region', { name: named('Brouillons', '') })
  }

  async unfoldsTheDrafts(): Promise<void> {
    const more = this.draftsNotice.getByRole('button', { name: named('Voir les', '') })
    if ((await more.getAttribute('aria-expanded')) === 'false') await more.click()
  }

  /** In the journal, whose notice offers it; its minutes are its name. */
  async resumesTheDraftOf(minutes: number): Promise<void> {
    await this.unfoldsTheDrafts()
    const draft = this.draftsNotice.getByRole('listitem').filter({ hasText: inMinutes(minutes) })
    await draft.getByRole('button', { name: named('Reprendre', '') }).click()
    await this.showsDetails()
    await expect(this.field('Durée en minutes')).toHaveValue(String(minutes))
  }

  /** Each visit logged here is in the list of the day, with its number and how it ended, and nothing else is. */
  async showsEverything(): Promise<void> {
    await this.shows(this.logged)
  }

  async looksAtTheDay(day: string): Promise<void> {
    await this.goesTo(`/journal/${day}`)
    await expect(this.heading(`Journal du ${longDay(day)}`)).toBeVisible()
  }

  /** The half-day of a day long past, whichever it was. */
  async looksAtTheHalfDayWithVisits(): Promise<void> {
    const group = this.page.getByRole('radiogroup', { name: named('Demi-journée', '') })
    await expect(group).toBeVisible()
    for (const halfDay of await group.getByRole('radio').all()) {
      await halfDay.click()
      await this.page.waitForTimeout(300) // a list that is empty now may be still being read
      if ((await this.items.count()) > 0) return
    }
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

  /** Presses a button that hands a file over. @returns the text of the file, on one line */
  async exports(button: string): Promise<string> {
    const coming = this.page.waitForEvent('download')
    await this.button(button).click()
    const file = await (await coming).path()
    return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))
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

  /** The line follows what was saved within a moment. */
  async saysToSend(count: number): Promise<void> {
    await expect.poll(() => this.toSend(), { message: 'to send' }).toBe(count)
  }

  async sendsNow(): Promise<void> {
    const back = new URL(this.page.url()).pathname
    await this.goesTo('/envoi')
    await this.button('Envoyer maintenant').click()
    if (back.startsWith('/journal')) await this.goesTo('/journal')
  }

  /** What the line says; right after a gesture it may still be what it said before: ask the server then. */
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
