import { expect, test } from 'vitest'
import type { MemberFacts } from '#domain/kinds/member.ts'
import type { PlaceFacts } from '#domain/kinds/place.ts'
import type { Shown } from '#storage/shown.ts'
import { candidates, endsSoon, openPlaces, usualPlace } from './whoMayEnter.ts'

const record = <F>(id: string, kind: string, facts: F): Shown<F> => ({
  id,
  kind,
  siteId: null,
  rev: 1,
  facts,
  deleted: false,
  parallel: false,
})
const aMember = (id: string, facts: MemberFacts) => record(id, 'member', facts)
const aPlace = (id: string, facts: PlaceFacts) => record(id, 'place', facts)

test('[SEC-88] a person is offered from their first day to their last one, and not after', () => {
  const ines = aMember('1', { name: 'Inès', role: 'volunteer', startsOn: '2026-09-01', endsOn: '2027-06-30' })
  const offered = (today: string) => candidates([ines], today).map(({ name }) => name)
  expect(offered('2026-08-31')).toEqual([])
  expect(offered('2026-09-01')).toEqual(['Inès'])
  expect(offered('2027-06-30')).toEqual(['Inès'])
  expect(offered('2027-07-01')).toEqual([])
})

test('[SEC-88] the last day of a contract is told fourteen days ahead', () => {
  expect(endsSoon('2026-12-09', '2026-11-24')).toBe(false)
  expect(endsSoon('2026-12-08', '2026-11-24')).toBe(true)
  expect(endsSoon(undefined, '2026-11-24')).toBe(false)
})

test('[SEC-71] a member whose role this version does not know is not offered', () => {
  const facts = { name: 'Paul', role: 'director', startsOn: '2026-01-01' }
  expect(candidates([aMember('1', facts)], '2026-11-24')).toEqual([])
})

test('[PLC-1] a place that is closed or not open yet is not offered', () => {
  const places = [
    aPlace('1', { name: 'Banlay', kind: 'socialCentre', opensOn: '2026-01-01', closesOn: '2026-06-30' }),
    aPlace('2', { name: 'Courlis', kind: 'socialCentre', opensOn: '2027-01-01' }),
    aPlace('3', { name: 'CCAS', kind: 'ccas', opensOn: '2026-01-01' }),
  ]
  expect(openPlaces(places, '2026-11-24')).toEqual([{ id: '3', name: 'CCAS' }])
})

test('[UX-29] the only place, or the usual one of the device, is asked of nobody', () => {
  const [banlay, ccas] = [
    { id: 'b', name: 'Banlay' },
    { id: 'c', name: 'CCAS' },
  ]
  expect(usualPlace([banlay], null)).toBe('b')
  expect(usualPlace([banlay, ccas], 'c')).toBe('c')
  expect(usualPlace([banlay, ccas], 'gone')).toBeNull()
})
