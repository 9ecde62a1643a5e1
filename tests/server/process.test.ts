import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { paths } from '#protocol/version.ts'
import { anId, anOperation, claimDevice, type Fetch, pullAll, pushAs } from './startServer.ts'

/** The program as it is started, in a process of its own. */
const folder = mkdtempSync(join(tmpdir(), 'permanence-process-'))
const client = join(folder, 'client')
mkdirSync(client)
writeFileSync(join(client, 'index.html'), '<!doctype html><title>Permanence</title>\n')
const root = join(import.meta.dirname, '../..')
const started: ChildProcessByStdio<null, Readable, Readable>[] = []

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Running {
  readonly said: () => string
  /** Resolves with what it printed once it printed this, or ended. */
  readonly says: (text: string) => Promise<string>
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>
  readonly code: Promise<number | null>
}

function run(verb: string, environment: Readonly<Record<string, string>>): Running {
  const script = `import('#server/run.ts').then(({ main }) => main(${JSON.stringify(verb)}, ${JSON.stringify(client)}))`
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--disable-warning=ExperimentalWarning', '-e', script],
    {
      cwd: root,
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  started.push(child)
  let said = ''
  const heard = (chunk: Buffer) => {
    said += chunk.toString()
  }
  child.stdout.on('data', heard)
  child.stderr.on('data', heard)
  const code = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    said: () => said,
    code,
    says: async (text) => {
      const end = code.then(() => 'ended' as const)
      while (!said.includes(text)) {
        const next = new Promise((resolve) => child.stdout.once('data', resolve))
        if ((await Promise.race([next, end])) === 'ended') break
      }
      return said
    },
    stop: (signal) => {
      child.kill(signal)
      return code
    },
  }
}

function freePort(): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(String(port)))
    })
  })
}

const clock = {
  get now() {
    return Date.now()
  },
}

