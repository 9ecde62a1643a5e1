import { randomBytes } from 'node:crypto'
import { createApi } from './api.ts'
import { openSetupDoor } from './enrol.ts'
import { openDataFolder } from './open.ts'

/**
 * The API for `vite dev`, on a database of its own, in `./data/dev`. Prints the set-up link while it is empty.
 * Journal lines are left out: the terminal belongs to the person who develops.
 */
export async function createDevApi(): Promise<(request: Request) => Promise<Response>> {
  const store = await openDataFolder('./data/dev')
  const now = () => Date.now()
  const secret = await openSetupDoor(store, now, randomBytes)
  if (secret !== undefined) process.stdout.write(`\n  Set-up link: http://localhost:5173/#s=${secret}\n\n`)
  const api = createApi({ store, clock: now, random: randomBytes, log: () => undefined })
  return async (request) => api.fetch(request)
}
