import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Everything that must hold before a change is published, cheapest first; stops at the first failure. */

type Tally = { readonly passed: number; readonly failed: number }
type Step = {
  readonly title: string
  readonly failure: string
  readonly command: string
  /** Reads the report the command wrote; absent when the command runs no tests. */
  readonly tally?: (report: string) => Tally
}

const vitest = (project: string): string =>
  `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json="$REPORT"`

/** Escape codes make a saved log unreadable; Biome writes them in continuous integration whatever is asked. */
const plain = process.stdout.isTTY !== true

const steps: readonly Step[] = [
  {
    title: 'Format and lint',
    failure: 'the format or a lint rule is not respected (npm run format repairs most of it)',
    command: `biome ci --error-on-warnings ${plain ? '--colors=off' : ''} .`,
  },
  { title: 'Types', failure: 'the types do not hold', command: 'tsc --noEmit' },
  { title: 'Unused', failure: 'a file, an export or a package is used by nothing', command: 'knip' },
  {
    title: 'Unit tests, Node',
    failure: 'a unit test does not pass',
    command: vitest('node'),
    tally: vitestTally,
  },
  { title: 'Build', failure: 'the product does not build', command: 'npm run --silent build' },
  {
    title: 'What was built: sizes and contents',
    failure: 'the built files are too large or hold what they must not',
    command: vitest('build'),
    tally: vitestTally,
  },
  {
    title: 'Browser tests, real Chromium',
    failure: 'a test in the browser does not pass',
    command: vitest('browser'),
    tally: vitestTally,
  },
  {
    title: 'End to end, production build and real server',
    failure: 'an end-to-end test does not pass',
    command: 'playwright test',
    tally: playwrightTally,
  },
]

const folder = mkdtempSync(join(tmpdir(), 'permanence-test-'))
let passed = 0
let failed = 0
let reason: string | undefined

for (const [index, step] of steps.entries()) {
  console.log(`\n━━━ ${index + 1}/${steps.length} ${step.title} ━━━`)
  const started = performance.now()
  const report = join(folder, `${index}.json`)
  const { status } = spawnSync(step.command.replace('$REPORT', report), {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: true,
    env: {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      ...(plain ? withoutColour(step.command) : {}),
    },
  })
  const tally = step.tally && existsSync(report) ? step.tally(readFileSync(report, 'utf8')) : none()
  passed += tally.passed
  failed += status === 0 ? tally.failed : Math.max(tally.failed, 1)
  console.log(`${step.title}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  if (status !== 0 || tally.failed > 0) {
    reason = `Stopped at "${step.title}": ${step.failure}.`
    break
  }
  if (step.tally && tally.passed === 0) {
    failed += 1
    reason = `Stopped at "${step.title}": no test ran.`
    break
  }
}

rmSync(folder, { recursive: true, force: true })
console.log(`\n${reason ?? 'Everything holds.'}\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** Playwright gives its workers the other variable, and Node warns in each of them when both are there. */
function withoutColour(command: string): Record<string, string> {
  return command.startsWith('playwright') ? { FORCE_COLOR: '0' } : { NO_COLOR: '1' }
}

function none(): Tally {
  return { passed: 0, failed: 0 }
}

function vitestTally(report: string): Tally {
  const { numPassedTests, numFailedTests } = JSON.parse(report) as Record<string, number>
  return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 }
}

function playwrightTally(report: string): Tally {
  const { stats } = JSON.parse(report) as { readonly stats: Record<string, number> }
  const flaky = stats.flaky ?? 0
  if (flaky > 0) console.log(`${flaky} end-to-end tests passed only when tried again: look at them.`)
  return { passed: (stats.expected ?? 0) + flaky, failed: stats.unexpected ?? 0 }
}
