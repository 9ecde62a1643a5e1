import { expect, test } from 'vitest'
import { jsonLog, stackOf } from './log.ts'

test('[SC-73] one line per event, without a character that a terminal would obey', () => {
  const written: string[] = []
  const log = jsonLog(
    (text) => written.push(text),
    () => Date.UTC(2026, 2, 12, 8),
  )
  log({ level: 'warn', event: 'request', route: 'a\r\nb\u001b[31m\u009b\u2028\u007f', status: 404 })
  expect(written).toHaveLength(1)
  expect(written[0]).toMatch(/^[\x20-\x7e]+\n$/)
  expect(JSON.parse(written[0] ?? '')).toMatchObject({ time: '2026-03-12T08:00:00.000Z', status: 404 })
})

test('[OPS-9] a failure says where it happened, not what was being said', () => {
  const text = stackOf(new TypeError('Zénobie is not a function'))
  expect(text).toMatch(/^TypeError at /)
  expect(text).not.toContain('Zénobie')
  expect(text).not.toContain('/src/server/')
})

test('[OPS-9] a failure of the system or of SQLite says its code: a full disk is told from a bug', () => {
  const error = Object.assign(new Error('database or disk is full'), {
    code: 'ERR_SQLITE_ERROR',
    errcode: 13,
  })
  expect(stackOf(error)).toMatch(/^Error ERR_SQLITE_ERROR sqlite:13 at /)
})
