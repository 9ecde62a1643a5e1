import { parseArgs } from 'node:util'
import { Chrome } from './chrome.ts'
import type { Figure } from './figure.ts'
import { figures } from './figures.ts'
import { asJson, machine, type Outcome, table } from './table.ts'
import { Workshop } from './workshop.ts'

/**
 * `npm run bench [-- --only P-4,P-6] [--json]`: measures the production build against the raw limits of this machine.
 * A missed budget is a line of the table, not a failure: it ends with 1 only when a figure could not be measured.
 */
const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
})
const wanted = options.only?.split(',').map((id) => id.trim().toUpperCase())
const chosen = figures.filter(({ id }) => wanted?.includes(id) !== false)
if (chosen.length === 0) {
  console.error(`No such figure: there are ${figures.map(({ id }) => id).join(', ')}.`)
  process.exit(1)
}

const workshop = new Workshop(log)
const outcomes: Outcome[] = []
for (const figure of chosen) outcomes.push(await outcomeOf(figure))
await workshop.close()
const on = machine(await browserName())
console.log(options.json ? asJson(outcomes, on) : `${table(outcomes)}\n\n${on}`)
process.exitCode = outcomes.some(({ problem }) => problem !== undefined) ? 1 : 0

async function outcomeOf(figure: Figure): Promise<Outcome> {
  const started = performance.now()
  log(`${figure.id} ${figure.title}`)
  const seconds = (): number => Math.round((performance.now() - started) / 100) / 10
  try {
    const measures = await figure.run(workshop)
    return { figure, measures, seconds: seconds() }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    log((error instanceof Error ? (error.stack ?? problem) : problem).slice(0, 1500))
    return { figure, measures: [], seconds: seconds(), problem: problem.split('\n')[0] ?? '' }
  } finally {
    await workshop.clear()
    log(`${figure.id} took ${seconds()} s`)
  }
}

/** Progress goes to the error output, so that the table alone can be kept. */
function log(text: string): void {
  process.stderr.write(`${text}\n`)
}

async function browserName(): Promise<string> {
  const chrome = await Chrome.open()
  const { version } = chrome
  await chrome.discard()
  return version
}
