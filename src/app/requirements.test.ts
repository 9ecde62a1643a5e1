import { expect, test } from 'vitest'
import { missingRequirement } from './requirements.ts'

const whole = { isSecureContext: true, indexedDB: {}, locks: {}, subtle: {}, serviceWorker: {} }

test('[OPS-1] a plain http address is told apart from a browser that is too old', () => {
  expect(missingRequirement(whole)).toBeNull()
  expect(missingRequirement({ ...whole, isSecureContext: false, locks: undefined })).toBe('insecure')
  for (const part of ['indexedDB', 'locks', 'subtle', 'serviceWorker']) {
    expect(missingRequirement({ ...whole, [part]: undefined }), part).toBe('browser')
  }
})
