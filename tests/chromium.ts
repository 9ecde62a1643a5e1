import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** No sandbox: continuous integration runs as root in a container. The rest keeps the browser off the network. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
]

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

let found: string | undefined

/**
 * Path of an installed Chrome, Chromium or Edge; nothing is ever downloaded from a browser vendor.
 * On Debian and its relatives the distribution's own package is installed when the right to do so is there.
 * @throws when no browser can be had, with one sentence saying what to do
 */
export function findBrowser(): string {
  found ??= namedBrowser() ?? installedBrowser() ?? debianBrowser()
  if (found === undefined) {
    throw new Error(
      'No Chrome, Chromium or Edge was found: install one (on Debian: apt-get install chromium), or set CHROMIUM_PATH to its program.',
    )
  }
  return found
}

function namedBrowser(): string | undefined {
  for (const name of ['CHROMIUM_PATH', 'CHROME_PATH']) {
    const path = process.env[name]
    if (path === undefined || path === '') continue
    if (isProgram(path)) return path
    throw new Error(`${name} is "${path}", which is not a program that can be run.`)
  }
  return undefined
}

function installedBrowser(): string | undefined {
  return usualPlaces().find(isProgram)
}

function usualPlaces(): readonly string[] {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)))
  return [...onPath, ...platformPlaces()]
}

function platformPlaces(): readonly string[] {
  const { env, platform } = process
  if (platform === 'darwin') {
    const roots = ['/Applications', join(env.HOME ?? '/', 'Applications')]
    return roots.flatMap((root) => macApplications.map((application) => join(root, application)))
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return roots.flatMap((root) => (root ? windowsPrograms.map((program) => join(root, program)) : []))
  }
  return [
    '/usr/bin/chromium',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ]
}

function debianBrowser(): string | undefined {
  const prefix = rootPrefix()
  if (prefix === undefined || !isDebian()) return undefined
  const run = (...command: readonly string[]): void => {
    const [program = '', ...args] = [...prefix, ...command]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync(program, args, { stdio: ['ignore', 2, 2], env })
  }
  try {
    run('apt-get', 'update')
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation')
  } catch {
    return undefined // the reason is on the screen already; the caller says what to do
  }
  return installedBrowser()
}

/** Debian, and what derives from it; Ubuntu's "chromium" package is a snap, which works where snaps do. */
function isDebian(): boolean {
  if (!existsSync('/etc/os-release') || !existsSync('/usr/bin/apt-get')) return false
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** What to write before a command so that it runs as root; undefined when it cannot be had without a password. */
function rootPrefix(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return []
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' })
    return ['sudo', '-n']
  } catch {
    return undefined
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
