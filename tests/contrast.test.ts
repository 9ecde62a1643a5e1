import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../src/ui/tokens.css', import.meta.url), 'utf8').replaceAll(
  /\/\*.*?\*\//gs,
  '',
)

/** Custom properties of the block that follows `opening`. */
function tokensAfter(opening: string): ReadonlyMap<string, string> {
  const start = css.indexOf(opening)
  if (start < 0) throw new Error(`no "${opening}" in tokens.css`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const light = tokensAfter(':root {')
const schemes = [
  { scheme: 'light', tokens: light },
  { scheme: 'dark', tokens: new Map([...light, ...tokensAfter('(prefers-color-scheme: dark)')]) },
]

const states = ['ok', 'warn', 'stop']
const grounds = ['paper', 'surface', 'brand-wash', 'sun-wash', 'ok-wash', 'warn-wash', 'stop-wash']

/** Text on its ground: 7 (LOOK-1). */
const text: readonly (readonly [string, string])[] = [
  ...grounds.map((ground) => ['ink', ground] as const),
  ...grounds.map((ground) => ['ink-soft', ground] as const),
  ...states.flatMap((state) =>
    ['paper', 'surface', `${state}-wash`].map((ground) => [state, ground] as const),
  ),
  ['brand', 'paper'],
  ['brand', 'surface'],
  ['brand-deep', 'brand-wash'],
  ['brand-deep', 'paper'],
  ['brand-deep', 'surface'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-deep'],
  ['on-sun', 'sun'],
  ['on-nav', 'nav'],
  ['on-nav', 'nav-wash'],
  ['on-nav-strong', 'nav'],
  ['on-nav-strong', 'nav-wash'],
  ['code-ink', 'code-paper'],
]

/** Large text and drawings that mean something: 4.5. */
const drawings = [
  ['sun-deep', 'sun-wash'],
  ['sun-deep', 'paper'],
  ['sun-deep', 'surface'],
] as const

/** Edges, ring, fills of charts: 3. */
const edges = [
  ['line-strong', 'paper'],
  ['line-strong', 'surface'],
  ['brand', 'line'],
  ['focus', 'paper'],
  ['focus', 'surface'],
  ['focus', 'brand-wash'],
  ['focus', 'sun-wash'],
  ['focus', 'stop-wash'],
  ['sun', 'nav'],
  ['on-nav', 'nav'],
] as const

/** Relative luminance of an opaque `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)?.slice(1)
  if (!channels) throw new Error(`"${colour}" is not #rrggbb`)
  const [red = 0, green = 0, blue = 0] = channels
    .map((channel) => Number.parseInt(channel, 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

test('[LOOK-1] the ratio is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(schemes)('$scheme', ({ tokens }) => {
  const ratio = ([front, ground]: readonly [string, string]) => {
    const [one, other] = [tokens.get(`--${front}`), tokens.get(`--${ground}`)]
    if (!one || !other) throw new Error(`--${front} or --${ground} has no value`)
    return { pair: `--${front} on --${ground}`, ratio: contrast(one, other) }
  }
  const under = (pairs: readonly (readonly [string, string])[], floor: number) =>
    pairs
      .map(ratio)
      .filter((measured) => measured.ratio < floor)
      .map((measured) => `${measured.pair}: ${measured.ratio.toFixed(2)}`)

  test('[UX-2] text reads at 7:1 or more', () => expect(under(text, 7)).toEqual([]))
  test('[UX-2] drawings that mean something stand out at 4.5:1 or more', () =>
    expect(under(drawings, 4.5)).toEqual([]))
  test('[UX-2] edges, ring and fills stand out at 3:1 or more', () => expect(under(edges, 3)).toEqual([]))
})

test('[CODE-12] no colour and no pixel has a value outside the token file', () => {
  const sheets = globSync('src/**/*.css').filter((path) => !path.endsWith('ui/tokens.css'))
  const told = sheets.flatMap((path) =>
    readFileSync(path, 'utf8')
      .replaceAll(/\/\*.*?\*\//gs, '')
      .replaceAll(/'[^']*'|url\([^)]*\)|unicode-range:[^;]*/g, '')
      .split('\n')
      .filter((line) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|color)a?\(|\d(px)\b/i.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(sheets.length).toBeGreaterThan(15)
  expect(told).toEqual([])
})