test('[I3] what was answered is there after kill -9, once; a graceful stop ends with 0', async () => {
  const PORT = await freePort()
  const DATA_DIR = join(folder, 'killed')
  const fetchIt: Fetch = (path, init) => fetch(`http://127.0.0.1:${PORT}${path}`, init)
  const first = run('serve', { PORT, DATA_DIR })
  const said = await first.says('Tablets need HTTPS')
  expect(said).toContain(`Permanence is at http://localhost:${PORT}`)
  const [, secret = ''] = /#s=([\w-]{22})\n/.exec(said) ?? []
  const device = await claimDevice(fetchIt, 'setup', secret)
  const writer = anId()
  const day = new Date().toISOString().slice(0, 10)
  const operations = Array.from({ length: 30 }, (_, index) => anOperation(device, { seq: index + 1, day }))
  let acked = 0
  const pushing = (async () => {
    for (const operation of operations) {
      const push = await pushAs({ fetch: fetchIt, clock }, device, writer, [operation]).catch(() => undefined)
      if (push?.status !== 200) return
      acked = Number(push.body.acked)
    }
  })()
  while (acked < 5) await new Promise((resolve) => setTimeout(resolve, 2))
  await first.stop('SIGKILL')
  await pushing

  const second = run('serve', { PORT, DATA_DIR })
  expect(await second.says('Tablets need HTTPS')).not.toContain('#s=')
  const again = await pushAs({ fetch: fetchIt, clock }, device, writer, operations)
  expect(again).toMatchObject({ status: 200, body: { acked: 30, head: 30 } })
  const { rows } = await pullAll({ fetch: fetchIt, clock }, device)
  expect(rows.map(({ id }) => id)).toEqual(operations.map(({ record }) => record))
  expect(await second.stop('SIGTERM')).toBe(0)

  const file = new DatabaseSync(join(DATA_DIR, 'permanence.sqlite'), { readOnly: true })
  expect(file.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  expect(file.prepare('select count(*) as count from operation').get()).toEqual({ count: 30 })
  file.close()
})

test('[OPS-1] a wrong setting stops it with 2 and one sentence that says which and why', async () => {
  for (const [environment, sentence] of [
    [{ PORT: 'eighty' }, /^PORT is “eighty”: a port is a whole number\.\n$/],
    [{ PUBLIC_URL: 'http://10.0.0.5' }, /^PUBLIC_URL is “http:\/\/10\.0\.0\.5”: .*HTTPS.*README\.md\.\n$/],
  ] as const) {
    const child = run('serve', { DATA_DIR: join(folder, 'never'), ...environment })
    expect(await child.code).toBe(2)
    expect(child.said()).toMatch(sentence)
  }
  const verb = run('explode', {})
  expect(await verb.code).toBe(2)
  expect(verb.said()).toContain('Verbs: serve, demo')
})

test('[OPS-1] a port already taken stops it with 2 and a sentence', async () => {
  const PORT = await freePort()
  const first = run('serve', { PORT, DATA_DIR: join(folder, 'one') })
  await first.says('Tablets need HTTPS')
  const second = run('serve', { PORT, DATA_DIR: join(folder, 'two') })
  expect(await second.code).toBe(2)
  expect(second.said()).toMatch(/^PORT is “\d+”: another program listens there\./)
  expect(await first.stop('SIGINT')).toBe(0)
})

test('[SYN-41] a second process on the same folder is refused, and the first goes on', async () => {
  const DATA_DIR = join(folder, 'alone')
  const first = run('serve', { PORT: await freePort(), DATA_DIR })
  await first.says('Tablets need HTTPS')
  const second = run('serve', { PORT: await freePort(), DATA_DIR })
  expect(await second.code).toBe(2)
  expect(second.said()).toMatch(/^DATA_DIR is “.*alone”: another Permanence is running on this folder\./)
  expect(await first.stop('SIGKILL')).toBeNull()
  const third = run('serve', { PORT: await freePort(), DATA_DIR })
  await third.says('Tablets need HTTPS')
  expect(await third.stop('SIGTERM')).toBe(0)
})

test('[OPS-1] a file in place of the folder, a damaged database and an address of another machine are told', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, 'not a folder')
  const damaged = join(folder, 'damaged')
  mkdirSync(damaged)
  writeFileSync(join(damaged, 'permanence.sqlite'), 'not a database, only words'.repeat(100))
  for (const [environment, sentence] of [
    [{ DATA_DIR: file }, /^DATA_DIR is “.*a-file”: a folder is expected, this is a file\.\n$/],
    [{ DATA_DIR: damaged }, /^DATA_DIR is “.*damaged”: the file permanence\.sqlite in it is damaged/],
    [
      { DATA_DIR: join(folder, 'far'), HOST: '203.0.113.7' },
      /^HOST is “203\.0\.113\.7”: this machine has no such address\.\n$/,
    ],
  ] as const) {
    const child = run('serve', { PORT: await freePort(), ...environment })
    expect(await child.code).toBe(2)
    expect(child.said()).toMatch(sentence)
  }
})

test('[OPS-1] a folder that was there keeps its rights', async () => {
  const DATA_DIR = join(folder, 'shared-by-others')
  mkdirSync(DATA_DIR, { mode: 0o755 })
  const child = run('serve', { PORT: await freePort(), DATA_DIR })
  await child.says('Tablets need HTTPS')
  expect(statSync(DATA_DIR).mode & 0o777).toBe(0o755)
  expect(statSync(join(DATA_DIR, 'permanence.sqlite')).mode & 0o777).toBe(0o600)
  expect(await child.stop('SIGTERM')).toBe(0)
})

test('[OPS-5] the demonstration is made anew: one place, 500 visits, a link that lets a device in', async () => {
  const PORT = await freePort()
  const DATA_DIR = join(folder, 'demonstration')
  const fetchIt: Fetch = (path, init) => fetch(`http://127.0.0.1:${PORT}${path}`, init)
  for (let start = 0; start < 2; start += 1) {
    const demo = run('demo', { PORT, DATA_DIR })
    const said = await demo.says('#e=')
    const [, door = '', secret = ''] = /#e=([0-9a-f-]{36})\.([\w-]+)\n/.exec(said) ?? []
    const device = await claimDevice(fetchIt, door, secret)
    const { rows } = await pullAll({ fetch: fetchIt, clock }, device)
    const count = (kind: string) => rows.filter((row) => row.kind === kind).length
    expect([count('visit'), count('place'), count('held'), count('conflict')]).toEqual([500, 1, 0, 0])
    expect(rows.find((row) => row.kind === 'network')).toMatchObject({ facts: { name: 'Démonstration' } })
    expect((await fetchIt(paths.health)).status).toBe(200)
    expect(await demo.stop('SIGTERM')).toBe(0)
  }
})
