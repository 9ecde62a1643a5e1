import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest'

/** An error written to the console is a failure nobody looked at, so it fails the test that caused it. */
let consoleError: MockInstance<typeof console.error>

beforeEach(() => {
  consoleError = vi.spyOn(console, 'error').mockClear()
})

afterEach(() => {
  expect(consoleError.mock.calls, 'console.error was called').toEqual([])
})
