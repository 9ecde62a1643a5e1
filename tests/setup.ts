import { afterEach, beforeEach, expect, vi } from 'vitest'

/** An error written to the console is a failure nobody looked at, so it fails the test that caused it. */
const consoleError = vi.spyOn(console, 'error')

beforeEach(() => {
  consoleError.mockClear()
})

afterEach(() => {
  expect(consoleError.mock.calls, 'console.error was called').toEqual([])
})
