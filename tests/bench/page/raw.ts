import { openRaw, type RawValue, rawPut } from './rawStore.ts'
import { timed } from './time.ts'

/** Milliseconds of one fetch of what the raw server holds, read as JSON, and of one plain put of all its rows. */
export async function rawPull(): Promise<{
  readonly wire: number
  readonly put: number
  readonly rows: number
}> {
  const db = await openRaw('bench-raw-pull')
  const [wire, rows] = await timed(async () => (await (await fetch('/bytes')).json()) as RawValue[])
  const [put] = await timed(() => rawPut(db, rows, 'relaxed'))
  db.close()
  return { wire, put, rows: rows.length }
}

/** Milliseconds of one fetch that sends what the raw server holds, zipped beforehand. */
export async function rawPush(): Promise<number> {
  const text = await (await fetch('/bytes')).text()
  const zipped = await new Response(
    new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')),
  ).arrayBuffer()
  const [wire] = await timed(async () => {
    await (await fetch('/sink', { method: 'POST', body: zipped })).text()
  })
  return wire
}
