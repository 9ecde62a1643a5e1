import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Ids at the beginning of a name, such as "[SYN-61] a push repeated…", in the text of a test file. */
function idsInNames(text: string): readonly string[] {
  const names = text.matchAll(/['"`]((?:\[[A-Z]+-?\d+(?:, [A-Z]+-?\d+)*\] )+)/g)
  return [...names].flatMap(([, ids = '']) => ids.match(/[A-Z]+-?\d+/g) ?? [])
}

const files = globSync(['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'tests/e2e/*.spec.ts'])
const proved = new Map(
  files.flatMap((file) => idsInNames(readFileSync(file, 'utf8')).map((id) => [id, file])),
)
const rules = [...readFileSync('tests/SPEC.md', 'utf8').matchAll(/^- \*\*([^*]+)\*\* /gm)].map(
  ([, id = '']) => id,
)

test('[TEST-1] every rule of SPEC.md has a test', () => {
  console.log(`Rules: ${rules.length} seen, in ${files.length} test files.`)
  expect(rules.length).toBeGreaterThan(100)
  expect(rules.filter((id) => !proved.has(id))).toEqual([])
})

test('[TEST-1] every id in the name of a test is a rule of SPEC.md, written once', () => {
  expect([...proved].filter(([id = '']) => !rules.includes(id))).toEqual([])
  expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([])
})

test('[TEST-1] an id is found however the test is named', () => {
  const named = (before: string, name: string): string => `${before}[${name}', run)`
  expect(idsInNames(named("test('", 'XX-1] a'))).toEqual(['XX-1'])
  expect(idsInNames(named('test.each([["x", 1]])(\n  `', 'XX-2] %s'))).toEqual(['XX-2'])
  expect(idsInNames(named('describe("', 'XX-3] [XX-4, I5] c'))).toEqual(['XX-3', 'XX-4', 'I5'])
})
