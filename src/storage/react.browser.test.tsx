import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { type AppDb, openDb } from './db.ts'
import { DbProvider, useLive, useStorageState } from './react.tsx'
import { anId, aVisit, enrolled, saves } from './testDevice.ts'
import { visitById } from './visits.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

async function aDb(): Promise<AppDb> {
  const db = await openDb(`test ${crypto.randomUUID()}`)
  await enrolled(db)
  cleanups.push(db.close)
  return db
}

/** Every text the page showed, in order: a wrong one for a single frame counts. */
async function shows(db: AppDb, id: string) {
  const shown: string[] = []
  function Minutes({ id }: { readonly id: string }) {
    const visit = useLive((db) => visitById(db, id), [id])
    const { state } = useStorageState()
    const text = visit.state === 'loading' ? 'loading' : (visit.value?.facts.minutes ?? 'none')
    shown.push(`${id === first ? 1 : 2} ${text}`)
    return <p>{state}</p>
  }
  const first = id
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  cleanups.push(() => root.unmount())
  const render = (id: string) =>
    root.render(
      <DbProvider db={db}>
        <Minutes id={id} />
      </DbProvider>,
    )
  render(id)
  return { shown, render, place }
}

test('[TRAP-1] the answer about one record is never shown for another, not for one frame', async () => {
  const db = await aDb()
  const [one, two] = [aVisit({ minutes: 1 }), aVisit({ minutes: 2 })]
  await saves(db, one, two)
  const { shown, render } = await shows(db, one.record)
  await vi.waitFor(() => expect(shown.at(-1)).toBe('1 1'))
  render(two.record)
  await vi.waitFor(() => expect(shown.at(-1)).toBe('2 2'))
  expect(shown).not.toContain('2 1')
  expect(shown).toContain('2 loading')
})

test('[TRAP-1] a record that does not exist is an answer, not a wait', async () => {
  const { shown } = await shows(await aDb(), anId())
  await vi.waitFor(() => expect(shown.at(-1)).toBe('1 none'))
})

test('[P-5] a saved change shows by itself', async () => {
  const db = await aDb()
  const visit = aVisit({ minutes: 1 })
  await saves(db, visit)
  const { shown } = await shows(db, visit.record)
  await vi.waitFor(() => expect(shown.at(-1)).toBe('1 1'))
  await saves(db, { kind: 'visit', record: visit.record, base: 0, change: { set: { minutes: 9 } } })
  await vi.waitFor(() => expect(shown.at(-1)).toBe('1 9'))
})

test('[SC-46] while the database is closed its last answer holds, and it is asked again when it opens', async () => {
  const db = await aDb()
  const visit = aVisit({ minutes: 1 })
  await saves(db, visit)
  const { shown, place } = await shows(db, visit.record)
  await vi.waitFor(() => expect(shown.at(-1)).toBe('1 1'))
  db.close()
  await vi.waitFor(() => expect(place.textContent).toContain('closed'))
  expect(shown.at(-1)).toBe('1 1')
  await db.reopen()
  await vi.waitFor(() => expect(place.textContent).toBe('open'))
  await vi.waitFor(() => expect(shown.at(-1)).toBe('1 1'))
})
