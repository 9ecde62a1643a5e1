import { expect, test } from 'vitest'
import { ownScript } from './trustedTypes.ts'

test('[SEC-54] only the worker and the built files are scripts of this product', () => {
  expect(ownScript('/sw.js')).toBe('/sw.js')
  expect(ownScript('/assets/first-g5ykn-gi.js')).toBe('/assets/first-g5ykn-gi.js')
  for (const foreign of [
    'https://elsewhere.example/sw.js',
    '//elsewhere.example/sw.js',
    '/sw.js?x',
    '/api/v1/x.js',
    '/assets/../sw.js',
    'javascript:alert(1)',
    'data:text/javascript,1',
  ]) {
    expect(() => ownScript(foreign), foreign).toThrow(TypeError)
  }
})
