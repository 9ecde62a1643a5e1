import { expect, test } from 'vitest'
import { ageTiles, bandOfAge, tileOf } from './ageBand.ts'

test.each([
  [0, '0-11'],
  [11, '0-11'],
  [12, '12-14'],
  [15, '15-17'],
  [18, '18-24'],
  [24, '18-24'],
  [25, '25'],
  [26, '26-39'],
  [69, '60-69'],
  [70, '70plus'],
  [104, '70plus'],
])('[AGE-2] %i years become the finest band, %s', (years, band) => {
  expect(bandOfAge(years)).toBe(band)
})

test('[AGE-2] an age that nobody has becomes nothing', () => {
  expect(bandOfAge(131)).toBeNull()
})

test('[AGE-1] seven tiles and a way not to answer', () => {
  expect(ageTiles).toEqual(['under15', '15-17', '18-25', '26-39', '40-59', '60-69', '70plus', 'undisclosed'])
})

test('[AGE-1] a finer band lights the tile it belongs to', () => {
  expect(tileOf('18-24')).toBe('18-25')
  expect(tileOf('25')).toBe('18-25')
  expect(tileOf('40-59')).toBe('40-59')
})
