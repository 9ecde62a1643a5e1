import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { visit } from '#domain/kinds/visit.ts'

type Words = Readonly<Record<string, string>>
const languages = ['fr', 'en', 'ar'] as const
const about = (language: string) =>
  JSON.parse(readFileSync(`locales/${language}/about.json`, 'utf8')) as Readonly<Record<string, Words>>
const privacy = (language: string) => Object.values(about(language).privacy ?? {})

/** The word of the page that says each fact of a visit; a new fact fails until it has one. */
const said: Readonly<Record<string, string>> = {
  day: 'jour',
  halfDay: 'demi-journée',
  placeId: 'lieu',
  programmeId: 'demi-journée',
  eventId: 'demi-journée',
  setting: 'lieu de l’aide',
  arrival: 'venue',
  rank: 'numéro d’ordre',
  outcome: 'résultat',
  posture: 'qui a fait',
  'details.*.outcome': 'résultat',
  minutes: 'minutes',
  'referredTo.structure': 'vers qui',
  'mandate.ref': 'numéro du mandat',
  'mandate.day': 'sa durée',
  'mandate.days': 'sa durée',
  seenBefore: 'déjà venue',
  ageBand: 'tranche d’âge',
  gender: 'genre',
  status: 'statut social',
  rightsStatus: 'droits à la santé',
  language: 'langue',
  interpreting: 'interprète',
  autonomy: 'aisance',
  travelMode: 'trajet',
  knownFrom: 'qui l’a envoyée',
  'referredBy.profession': 'qui l’a envoyée',
  'referredBy.structure': 'qui l’a envoyée',
  procedures: 'démarches',
  obstacles: 'obstacles',
  'details.*.obstacles': 'obstacles',
  missing: 'papiers manquants',
  motives: 'motif',
  devices: 'outils',
  situations: 'situation',
  difficulties: 'difficultés',
  accessHabits: 'autres habitudes',
  'mandate.procedures': 'ses démarches',
}

/** What a visit could hold and no screen asks yet. */
const notAsked = new Set([
  'hostOrganisationId',
  'referredTo.organisationId',
  'referredBy.organisationId',
  'mandate.cancelledOn',
  'area',
])

test('[WORD-5] the page about privacy names everything that a visit keeps', () => {
  const text = privacy('fr').join(' ')
  for (const fact of [...Object.keys(visit.fields), ...Object.keys(visit.sets)]) {
    if (!notAsked.has(fact)) expect(text, fact).toContain(said[fact] ?? `nothing about ${fact}`)
  }
})

test.each(languages)(
  '[WORD-5] the page about privacy has sentences of twelve words at most: %s',
  (language) => {
    const sentences = privacy(language).flatMap((text) => text.split(/[.?؟]\s*/))
    const long = sentences.filter((sentence) => (sentence.match(/[\p{L}\d][^\s’]*/gu) ?? []).length > 12)
    expect(long).toEqual([])
  },
)

test('[KEY-2] the help tells the same keys, in the same words, as the journal', () => {
  for (const language of ['fr', 'en']) {
    const { shortcuts } = JSON.parse(readFileSync(`locales/${language}/visits.json`, 'utf8'))
    const { help } = about(language)
    expect(help).toMatchObject({ keys: shortcuts.keys, act: shortcuts.act })
  }
})
