import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { hasInvalidFact, isComplete } from '#domain/kind.ts'
import { kinds } from '#domain/kinds.ts'
import { mayWrite } from '#domain/rights.ts'
import { settingsIntents } from './settingsIntents.ts'
import { answersToFacts, factsToAnswers, noAnswers, type SetupAnswers, textProblem } from './setupAnswers.ts'

const today = '2026-11-24'
let drawn = 0
const id = () => {
  drawn += 1
  const seed = drawn
  return newId(today, (length) => new Uint8Array(length).fill(seed))
}
const device = {
  deviceId: id(),
  networkId: id(),
  siteId: id(),
  founderId: id(),
  label: null,
  placeId: null,
}
const answers: SetupAnswers = {
  network: '  CCAS   de Nevers ',
  site: 'Point d’accès',
  place: 'Espace Banlay',
  placeKind: 'neighbourhoodCentre',
  slots: ['2.am', '4.pm'],
  name: 'Inès',
  function: 'programmeLead',
  device: 'Tablette de l’accueil',
}
const ids = { place: id(), slots: [id(), id()] }
const intents = settingsIntents(answers, device, today, ids)
const factsOf = (kind: string) =>
  intents.filter((intent) => intent.kind === kind).map((intent) => intent.change?.set ?? {})

test('[E-20] set-up makes the network, the site, the place, its half-days, the first coordinator and this device', () => {
  expect(intents.map(({ kind }) => kind)).toEqual([
    'network',
    'site',
    'place',
    'slot',
    'slot',
    'member',
    'device',
  ])
  expect(factsOf('network')).toEqual([{ name: 'CCAS de Nevers' }])
  expect(factsOf('slot')).toMatchObject([
    { weekday: 2, halfDay: 'am', placeId: ids.place },
    { weekday: 4, halfDay: 'pm', placeId: ids.place },
  ])
})

test('[GEN-1] every record of set-up is complete and valid under its own schema', () => {
  for (const { kind, change } of intents) {
    const known = kinds.get(kind)
    if (known === undefined) throw new Error(kind)
    expect(isComplete(known, change?.set ?? {}), kind).toBe(true)
    expect(hasInvalidFact(known, change?.set ?? {}), kind).toBe(false)
  }
})

test('[SEC-61] the founder may make each of them', () => {
  for (const { kind, change } of intents) {
    const fields = Object.keys(change?.set ?? {})
    const writing = { kind, deed: 'create', own: false, ageDays: 0, fields } as const
    expect(mayWrite({ ...writing, roles: ['coordinator', 'networkAdmin'] }), kind).toBe(true)
  }
})

test('[SYN-1] drawn ids are kept, so that a second press makes the same records', () => {
  const again = settingsIntents(answers, device, today, ids)
  expect(again).toEqual(intents)
})

test('[E-20] what was typed comes back from its draft, and the code of the team is not in it', () => {
  expect(factsToAnswers(answersToFacts(answers))).toEqual(answers)
  expect(Object.keys(answersToFacts(noAnswers))).not.toContain('pin')
  expect(factsToAnswers({ slots: ['9.am', '1.am'], network: 3 })).toMatchObject({
    slots: ['1.am'],
    network: '',
  })
})

test('[SEC-76] a name that cannot be stored is told why', () => {
  expect(textProblem('place', '   ')).toBe('required')
  expect(textProblem('name', 'a'.repeat(81))).toBe('tooLong')
  expect(textProblem('site', 'Banlay\u202e')).toBe('text')
  expect(textProblem('place', 'Mme 1 85 05 78 006 084 91')).toBe('forbidden')
  expect(textProblem('place', ' Espace  Banlay ')).toBeUndefined()
})
