import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Lock = {
  readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly resolved?: string }>>
}
type Manifest = Readonly<Record<string, Readonly<Record<string, string>>>>

const read = (path: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', path), 'utf8'))

const locked = Object.entries((read('package-lock.json') as Lock).packages).filter(([path]) => path !== '')
const manifest = read('package.json') as Manifest

test('[SEC-106] every locked package has an integrity and names no registry', () => {
  console.log(`Lockfile: ${locked.length} packages seen.`)
  expect(locked.length).toBeGreaterThan(100)
  expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

test('[SEC-106] versions are exact and at most 15 packages run in the product', () => {
  const { dependencies = {}, devDependencies = {}, optionalDependencies = {}, overrides = {} } = manifest
  const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides })
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(15)
})

test('[TOOL-1] the tools run on Node 24, whatever started npm', () => {
  expect(process.versions.node).toMatch(/^24\./)
})
