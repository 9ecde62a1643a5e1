import { addDays } from '#domain/day.ts'
import { visit } from '#domain/kinds/visit.ts'
import { changeBetween } from '#domain/operation.ts'
import { newRecordId, saveIntention } from '#storage/save.ts'
import { randomFrom, visitFacts } from '../visits.ts'
import { database, type Setting } from './device.ts'
import { openRaw, rawPut } from './rawStore.ts'
import { timed } from './time.ts'

/** Milliseconds of each save, side by side. */
export interface SaveRound {
  readonly product: readonly number[]
  readonly raw: readonly number[]
}

/** Saves visits one by one as the form does, each beside a plain strict put of the same record. */
export async function saveRound(seed: number, count: number, setting: Setting): Promise<SaveRound> {
  const { place, member: by, today: day } = setting
  const db = await database()
  const rawDb = await openRaw('bench-raw-save')
  const draw = randomFrom(seed)
  const product: number[] = []
  const raw: number[] = []
  for (let at = 0; at < count; at += 1) {
    const facts = visitFacts(draw, place, day, at)
    const change = changeBetween(visit, {}, facts)
    const record = newRecordId(day)
    const ours = async (): Promise<void> => {
      const [took, result] = await timed(() =>
        saveIntention(db, { operations: [{ kind: 'visit', record, base: 0, change }], by, day }),
      )
      if (!result.ok) throw new Error(result.error.type)
      product.push(took)
    }
    const theirs = async (): Promise<void> => {
      const [took] = await timed(() => rawPut(rawDb, [{ id: record, kind: 'visit', facts }], 'strict'))
      raw.push(took)
    }
    for (const save of at % 2 === 0 ? [ours, theirs] : [theirs, ours]) await save()
  }
  rawDb.close()
  return { product, raw }
}

/** Saves many visits, `batch` of them to an intention, so that an outbox is filled in seconds. */
export async function fillOutbox(seed: number, count: number, setting: Setting): Promise<void> {
  const { place, member: by, today: until } = setting
  const db = await database()
  const draw = randomFrom(seed)
  const batch = 250
  for (let done = 0; done < count; done += batch) {
    const operations = Array.from({ length: Math.min(batch, count - done) }, (_, at) => {
      const day = addDays(until, -Math.floor((count - done - at) / 40))
      const change = changeBetween(visit, {}, visitFacts(draw, place, day, at))
      return { kind: 'visit', record: newRecordId(day), base: 0, change }
    })
    const result = await saveIntention(db, { operations, by, day: until })
    if (!result.ok) throw new Error(result.error.type)
  }
}
