import { cpus, release, totalmem, type } from 'node:os'
import { type Figure, type Measure, verdictOf } from './figure.ts'

/** What one figure gave: its measures, or why it could not be measured. */
export interface Outcome {
  readonly figure: Figure
  readonly measures: readonly Measure[]
  readonly seconds: number
  readonly problem?: string
}

const heads = ['id', 'figure', 'budget', 'measured', 'verdict', 'behind it'] as const

/** The outcomes as one Markdown table, readable as plain text too. */
export function table(outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap(linesOf)
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...lines.map((line) => line[column]?.length ?? 0)),
  )
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [row(heads), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.map(row)].join(
    '\n',
  )
}

function linesOf({ figure, measures, problem }: Outcome): readonly (readonly string[])[] {
  const failed = [figure.id, figure.title, figure.budget, '', 'not measured', problem ?? '']
  return [
    ...measures.map((measure) => [
      figure.id,
      measure.what,
      limitText(measure),
      valueText(measure.value, measure.unit),
      verdictOf(measure),
      measure.note ?? '',
    ]),
    ...(problem === undefined ? [] : [failed]),
  ]
}

function limitText({ max, min, unit }: Measure): string {
  if (max !== undefined) return `≤ ${max} ${unit}`
  return min === undefined ? '' : `≥ ${min} ${unit}`
}

function valueText(value: number, unit: Measure['unit']): string {
  const digits = unit === '×' ? 2 : unit === 'rows/s' || unit === '%' ? 0 : 1
  return `${value.toFixed(digits)} ${unit}`
}

/** What the figures were measured on: enough to judge them, nothing that names a machine. */
export function machine(browser: string): string {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor'
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${processor}, ${memory} GB, ${type()} ${release().split('-')[0]}, Node ${process.versions.node}, ${browser}`
}

/** The same for programs: one object, with plain numbers. */
export function asJson(outcomes: readonly Outcome[], on: string): string {
  const measures = outcomes.flatMap(({ figure, measures, seconds, problem }) => [
    ...measures.map((measure) => ({ id: figure.id, ...measure, verdict: verdictOf(measure), seconds })),
    ...(problem === undefined ? [] : [{ id: figure.id, what: figure.title, problem, seconds }]),
  ])
  return JSON.stringify({ machine: on, date: new Date().toISOString().slice(0, 10), measures }, null, 2)
}
