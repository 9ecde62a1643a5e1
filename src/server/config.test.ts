import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('[OPS-1] without any variable it listens on this machine alone', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    value: { port: 8080, host: '127.0.0.1', dataDir: './data', publicUrl: 'http://localhost:8080' },
  })
  expect(readConfig({ PORT: '', PUBLIC_URL: ' ' })).toMatchObject({ ok: true, value: { port: 8080 } })
})

test('[OPS-1] the address follows the port, a given one loses its final slash', () => {
  expect(readConfig({ PORT: '9000' })).toMatchObject({ value: { publicUrl: 'http://localhost:9000' } })
  const own = { PORT: '9000', PUBLIC_URL: 'http://localhost/' }
  expect(readConfig(own)).toMatchObject({ value: { publicUrl: 'http://localhost:9000' } })
  expect(readConfig({ PUBLIC_URL: 'https://permanence.example/' })).toMatchObject({
    value: { publicUrl: 'https://permanence.example' },
  })
  for (const url of ['http://127.0.0.1:8080', 'http://[::1]:8080', 'http://localhost'])
    expect(readConfig({ PUBLIC_URL: url }), url).toMatchObject({ ok: true })
})

test.each([
  ['PORT', '0', 'between 1 and 65535'],
  ['PORT', '70000', 'between 1 and 65535'],
  ['PORT', '80a', 'whole number'],
  ['HOST', 'a b', 'an address of this machine'],
  ['DATA_DIR', 'a\0b', 'not a path'],
  ['PUBLIC_URL', 'permanence', 'not a web address'],
  ['PUBLIC_URL', 'ftp://permanence.example', 'must begin with https://'],
  ['PUBLIC_URL', 'https://permanence.example/app', 'must end after the host'],
  ['PUBLIC_URL', 'https://user@permanence.example', 'must end after the host'],
  ['PUBLIC_URL', 'http://192.168.1.20:8080', 'https:// address'],
  ['PUBLIC_URL', 'http://permanence.local', 'README.md'],
])('[OPS-1] %s = %j is refused: which, what it was and why', (variable, value, reason) => {
  const read = readConfig({ [variable]: value })
  expect(read).toMatchObject({ ok: false, error: { variable, value: value.trim() } })
  expect(!read.ok && read.error.reason).toContain(reason)
})
