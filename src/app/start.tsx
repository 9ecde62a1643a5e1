import { StrictMode } from 'react'
import type { Root } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { startWords } from '#i18n/chosen.ts'
import { type AppDb, openDb } from '#storage/db.ts'
import { DbProvider } from '#storage/react.tsx'
import { createBrowserSync } from '#sync/browserSync.ts'
import { SyncProvider } from '#sync/react.tsx'
import { whenIdle } from '#ui/whenIdle.ts'
import { type Enrolment, EnrolmentProvider, enrolmentOf } from './enrolment.tsx'
import { routes } from './routes.tsx'
import { registerWorker } from './serviceWorker.ts'
import { TeamSpaceProvider } from './teamSpace.tsx'

/** Everything the first screen needs is awaited together, so that it is drawn once, whole. */
export async function start(root: Root): Promise<void> {
  const router = createBrowserRouter(routes)
  const [db] = await Promise.all([openDb(), startWords(), ready(router)])
  const [sync, enrolment] = await Promise.all([createBrowserSync(db), knownEnrolment(db)])
  root.render(
    <StrictMode>
      <DbProvider db={db}>
        <SyncProvider sync={sync}>
          <EnrolmentProvider atStart={enrolment}>
            <TeamSpaceProvider>
              <RouterProvider router={router} />
            </TeamSpaceProvider>
          </EnrolmentProvider>
        </SyncProvider>
      </DbProvider>
    </StrictMode>,
  )
  // The worker fetches everything: the first screen goes before it. Where it cannot be had now, the next start tries
  // again; the screens work meanwhile.
  whenIdle(() => void registerWorker().catch(() => undefined))
}

/** A database that is closed, or waits for another tab, has a page of its own (StorageGate) and may never answer. */
async function knownEnrolment(db: AppDb): Promise<Enrolment | undefined> {
  const { state } = db.state.current()
  if (state !== 'open' && state !== 'emptied') return undefined
  return enrolmentOf(db).catch(() => undefined)
}

/** The code of the first screen has come; a screen that cannot be had shows C-9. */
function ready(router: ReturnType<typeof createBrowserRouter>): Promise<void> {
  if (router.state.initialized) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = router.subscribe(({ initialized }) => {
      if (!initialized) return
      stop()
      resolve()
    })
  })
}
